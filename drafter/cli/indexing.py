"""The work behind `drafter index`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console

from drafter.cli.progress import working
from drafter.cli.tables import period, show, table
from drafter.corpus import index_folder, rebuild
from drafter.criteria.card import Guideline
from drafter.criteria.library import library
from drafter.embedding import open_embedder
from drafter.errors import InputError
from drafter.retrieval.search import find
from drafter.retrieval.validity import valid_on, where_valid_on
from drafter.settings import load_settings
from drafter.sharing import open_library

if TYPE_CHECKING:
    from vectorstore.passage import Kind, Passage


class Question(NamedTuple):
    """What the user searches."""

    text: str
    as_of: date | None
    kind: Kind | None
    k: int


def build_corpus(home: Path | None) -> None:
    """Build the index anew and say what it holds."""
    settings = load_settings(home=home)
    with _bar() as progress:
        manifest = rebuild(settings.home, open_embedder(settings), progress)
    counts = ", ".join(f"{count} {kind} passages" for kind, count in manifest.kinds.items())
    sys.stdout.write(f"indexed {counts} in {index_folder(settings.home)}\n")


def search_corpus(question: Question, home: Path | None) -> None:
    """Print the hits as a table, and which editions were passed over for the date."""
    if not question.text.strip():
        raise InputError("TEXT: is empty; give words to look for")
    with working("Opening the guideline index") as progress:
        index = open_library(load_settings(home=home), progress)
        where = where_valid_on(question.as_of, library())
        hits = find(index, question.text, question.k, question.kind, where=where)
        nearest = find(index, question.text, question.k, question.kind) if question.as_of else []
    found = table("score", "source", "section or request", "id", whole=("score", "id"))
    for hit in hits:
        found.add_row(f"{hit.score:.4f}", _source(hit.passage), _section(hit.passage), hit.passage.id)
    show(found if hits else "No passage is valid on that day.")
    passed_over = [hit.passage for hit in nearest if not valid_on(hit.passage, question.as_of, library())]
    if passed_over:
        show(f"Passed over, not valid on {question.as_of}: {'; '.join(_reasons(passed_over))}")


def _reasons(passages: list[Passage]) -> list[str]:
    """Each edition once, with the time in which it is in force."""
    return list(dict.fromkeys(f"{_source(passage)}{_why_not(passage)}" for passage in passages))


def _why_not(passage: Passage) -> str:
    guideline = _guideline(passage)
    if passage.kind == "decision":
        return f" (decided {passage.metadata.get('decided', 'on an unknown day')})"
    if passage.metadata.get("status") == "invalidated":
        return f", {_section(passage)} (invalidated)"
    begins, ends = (_day(passage.metadata.get(name)) for name in ("effective", "superseded"))
    if guideline:
        begins, ends = guideline.effective, guideline.superseded
    marked = passage.metadata.get("status") == "superseded" and ends is None
    return " (superseded)" if marked else f" ({period(begins, ends)})"


def _guideline(passage: Passage) -> Guideline | None:
    """The edition of the timeline that a card or an added document belongs to."""
    return library().guidelines.get(str(passage.metadata.get("guideline", "")))


def _source(passage: Passage) -> str:
    if passage.kind == "decision":
        return str(passage.metadata.get("case_number", passage.kind))
    guideline = _guideline(passage)
    if passage.kind == "card" and guideline:
        return f"{guideline.organisation} {guideline.title} {guideline.edition}"
    source, edition = str(passage.metadata.get("source", passage.id)), str(passage.metadata.get("edition", ""))
    return source if edition in source else f"{source} {edition}"


def _section(passage: Passage) -> str:
    """The section, below its last two headings, with its page."""
    section = " > ".join(str(passage.metadata.get("section", passage.title)).split(" > ")[-2:])
    page = passage.metadata.get("page_first")
    return f"{section}, p. {page}" if page else section


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, for a person at a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Indexing passages", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
