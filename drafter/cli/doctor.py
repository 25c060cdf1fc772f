"""`drafter doctor`."""

from __future__ import annotations

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_UNAVAILABLE = 3


@app.command()
def doctor() -> None:
    """Check Python, data folders, cards, index and embedder; a failed check ends with exit code 3."""
    from drafter.doctor import examine

    failed = False
    for check in examine():
        way_out = f"; {check.way_out}" if check.way_out else ""
        typer.echo(f"{check.state:<4}  {check.name}: {check.detail}{way_out}")
        failed = failed or check.state == "fail"
    raise typer.Exit(_UNAVAILABLE if failed else 0)
