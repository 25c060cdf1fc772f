"""`drafter records`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def records(
    case: Annotated[
        Path, typer.Argument(metavar="CASE", help="A folder of files, or one merged file.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the index as JSON.")] = False,
) -> None:
    """Print the documents of a case file: kind, title, author, date, pages; what is missing, set apart or disagrees."""
    from drafter.cli.record_index import print_index

    raise typer.Exit(print_index(case, as_json))
