"""`drafter verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def verify(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT.json", help="The draft to check.", show_default=False)],
    case: Annotated[Path, typer.Option(metavar="CASE", help="Its letter or case file.", show_default=False)],
) -> None:
    """Check a draft (the .draft.json file that `drafter draft` wrote, edited or not) against its case and the cards."""
    from drafter.cli.verifying import verify_file

    raise typer.Exit(verify_file(draft, case))
