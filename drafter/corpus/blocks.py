"""What a document is made of, whatever its format: headings, text and tables, with their pages."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_HEADING = 200
"""Characters; what is marked as a heading and longer is a paragraph that somebody set in large type."""
BOLD_LEVEL = 7
"""Level of a paragraph that is bold from end to end: below all headings that are marked as such."""
_SHORT = 100
_NUMBERED = re.compile(r"^(?:(?:chapter|section|part|appendix)\s+)?(\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=[A-Z])", re.I)
_SENTENCE = re.compile(r"[.;,!?]$|[.!?]\s+[A-Z]")


class Heading(NamedTuple):
    """Opens a section; 1 is the highest level."""

    level: int
    text: str
    page: int | None = None


class Text(NamedTuple):
    """A paragraph or an item of a list."""

    text: str
    page: int | None = None
    last: int | None = None
    """Its last page, where it runs over a page break."""


class Table(NamedTuple):
    """Rows of cells, of which the first `headed` are the header."""

    rows: tuple[tuple[str, ...], ...]
    headed: int = 0
    caption: str = ""
    page: int | None = None


Block = Heading | Text | Table


class Document(NamedTuple):
    """A document as it was read."""

    blocks: list[Block]
    title: str | None = None
    unread: tuple[int, ...] = ()
    """Pages that show something and have no text."""


def heading_or_text(level: int, text: str, page: int | None = None) -> Block:
    """A heading, if the text can be one."""
    return Heading(level, text, page) if len(text) <= LONGEST_HEADING else Text(text, page)


def reads_as_title(text: str) -> bool:
    """Short and no sentence: what bold type or numbering may make a heading."""
    return 1 < len(text) <= _SHORT and not _SENTENCE.search(text) and any(sign.isalpha() for sign in text)


def numbered_level(text: str) -> int | None:
    """Depth of a number such as `3.2.1` in front of a title; None when there is none."""
    found = _NUMBERED.match(text)
    return found[1].count(".") + 1 if found else None


def row_text(row: tuple[str, ...]) -> str:
    return " | ".join(row)
