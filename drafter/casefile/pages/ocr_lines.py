"""Recognised pieces of a page put into reading order."""

from __future__ import annotations

import itertools
from statistics import median
from typing import NamedTuple

from drafter.casefile.pages.ruled import Cell

_PARAGRAPH = 1.35
"""Lines of one paragraph are closer than so many times the page's usual distance."""
_PROSE = 0.3
"""A column of running text has lines at least so wide, as a part of the page's text; a column of labels has not."""
_ROWS = 6
"""And at least so many of them."""
_TALL = 3
"""Lines of a cell up to which a row of a table is told on one line."""


class Piece(NamedTuple):
    """A piece of a line with its box in pixels."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    score: float
    cell: Cell | None = None
    """Where it stands in a ruled table."""
    parts: tuple[Piece, ...] = ()
    """Of the row of a table: what it is made of, in the order of its text."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def page_text(pieces: list[Piece]) -> str:
    """Lines from top to bottom, columns of running text one after the other, a blank line where paragraphs part."""
    if not pieces:
        return ""
    return "\n\n".join(_block_text(block) for block in _blocks(_with_rows(pieces)))


def _with_rows(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each row of a ruled table as one: a cell that is wrapped is not read across its neighbours."""
    cells: list[list[Piece]] = []
    for piece in pieces:
        known = next((cell for cell in cells if piece.cell and cell[0].cell and piece.cell.same(cell[0].cell)), None)
        if known:
            known.append(piece)
        elif piece.cell:
            cells.append([piece])
    rows: list[list[list[Piece]]] = []
    for cell in cells:
        known_row = next((row for row in rows if _in_row(cell[0], row[0][0])), None)
        if known_row:
            known_row.append(cell)
        else:
            rows.append([cell])
    tables = [row for row in rows if len(row) > 1]
    inside = {piece for row in tables for cell in row for piece in cell}
    return [piece for piece in pieces if piece not in inside] + [_as_piece(row) for row in tables]


def _in_row(piece: Piece, other: Piece) -> bool:
    return bool(piece.cell and other.cell and piece.cell.same_row(other.cell))


def _as_piece(row: list[list[Piece]]) -> Piece:
    """Short cells on one line; tall ones, which hold lines of their own, one after the other."""
    ordered = sorted(row, key=lambda cell: min(piece.left for piece in cell))
    told = [[_told(line) for line in _lines(cell)] for cell in ordered]
    tall = any(len(lines) > _TALL for lines in told)
    text = "\n".join("\n".join(lines) for lines in told) if tall else " | ".join(" ".join(lines) for lines in told)
    every = [piece for cell in row for piece in cell]
    return Piece(
        min(piece.left for piece in every),
        min(piece.top for piece in every),
        max(piece.right for piece in every),
        max(piece.bottom for piece in every),
        text,
        min(piece.score for piece in every),
        parts=tuple(piece for cell in ordered for line in _lines(cell) for piece in _across(line)),
    )


def in_reading_order(pieces: list[Piece]) -> list[Piece]:
    """The pieces in the order in which their texts stand in `page_text`."""
    blocks = _blocks(_with_rows(pieces)) if pieces else []
    told = [piece for block in blocks for line in _lines(block) for piece in _across(line)]
    return [part for piece in told for part in piece.parts or (piece,)]


def _blocks(pieces: list[Piece]) -> list[list[Piece]]:
    """The page as it is, or its head, left column and right column where it has two of running text."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces]
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    top = min(piece.top for piece in (*left, *right))
    across = [piece for piece in pieces if piece.left < gutter < piece.right]
    head = [piece for piece in across if piece.middle <= top]
    foot = [piece for piece in across if piece.middle > top]
    return [block for block in (head, left, right, foot) if block]


def _gutter(pieces: list[Piece]) -> float | None:
    """Where two columns of running text part; only titles above and notes below may cross it."""
    first, last = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    for step in range(35, 66):
        x = first + (last - first) * step / 100
        left = [piece for piece in pieces if piece.right <= x]
        right = [piece for piece in pieces if piece.left >= x]
        if _is_column(left, last - first) and _is_column(right, last - first) and _parts(pieces, left, right):
            return x
    return None


def _is_column(pieces: list[Piece], width: float) -> bool:
    return len(pieces) >= _ROWS and median(piece.right - piece.left for piece in pieces) >= _PROSE * width


def _parts(pieces: list[Piece], left: list[Piece], right: list[Piece]) -> bool:
    """Nothing that crosses stands between the first and the last line of the columns."""
    sides = {*left, *right}
    top = max(min(piece.top for piece in side) for side in (left, right))
    bottom = min(max(piece.bottom for piece in side) for side in (left, right))
    return not any(top < piece.middle < bottom for piece in pieces if piece not in sides)


def _block_text(pieces: list[Piece]) -> str:
    lines = _lines(pieces)
    middles = [sum(piece.middle for piece in line) / len(line) for line in lines]
    distances = sorted(below - above for above, below in itertools.pairwise(middles))
    usual = distances[len(distances) // 4] if distances else 0.0
    parts = []
    for index, line in enumerate(lines):
        if index and middles[index] - middles[index - 1] > _PARAGRAPH * usual:
            parts.append("")
        parts.append(_told(line))
    return "\n".join(parts)


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces whose middles lie within half a height of each other are one line."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if lines and piece.middle - lines[-1][-1].middle < min(piece.height, lines[-1][-1].height) / 2:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _told(line: list[Piece]) -> str:
    return " ".join(piece.text.strip() for piece in _across(line))


def _across(line: list[Piece]) -> list[Piece]:
    return sorted(line, key=lambda piece: piece.left)
