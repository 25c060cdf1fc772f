"""Recognised pieces of a page put into reading order."""

from __future__ import annotations

import itertools
from statistics import median
from typing import NamedTuple

_PARAGRAPH = 1.35
"""Lines of one paragraph are closer than so many times the page's usual distance."""
_PROSE = 0.3
"""A column of running text has lines at least so wide, as a part of the page's text; a column of labels has not."""
_ROWS = 6
"""And at least so many of them."""


class Piece(NamedTuple):
    """A piece of a line with its box in pixels."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    score: float

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
    return "\n\n".join(_block_text(block) for block in _blocks(pieces))


def in_reading_order(pieces: list[Piece]) -> list[Piece]:
    """The pieces in the order in which their texts stand in `page_text`."""
    return [piece for block in _blocks(pieces) if block for line in _lines(block) for piece in sorted(line)]


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
        parts.append(" ".join(piece.text.strip() for piece in sorted(line)))
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
