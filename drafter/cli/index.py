"""`drafter index`: add documents, build, search, list and check the index."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.deciding import decisions
from drafter.cli.options import DATES, Home

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Build, search and check the guideline index.")
_UNAVAILABLE = 3


class Which(StrEnum):
    """Kinds of passages; an enumeration, so that the command line checks the word."""

    card = "card"
    guideline = "guideline"
    decision = "decision"


class AddedKind(StrEnum):
    """What an organisation adds."""

    guideline = "guideline"
    decision = "decision"


class Trigger(StrEnum):
    """The date of a case that selects an edition."""

    request = "request"
    service = "service"


class Status(StrEnum):
    """Whether a text may be used."""

    active = "active"
    superseded = "superseded"
    invalidated = "invalidated"


class Family(StrEnum):
    """Places in the search sequence."""

    mtus = "mtus"
    acoem = "acoem"
    odg = "odg"
    other = "other"
    study = "study"


@app.command()
def build(home: Home = None) -> None:
    """Index cards, shipped determinations and added documents anew."""
    from drafter.cli.indexing import build_corpus

    build_corpus(home)


@app.command()
def add(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Documents, or folders of them.", show_default=False)
    ],
    kind: Annotated[AddedKind, typer.Option("--kind", help="What they are.")] = AddedKind.guideline,
    source: Annotated[str | None, typer.Option(help="Organisation and title, as a draft names them.")] = None,
    edition: Annotated[str | None, typer.Option(help="Edition, e.g. 2019.")] = None,
    effective: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=DATES, help="First day on which it applies.")
    ] = None,
    superseded: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=DATES, help="First day on which it does not any more.")
    ] = None,
    trigger: Annotated[Trigger | None, typer.Option(help="Date of a case that these are compared with.")] = None,
    status: Annotated[Status | None, typer.Option(help="Whether the text may be used.")] = None,
    family: Annotated[Family | None, typer.Option(help="Place in the search sequence of 8 CCR 9792.21.1.")] = None,
    guideline: Annotated[
        str | None, typer.Option(metavar="ID", help="Edition of the timeline that the document is.")
    ] = None,
    licence: Annotated[str | None, typer.Option(help="A note on what may be done with the text.")] = None,
    home: Home = None,
) -> None:
    """Add guideline documents or prior determinations; what has not changed is not read again.

    Guidelines: PDF, DOCX, Markdown, HTML, text. Decisions: letters in PDF, Markdown, text. Options hold for all files
    named, win over a sidecar NAME.yaml and front matter, and are kept until others are given. Bad files are reported
    and the others go on.
    """
    from drafter.cli.adding import add_all

    given = {
        "source": source,
        "edition": edition,
        "effective": effective and effective.date(),
        "superseded": superseded and superseded.date(),
        "trigger": trigger and trigger.value,
        "status": status and status.value,
        "family": family and family.value,
        "guideline": guideline,
        "licence": licence,
    }
    raise typer.Exit(add_all(paths, kind.value, {name: value for name, value in given.items() if value}, home))


@app.command()
def remove(
    names: Annotated[
        list[str], typer.Argument(metavar="ID|PATH", help="Added documents, or a folder of them.", show_default=False)
    ],
    home: Home = None,
) -> None:
    """Take added documents out of the library; the files themselves stay where they are."""
    from drafter.cli.adding import remove_all

    raise typer.Exit(remove_all(names, home))


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for.", show_default=False)],
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", metavar="DATE", formats=DATES, help="Only what was in force or decided on this day."),
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
    """List what the index holds, and the added documents."""
    from drafter.cli.listing import list_contents

    list_contents(home)


@app.command()
def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Build anew what failed a check.")] = False,
    home: Home = None,
) -> None:
    """Check that the parts of the index fit together.

    A failed check ends with exit code 3.
    """
    from drafter.cli.operating import check_index

    raise typer.Exit(0 if check_index(home, repair) else _UNAVAILABLE)


@app.command()
def publish(home: Home = None) -> None:
    """Put guidelines and decisions on the server that DRAFTER_CHROMA_URL names, for all that use it."""
    from drafter.cli.operating import publish_index

    publish_index(home)


@app.command("export")
def export_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Archive to write, e.g. library.zip.")],
    home: Home = None,
) -> None:
    """Write the added documents with their vectors into one archive."""
    from drafter.cli.operating import export_index

    export_index(file, home)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Archive that `drafter index export` wrote.")],
    home: Home = None,
) -> None:
    """Add the documents of an archive to the library.

    A document that is there already is replaced; others stay.
    """
    from drafter.cli.operating import import_index

    import_index(file, home)


app.command()(decisions)
