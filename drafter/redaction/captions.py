"""Names in boxes with a caption for each part: first name, initial and last name above or below what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.redaction.cells import Cell, beneath, rows
from drafter.redaction.names import TOKEN, Name
from drafter.redaction.vocabulary import FORM_WORDS

_PARTS = {
    "first": re.compile(r"\(?first(?: name)?\)?|given name", re.IGNORECASE),
    "middle": re.compile(r"\(?(?:mi|m\.i\.|middle(?: (?:initial|name))?)\)?", re.IGNORECASE),
    "last": re.compile(r"\(?last(?: name)?\)?|surname|family name", re.IGNORECASE),
}
_TYPED = re.compile(rf"{TOKEN}|[A-Z]\.?")


class Captioned(NamedTuple):
    """A name in boxes: `text[start:end]`, with whatever stands between them."""

    name: Name
    start: int
    end: int


def captioned_names(text: str) -> Iterator[Captioned]:
    """Each name whose parts stand in the line below or above a line with their captions."""
    lines = list(rows(text))
    for at, line in enumerate(lines):
        parts = {part: number for number, cell in enumerate(line) if (part := _part(cell.text))}
        if {"first", "last"} <= parts.keys():
            beside = (*lines[at + 1 : at + 2], *lines[max(at - 1, 0) : at])
            yield from _first_of(_typed(line, parts, other) for other in beside)


def _part(caption: str) -> str | None:
    return next((part for part, pattern in _PARTS.items() if pattern.fullmatch(caption.rstrip(":"))), None)


def _first_of(found: Iterator[Captioned | None]) -> Iterator[Captioned]:
    one = next((one for one in found if one), None)
    if one:
        yield one


def _typed(captions: Sequence[Cell], parts: dict[str, int], line: Sequence[Cell]) -> Captioned | None:
    """The name of which `line` has the parts, each nearest to its caption."""
    nearest: dict[int, Cell] = {}
    for number, cell in beneath(captions, line):
        known = nearest.get(number)
        if known is None or _distance(captions[number], cell) < _distance(captions[number], known):
            nearest[number] = cell
    cells = {part: nearest[number] for part, number in parts.items() if number in nearest}
    if not {"first", "last"} <= cells.keys() or not all(_is_typed(cell.text) for cell in cells.values()):
        return None
    middle = (cells["middle"].text.rstrip("."),) if "middle" in cells else ()
    places = [cells[part] for part in ("first", "last")]
    name = Name(cells["first"].text, middle, cells["last"].text)
    return Captioned(name, min(one.start for one in places), max(one.end for one in places))


def _distance(caption: Cell, cell: Cell) -> int:
    return abs(caption.column - cell.column)


def _is_typed(text: str) -> bool:
    return bool(_TYPED.fullmatch(text)) and text.lower() not in FORM_WORDS
