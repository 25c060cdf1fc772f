"""Ruled tables of a scan: which pieces of text stand in the same cell, told by the lines around them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drafter.casefile.pages.grey import DARKER, Grey

_VERTICAL, _HORIZONTAL = 40, 100
"""Pixels of the shortest rule, at 200 dpi: longer than a letter is high, and than a word is underlined."""
_STRIP = 4
"""Pixels to each side of a place within which a rule is looked for: it may be broken there."""
_SAME = 8
"""Pixels by which two sightings of one rule differ at most."""


_Sighting = npt.NDArray[np.bool_]
"""Where along one direction a rule is seen."""


class Cell(NamedTuple):
    """The four rules around a place, in pixels."""

    top: int
    left: int
    bottom: int
    right: int

    def same_row(self, other: Cell) -> bool:
        return abs(self.top - other.top) <= _SAME and abs(self.bottom - other.bottom) <= _SAME

    def same(self, other: Cell) -> bool:
        return self.same_row(other) and abs(self.left - other.left) <= _SAME and abs(self.right - other.right) <= _SAME


class Rules:
    """The long straight lines of a level page image."""

    def __init__(self, image: Grey) -> None:
        import cv2

        dark = (image.astype(np.int16) < int(np.median(image)) - DARKER).astype(np.uint8)
        self._upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((_VERTICAL, 1), dtype=np.uint8))
        self._level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, _HORIZONTAL), dtype=np.uint8))

    def around(self, x: float, y: float) -> Cell | None:
        """The cell in which a place lies, when there is a rule on each of its sides."""
        column, row = int(x), int(y)
        across: _Sighting = np.any(self._upright[max(0, row - _STRIP) : row + _STRIP], axis=0)
        down: _Sighting = np.any(self._level[:, max(0, column - _STRIP) : column + _STRIP], axis=1)
        left, right = _nearest(across, column)
        top, bottom = _nearest(down, row)
        if left is None or right is None or top is None or bottom is None:
            return None
        return Cell(top, left, bottom, right)


def _nearest(ruled: _Sighting, place: int) -> tuple[int | None, int | None]:
    before, after = np.flatnonzero(ruled[:place]), np.flatnonzero(ruled[place:])
    return int(before[-1]) if before.size else None, place + int(after[0]) if after.size else None
