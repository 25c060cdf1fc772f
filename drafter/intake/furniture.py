"""Page headers and footers: lines that stand at the edge of every page and belong to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.intake.labels import opens_part
from drafter.intake.lines import Line

_EDGE = 3
"""A header or footer has at most so many lines."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?\W*$", re.IGNORECASE)
_NAMES_LETTER = re.compile(
    r"\bpage\s+\d|\bcase number\b|\bCM\d{2}-\d{7}\b|\bfinal determination letter\b", re.IGNORECASE
)


def drop_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without headers and footers.

    A header of the first page stays: the case's own header stands there and may be repeated on later pages.
    """
    repeated = _repeated(pages)
    return [_strip(list(page), index, repeated) for index, page in enumerate(pages)]


def _strip(page: list[Line], index: int, repeated: set[str]) -> list[Line]:
    def is_furniture(line: Line) -> bool:
        return _shape(line) in repeated or _is_page_number(line, index + 1)

    top = bottom = 0
    while index and top < min(_EDGE, len(page)) and is_furniture(page[top]):
        top += 1
    while bottom < min(_EDGE, len(page) - top) and is_furniture(page[len(page) - 1 - bottom]):
        bottom += 1
    return page[top : len(page) - bottom]


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Shapes of lines at the edges of nearly all pages that name the letter, or stand apart on every page."""
    if len(pages) < 2:
        return set()
    named, apart = Counter[str](), Counter[str]()
    for page in pages:
        edges = list(_edges(page))
        named.update({_shape(line) for line, _ in edges if _NAMES_LETTER.search(line.text)})
        apart.update({_shape(line) for line, stands_apart in edges if stands_apart})
    often = max(2, len(pages) - 1)
    return {shape for shape, count in named.items() if count >= often} | {
        shape for shape, count in apart.items() if count == len(pages) >= 3
    }


def _edges(page: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Lines near the edges, and whether a gap parts them from the text; no sentence and no label is furniture."""
    gaps = [index for index, line in enumerate(page) if line.gap and index]
    top, bottom = (gaps[0], gaps[-1]) if gaps else (0, len(page))
    for index, line in enumerate(page):
        near = index < _EDGE or len(page) - index <= _EDGE
        if near and not line.ends_sentence and not opens_part(line.text):
            yield line, index < top or index >= bottom


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _is_page_number(line: Line, number: int) -> bool:
    found = _PAGE_NUMBER.match(line.text)
    return found is not None and int(found[1]) == number
