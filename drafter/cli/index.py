"""`drafter index`: build, search, list and check the index."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.deciding import decisions

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Build, search and check the guideline index.")
_UNAVAILABLE = 3
_DATES = ["%Y-%m-%d", "%m/%d/%Y"]

Home = Annotated[
    Path | None, typer.Option("--home", metavar="DIR", help="Data folder.", show_default="DRAFTER_HOME or the user's")
]


class Which(StrEnum):
    """Kinds of passages; an enumeration, so that the command line checks the word."""

    card = "card"
    guideline = "guideline"
    decision = "decision"


@app.command()
def build(home: Home = None) -> None:
    """Index the cards and the shipped determinations anew."""
    from drafter.cli.indexing import build_corpus

    build_corpus(home)


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for.", show_default=False)],
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", metavar="DATE", formats=_DATES, help="Only what was in force or decided on this day."),
    ] = None,
    kind: Annotated[Which | None, typer.Option("--kind", help="Only passages of this kind.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages to show.")] = 8,
    home: Home = None,
) -> None:
    """Show the passages nearest to TEXT.

    Builds the index when there is none or the cards have changed.
    """
    from drafter.cli.indexing import Question, search_corpus

    search_corpus(Question(text, as_of.date() if as_of else None, kind.value if kind else None, k), home)


@app.command("list")
def list_(home: Home = None) -> None:
    """List what the index holds."""
    from drafter.cli.indexing import list_contents

    list_contents(home)


@app.command()
def doctor(home: Home = None) -> None:
    """Check that the parts of the index fit together.

    A failed check ends with exit code 3.
    """
    from drafter.cli.indexing import report_checks

    raise typer.Exit(0 if report_checks(home) else _UNAVAILABLE)


app.command()(decisions)
