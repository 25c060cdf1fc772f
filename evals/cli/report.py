"""`drafter eval report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import Baseline

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def report(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", show_default=False)],
    baseline: Baseline = None,
) -> None:
    """Write the reports of a run again from its results, and judge its gates as they are now."""
    from evals.cli.running import report as write

    raise typer.Exit(write(run, baseline))
