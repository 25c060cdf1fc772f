"""A page of a record cut into pieces, so that evidence can be marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

KINDS = ("cited", "evidence", "contrary", "searched")
"""Why a sentence is marked, the most telling first."""


class Mark(NamedTuple):
    """A span of a page that the draft points to."""

    start: int
    end: int
    kind: str
    anchor: str | None
    """Where a citation leads; None for what no citation points to."""
    label: str
    """What is shown when it is pointed at: `[2]`, `for: a flare-up`."""


class Piece(NamedTuple):
    """A run of text under the same marks; their texts joined are the page."""

    text: str
    kind: str | None
    """The most telling kind of its marks; None for plain text."""
    anchors: tuple[str, ...]
    """Of the marks that begin here."""
    labels: tuple[str, ...]


def cut(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """Cut a page at the ends of its marks, which may overlap; marks outside of the page are left out."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    places = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    return [_piece(text, start, end, inside) for start, end in pairwise(places)]


def _piece(text: str, start: int, end: int, marks: Iterable[Mark]) -> Piece:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    kinds = {mark.kind for mark in over}
    begun = [mark for mark in over if mark.start == start]
    return Piece(
        text[start:end],
        next((kind for kind in KINDS if kind in kinds), None),
        tuple(dict.fromkeys(mark.anchor for mark in begun if mark.anchor)),
        tuple(dict.fromkeys(mark.label for mark in over)),
    )
