"""`drafter intake`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def intake(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Letters, or folders of them.", show_default=False)
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files are written.", show_default=False)],
) -> None:
    """Read letters into <case number>.case.json, which drafts are made from, and <case number>.determination.json.

    What was decided is in the second file only. Several letters: bad ones are reported and the others go on.
    """
    from drafter.cli.reading import read_all

    raise typer.Exit(read_all(files, out))
