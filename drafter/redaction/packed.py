"""Tables of which the gaps are lost: a line of labels over lines of values, told apart by what each label promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.redaction.cells import Cell
from drafter.redaction.days import DATE
from drafter.redaction.fields import Field, fields_in
from drafter.redaction.names import NAME

_LONGEST = 120
_FEWEST = 2
_NUMBER = r"(?=\S*\d\S*\d)#?[\w./-]+(?:[ ]\d[\w./-]*){0,3}"
_TOLD: dict[Field, str] = {
    "date of birth": DATE.pattern,
    "day": rf"(?:{DATE.pattern}|-)",
    "claim number": _NUMBER,
    "record number": _NUMBER,
    "license number": _NUMBER,
    "ssn": r"[\dXx*]{3}[- ]?[\dXx*]{2}[- ]?\d{4}",
    "phone": r"[\d(][\d() .-]{6,16}\d",
    "person": NAME,
    "employer": r"[A-Z][\w&'’.-]*(?:[ ][\w&'’.-]+){0,5}?",
    "organization": r"[A-Z][\w&'’.-]*(?:[ ][\w&'’.-]+){0,5}?",
}
_ANYTHING = r"\S+(?:[ ]\S+){0,4}?"


def find_packed(text: str) -> Iterator[tuple[Field, Cell]]:
    """Each value below a line that consists of two labels or more with one space between them."""
    start = 0
    kinds: tuple[Field, ...] = ()
    for line in text.split("\n"):
        values = _row(kinds).fullmatch(line) if kinds else None
        if values:
            for number, kind in enumerate(kinds, 1):
                begin, end = values.span(number)
                yield kind, Cell(start + begin, start + end, begin, values[number])
        else:
            kinds = _head(line)
        start += len(line) + 1


def _head(line: str) -> tuple[Field, ...]:
    if not line or len(line) > _LONGEST or not (line[0].isalpha() or line[0] == " "):
        return ()
    kinds = fields_in(line)
    return kinds if len(kinds) >= _FEWEST and set(kinds) - {"day", "other"} else ()


@cache
def _row(kinds: tuple[Field, ...]) -> re.Pattern[str]:
    return re.compile(r"[ \t]*" + r"[ \t|]+".join(f"({_TOLD.get(kind, _ANYTHING)})" for kind in kinds) + r"[ \t]*")
