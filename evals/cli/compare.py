"""`drafter eval compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(metavar="A", help="Folder of the first run.", show_default=False)],
    second: Annotated[Path, typer.Argument(metavar="B", help="Folder of the second run.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where compare.html and .md go.", show_default="B")
    ] = None,
) -> None:
    """Show what changed from run A to run B: differences with intervals, flips by case, rationales side by side."""
    from evals.cli.comparing import compare_folders

    compare_folders(first, second, out or second)
