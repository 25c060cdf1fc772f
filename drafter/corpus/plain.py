"""Plain text into blocks: paragraphs between blank lines, and headings that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.corpus.blocks import Block, Document, Heading, Text, numbered_level, reads_as_title
from drafter.intake.lines import clean, join

_UNDERLINE = re.compile(r"^\s*([=\-~*])\1{2,}\s*$")
_ITEM = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)]|\([a-z0-9]\))\s+\S")


def read_text(text: str) -> Document:
    """Paragraphs and headings; a form feed starts a page, and a text without one has no pages."""
    pages = re.sub(r"\r\n?", "\n", text).split("\f")
    numbers: list[int | None] = list(range(1, len(pages) + 1)) if len(pages) > 1 else [None]
    return Document([block for page, number in zip(pages, numbers, strict=True) for block in _blocks(page, number)])


def _blocks(page: str, number: int | None) -> Iterator[Block]:
    for paragraph in re.split(r"\n[ \t]*\n", page):
        rows = [row for row in paragraph.split("\n") if row.strip()]
        if len(rows) > 1 and _UNDERLINE.match(rows[1]) and reads_as_title(clean(rows[0])):
            yield Heading(1 if "=" in rows[1] else 2, clean(rows[0]), number)
            rows = rows[2:]
        rows = [row for row in rows if not _UNDERLINE.match(row)]
        if len(rows) == 1 and (level := _level(clean(rows[0]))):
            yield Heading(level, clean(rows[0]), number)
            continue
        yield from (Text(text, number) for text in _paragraphs(rows) if text)


def _level(text: str) -> int | None:
    """Capitals or a number make a title of a line that stands alone."""
    if not reads_as_title(text) or len(text) < 4:
        return None
    return numbered_level(text) or (1 if text.isupper() else None)


def _paragraphs(rows: list[str]) -> Iterator[str]:
    """Wrapped lines joined; an item of a list starts anew."""
    gathered: list[str] = []
    for row in rows:
        if gathered and _ITEM.match(row):
            yield join(gathered)
            gathered = []
        gathered.append(clean(row))
    yield join(gathered)
