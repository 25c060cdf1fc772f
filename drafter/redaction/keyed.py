"""What programs write for programs: JSON, XML, `key=value` and comma-separated tables, printed into a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.redaction.days import DATE
from drafter.redaction.labels import Value
from drafter.redaction.model import Kind
from drafter.redaction.names import Name

_KEY = r"(?i:(?<![A-Za-z])(?:[a-z]+[_.-]?)?"
_MARK = r"(?:[\"']\s*:\s*[\"']|[ ]?=[ ]?[\"']?|>)"
_WRITTEN = r"[^\W\d_](?:[^\W\d_]|['’-])+"
_LAST = re.compile(rf"{_KEY}(?:last|lname|surname|family)(?:_?name)?){_MARK}(?P<value>{_WRITTEN})")
_FIRST = re.compile(rf"{_KEY}(?:first|fname|given|forename)(?:_?name)?){_MARK}(?P<value>{_WRITTEN})")
_NEAR = 120
"""Both halves of a name stand in so many characters."""
_CELL = re.compile(r"[^,\n]+")
_COLUMNS: dict[str, re.Pattern[str]] = {
    "last": re.compile(r"(?:\w*_)?(?:l(?:ast)?_?name|last|surname)", re.IGNORECASE),
    "first": re.compile(r"(?:\w*_)?(?:f(?:irst)?_?name|first|given)", re.IGNORECASE),
    "date of birth": re.compile(r"(?:\w*_)?(?:dob|birth_?date|date_?of_?birth)", re.IGNORECASE),
    "claim number": re.compile(r"(?:claim|clm)_?(?:no|num|number|id)?", re.IGNORECASE),
    "record number": re.compile(r"(?:mrn|chart|acct|account|member|patient|emp)_?(?:no|num|id)?", re.IGNORECASE),
    "ssn": re.compile(r"ssn", re.IGNORECASE),
}  # fmt: skip
_VALUES: dict[Kind, re.Pattern[str]] = {
    "date of birth": DATE,
    "claim number": re.compile(r"[\w./-]*\d[\w./-]*"),
    "record number": re.compile(r"[\w./-]*\d[\w./-]*"),
    "ssn": re.compile(r"[\d-]{9,11}"),
}
_FEWEST = 3


class Keyed(NamedTuple):
    """A name whose parts have keys; each of `spans` is one of them."""

    name: Name
    spans: tuple[tuple[int, int], ...]


def keyed_names(text: str) -> Iterator[Keyed]:
    """Everybody whose last name has a key, with the first name beside it."""
    firsts = list(_FIRST.finditer(text))
    for last in _LAST.finditer(text):
        near = [one for one in firsts if abs(one.start() - last.start()) < _NEAR]
        first = min(near, key=lambda one: abs(one.start() - last.start()), default=None)
        spans = (last.span("value"), *((first.span("value"),) if first else ()))
        yield Keyed(Name(first["value"] if first else "", (), last["value"]), spans)
    for kinds, row in _rows(text):
        parts = {kind: cell for kind, cell in zip(kinds, row, strict=True) if kind in ("last", "first")}
        if "last" in parts and all(re.fullmatch(_WRITTEN, cell[0]) for cell in parts.values()):
            name = Name(parts["first"][0] if "first" in parts else "", (), parts["last"][0])
            yield Keyed(name, tuple(cell.span() for cell in parts.values()))


def keyed_values(text: str) -> Iterator[Value]:
    """Numbers and days of birth in the columns of a table with commas."""
    for kinds, row in _rows(text):
        for kind, cell in zip(kinds, row, strict=True):
            for known, shape in _VALUES.items():
                if kind == known and shape.fullmatch(cell[0]):
                    yield Value(*cell.span(), known)


def _rows(text: str) -> Iterator[tuple[Sequence[str | None], Sequence[re.Match[str]]]]:
    """Each line with as many commas as the line of column names above it."""
    kinds: list[str | None] = []
    start = 0
    for line in text.split("\n"):
        cells = list(_CELL.finditer(text, start, start + len(line)))
        told = [_column(cell[0]) for cell in cells]
        if len(cells) >= _FEWEST and sum(map(bool, told)) > 1:
            kinds = told
        elif kinds and len(cells) == len(kinds):
            yield kinds, cells
        else:
            kinds = []
        start += len(line) + 1


def _column(name: str) -> str | None:
    bare = name.rpartition(":")[2].strip().strip("\"'")
    return next((kind for kind, pattern in _COLUMNS.items() if pattern.fullmatch(bare)), None)
