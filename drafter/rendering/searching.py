"""What was searched for an item, in few words: a line for each source, and what added documents say."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from drafter.draft import DraftItem, LibraryPassage, SearchStep
from drafter.rendering.words import plain

SEARCH_TITLE = "Guidelines searched, in the order of 8 CCR 9792.21.1"
LIBRARY_TITLE = "From added documents"
LIBRARY_NOTE = (
    "Passages of added documents are shown for comparison. They have no criteria and decide nothing by themselves; "
    "drafter criteria compile makes a card of one."
)
_SECTIONS = 2
"""Sections named of each source; the others are listed elsewhere in the worksheet."""
_HEADINGS = 2
"""Headings that place a passage in its document, the nearest ones."""


class LibraryLine(NamedTuple):
    """A passage of an added document: where it stands and the piece to look at first."""

    source: str
    quote: str


def search_lines(item: DraftItem) -> tuple[str, ...]:
    """A line for each source; neighbours of which the same is to be said share one.

    A source that is not needed counts only where the presumption of the MTUS is challenged.
    """
    lines = []
    for (needed, words), steps in groupby(item.search, key=lambda step: (step.needed, _words(step))):
        sources = ", ".join(plain(step.source) for step in steps) + ("" if needed else " (not needed)")
        lines.append(f"{sources[:1].upper()}{sources[1:]}: {words}.")
    return tuple(lines)


def library_lines(item: DraftItem) -> tuple[LibraryLine, ...]:
    return tuple(LibraryLine(_source(passage), plain(passage.quote)) for passage in item.library)


def _words(step: SearchStep) -> str:
    note = plain(step.note)
    if not step.found:
        return f"silent; {note}" if note.startswith("passed over") else note or "silent on this treatment"
    named = "; ".join(map(plain, step.sections[:_SECTIONS]))
    more = f" and {len(step.sections) - _SECTIONS} more" if len(step.sections) > _SECTIONS else ""
    return f"found {named}{more}" + (f"; {note}" if note else "")


def _source(passage: LibraryPassage) -> str:
    edition = passage.edition if passage.edition and passage.edition not in passage.source else ""
    pages = f"p. {passage.pages}" if passage.pages else ""
    source = " ".join(part for part in (passage.source, edition) if part)
    section = " > ".join(passage.section.split(" > ")[-_HEADINGS:])
    return ", ".join(plain(part) for part in (source, section, pages) if part)
