"""Lines of a page as cells, and which cell of a line stands beneath which of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CELL = re.compile(r"[^\s|·](?:[^\n\t|·]*?[^\s|·])??(?=[ ]{2,}|[ ]*[\t|·\n]|[ ]*$)")


class Cell(NamedTuple):
    """`text`, from `start` to `end` of the page, `column` characters from the left."""

    start: int
    end: int
    column: int
    text: str


def rows(text: str) -> Iterator[list[Cell]]:
    """The cells of each line that holds any: what stands between wide gaps, tabs or bars."""
    start = 0
    for line in text.split("\n"):
        cells = [
            Cell(start + found.start(), start + found.end(), found.start(), found[0]) for found in _CELL.finditer(line)
        ]
        if cells:
            yield cells
        start += len(line) + 1


def beneath(head: Sequence[Cell], row: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Each cell of `row` with the number of the head that it stands under: by count, else by place."""
    if len(head) == len(row):
        yield from enumerate(row)
        return
    if len(head) == 1:
        yield 0, row[0]
        return
    for cell in row:
        yield min(range(len(head)), key=lambda at: abs(head[at].column - cell.column)), cell
