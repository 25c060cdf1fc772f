"""Tables of a PDF: lines whose pieces stand below each other in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.corpus.blocks import Table
from drafter.corpus.pdf_lines import PdfLine

_ALIGNED = 6.0
"""Points by which left edges in one column may differ."""
_MARK = re.compile(r"^\W?\w{0,2}\W?$")
"""A bullet or the number of an item stands apart from its text too."""


class Found(NamedTuple):
    """A table at the start of some lines, and how many lines it takes."""

    table: Table | None
    length: int


def table_of(lines: Sequence[PdfLine]) -> Found:
    """The table that starts with the first line, if there is one: two rows at least that share two columns."""
    columns: list[float] = []
    rows: list[list[str]] = []
    end = 0
    for length, line in enumerate(lines, start=1):
        if _is_row(line) and (not columns or _shared(line, columns) > 1):
            columns = columns or [left for left, _ in line.cells]
            rows.append(_placed(line, columns))
            end = length
        elif rows and (column := _column(line.left, columns)) > 0 and not line.cells:
            rows[-1][column] = f"{rows[-1][column]} {line.text}".strip()
            end = length
        else:
            break
    if sum(1 for row in rows if sum(map(bool, row)) > 1) < 2:
        return Found(None, 0)
    return Found(Table(tuple(map(tuple, rows)), 1 if len(rows) > 2 else 0, page=lines[0].page), end)


def _is_row(line: PdfLine) -> bool:
    return len(line.cells) > 1 and not (len(line.cells) == 2 and _MARK.match(line.cells[0][1]))


def _shared(line: PdfLine, columns: Sequence[float]) -> int:
    return sum(1 for left, _ in line.cells if _column(left, columns) >= 0)


def _column(left: float, columns: Sequence[float]) -> int:
    """The column with this left edge; -1 when there is none."""
    return next((index for index, edge in enumerate(columns) if abs(edge - left) <= _ALIGNED), -1)


def _placed(line: PdfLine, columns: Sequence[float]) -> list[str]:
    """Cells in their columns; one that is in none, as a centred number, belongs to the column on its left."""
    row = [""] * len(columns)
    for left, text in line.cells:
        column = max((index for index, edge in enumerate(columns) if edge <= left + _ALIGNED), default=0)
        row[column] = f"{row[column]} {text}".strip()
    return row
