"""`drafter eval bless`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def bless(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a finished run.", show_default=False)],
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the baseline goes.", show_default="the suite's own")
    ] = None,
) -> None:
    """Declare a run the state to hold: later runs of its suite are compared with it.

    Nothing else moves a baseline. It holds scores by item and no text.
    """
    from evals.cli.comparing import bless_folder

    bless_folder(run, baseline)
