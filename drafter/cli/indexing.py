"""The work behind `drafter index`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from drafter.cli.progress import working
from drafter.corpus import corpus_passages, ensure_index, index_folder
from drafter.criteria.card import Guideline
from drafter.criteria.library import library
from drafter.embedding import open_embedder
from drafter.errors import BackendUnavailable, InputError
from drafter.settings import load_settings
from vectorstore.doctor import examine
from vectorstore.errors import StoreError
from vectorstore.index import Index, build_index, open_index

if TYPE_CHECKING:
    from vectorstore.passage import Kind, Passage

_WIDTH = 240
"""Columns where nobody looks on: a table in a pipe should not be folded."""


class Question(NamedTuple):
    """What the user searches."""

    text: str
    as_of: date | None
    kind: Kind | None
    k: int


def build_corpus(home: Path | None) -> None:
    """Build the index anew and say what it holds."""
    passages = corpus_passages()
    with _unavailable(), _bar() as progress:
        manifest = build_index(passages, _folder(home), open_embedder(load_settings()), progress)
    counts = ", ".join(f"{count} {kind} passages" for kind, count in manifest.kinds.items())
    sys.stdout.write(f"indexed {counts} in {_folder(home)}\n")


def search_corpus(question: Question, home: Path | None) -> None:
    """Print the hits as a table, and which editions were passed over for the date."""
    if not question.text.strip():
        raise InputError("TEXT: is empty; give words to look for")
    embedder = open_embedder(load_settings())
    with _unavailable(), working("Opening the guideline index") as progress:
        index = ensure_index(home or load_settings().home, progress, embedder)
        hits = index.search(question.text, question.k, question.kind, lambda passage: _valid(passage, question.as_of))
        nearest = index.search(question.text, question.k, question.kind)
    table = _table("score", "source", "section or request", "id", whole=("score", "id"))
    for hit in hits:
        table.add_row(f"{hit.score:.4f}", _source(hit.passage), _section(hit.passage), hit.passage.id)
    _print(table if hits else "No passage is valid on that day.")
    passed_over = [hit.passage for hit in nearest if not _valid(hit.passage, question.as_of)]
    if question.as_of and passed_over:
        _print(f"Passed over, not valid on {question.as_of}: {'; '.join(_reasons(passed_over))}")


def list_contents(home: Path | None) -> None:
    """Print a line for each guideline edition with its dates, and one for the decisions."""
    index = _open(home)
    sections = Counter(str(passage.metadata.get("guideline", "")) for passage in index)
    table = _table("guideline", "edition", "in force", "sections", "id", whole=("in force", "sections", "id"))
    for guideline in library().guidelines.values():
        if sections[guideline.id]:
            name = f"{guideline.organisation} {guideline.title}"
            table.add_row(name, guideline.edition, _period(guideline), str(sections[guideline.id]), guideline.id)
    _print(table)
    manifest = index.manifest
    _print(
        f"{manifest.passages} passages, {manifest.kinds.get('decision', 0)} of them decisions; "
        f"embedder {manifest.embedder} ({manifest.dimension}), built {manifest.built_at:%Y-%m-%d %H:%M} UTC"
    )


def report_checks(home: Path | None) -> bool:
    """Print a line for each check; True when all are well."""
    checks = examine(_folder(home), open_embedder(load_settings()))
    for check in checks:
        _print(f"{'ok' if check.ok else 'fail':<4}  {check.name}: {check.detail}")
    return all(check.ok for check in checks)


def _folder(home: Path | None) -> Path:
    return index_folder(home or load_settings().home)


def _open(home: Path | None) -> Index:
    with _unavailable():
        return open_index(_folder(home), open_embedder(load_settings()))


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise BackendUnavailable(str(error)) from error


def _valid(passage: Passage, as_of: date | None) -> bool:
    """Whether a section is in force, and a decision made, on a day; always without one."""
    if as_of is None:
        return True
    guideline = _guideline(passage)
    if guideline:
        return library().cards[passage.id].status == "active" and guideline.in_force(request=as_of, service=as_of)
    return str(passage.metadata.get("decided", "9999")) <= as_of.isoformat()


def _reasons(passages: list[Passage]) -> list[str]:
    """Each edition once, with the time in which it is in force."""
    reasons = []
    for passage in passages:
        guideline = _guideline(passage)
        if guideline is None:
            reasons.append(f"{_source(passage)} (decided {passage.metadata.get('decided', 'on an unknown day')})")
        elif library().cards[passage.id].status == "invalidated":
            reasons.append(f"{_source(passage)}, {_section(passage)} (invalidated)")
        else:
            reasons.append(f"{_source(passage)} ({_period(guideline)})")
    return list(dict.fromkeys(reasons))


def _guideline(passage: Passage) -> Guideline | None:
    """The edition of a section that this installation has a card for."""
    if passage.id not in library().cards:
        return None
    return library().guidelines[library().cards[passage.id].guideline]


def _period(guideline: Guideline) -> str:
    if guideline.superseded is None:
        return f"since {guideline.effective}"
    return f"{guideline.effective} to {guideline.superseded - timedelta(days=1)}"


def _source(passage: Passage) -> str:
    guideline = _guideline(passage)
    if guideline is None:
        return str(passage.metadata.get("case_number", passage.kind))
    return f"{guideline.organisation} {guideline.title} {guideline.edition}"


def _section(passage: Passage) -> str:
    return str(passage.metadata.get("section", passage.title))


def _table(*columns: str, whole: tuple[str, ...]) -> Table:
    """A table whose columns are folded at words where the terminal is narrow, but for those that stay whole."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=column in whole, overflow="fold")
    return table


def _print(what: Table | str) -> None:
    """Text is printed as it is: brackets in a section's name are no markup."""
    console = Console(highlight=False, soft_wrap=isinstance(what, str))
    if not console.is_terminal:
        console.width = max(console.width, _WIDTH)
    console.print(Text(what) if isinstance(what, str) else what)


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
