"""Lines of a PDF, with the distances between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from drafter.intake.furniture import drop_furniture
from drafter.intake.lines import LONG_WORD, Line, clean
from drafter.intake.pdf_file import open_pdf

_PARAGRAPH = 1.35
"""Lines of one paragraph are closer than so many times the usual distance."""
_FULL = 0.98
"""A line is full when the next word would have ended beyond this part of the text's width."""


class _Placed(NamedTuple):
    text: str
    left: float
    right: float
    top_y: float
    """Baseline of the first character: a hyphenated line comes with its continuation."""
    bottom_y: float

    @property
    def width_of_character(self) -> float:
        return (self.right - self.left) / len(self.text)


def pdf_lines(name: str, content: bytes) -> list[Line]:
    """All lines of a PDF without page headers and footers; an unusable file is an InputError."""
    with open_pdf(name, content) as document:
        pages = [list(_placed_lines(document[index].get_textpage())) for index in range(len(document))]
    placed = [line for page in pages for line in page]
    if not placed:
        return []
    usual = _usual_distance(pages)
    edge = max(line.right for line in placed)
    read = [list(_lines(page, number, usual, edge)) for number, page in enumerate(pages, start=1)]
    return [line for page in drop_furniture(read) for line in page]


def _placed_lines(page: Any) -> Iterator[_Placed]:  # noqa: ANN401 - pypdfium2 has no types
    start, last = 0, page.count_chars() - 1
    for row in page.get_text_range().split("\r\n"):
        text = row.strip()
        if text:
            first = start + row.index(text[0])
            left, top_y, _, _ = page.get_charbox(min(first, last), loose=True)
            _, bottom_y, right, _ = page.get_charbox(min(first + len(text) - 1, last), loose=True)
            yield _Placed(text, left, right, top_y, bottom_y)
        start += len(row) + 2


def _usual_distance(pages: list[list[_Placed]]) -> float:
    """The lower quartile of the distances between lines: most letters have more wrapped lines than paragraphs."""
    distances = sorted(
        above.bottom_y - below.top_y
        for page in pages
        for above, below in pairwise(page)
        if above.bottom_y - below.top_y > 1
    )
    return distances[len(distances) // 4] if distances else 0.0


def _lines(page: list[_Placed], number: int, usual: float, edge: float) -> Iterator[Line]:
    for index, placed in enumerate(page):
        gap = index > 0 and page[index - 1].bottom_y - placed.top_y > _PARAGRAPH * usual
        following = page[index + 1].text if index + 1 < len(page) else LONG_WORD
        yield Line(clean(placed.text), number, gap=gap, full=_is_full(placed, following, edge))


def _is_full(placed: _Placed, following: str, edge: float) -> bool:
    word = len(following.split()[0]) + 1
    return placed.right + word * placed.width_of_character > _FULL * edge
