"""Forms whose labels stand above their values, or in cells of their own, read as lines of `label: value`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafter.casefile.records.cues import date_labels, fold
from drafter.casefile.records.days import all_dates

_BAR = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_LONGEST_LABEL = 40
_LONGEST_VALUE = 70
_VALUE = re.compile(r"\d{3}|\d[/-]\d")
_OWN_LABEL = re.compile(r"[A-Za-z]\s*:")
"""Values with labels of their own want none from the line above."""
_LABEL_ONLY = re.compile(r"^\W*([A-Za-z][^|:]{1,38}):\s*$")


def columns_of(line: str) -> list[str]:
    """The cells of a row: between bars, or between wide gaps."""
    return [cell for cell in _BAR.split(line.strip().strip("|").strip()) if cell]


def stacked(lines: Sequence[str]) -> list[tuple[int, str]]:
    """What rows of labels say of the rows of values below them: the row of the label, and `label: value`."""
    return [(row, read) for row in range(len(lines) - 1) for read in _read(*lines[row : row + 3])]


def _read(above: str, below: str, following: str = "") -> Iterator[str]:
    heads, cells = columns_of(above), columns_of(below)
    if len(heads) == len(cells) > 1 and all(_is_label(head) for head in heads):
        more = columns_of(following)
        if len(more) == len(cells) and not all(_is_label(cell) for cell in more):
            return  # a table of many rows is no form
        yield from (f"{head.strip(' .:')}: {cell}" for head, cell in zip(heads, cells, strict=True))
        return
    alone = _LABEL_ONLY.match(above)
    if alone and len(below) <= _LONGEST_VALUE and not below.rstrip().endswith(":"):
        yield f"{alone[1].strip()}: {below.strip()}"
        return
    yield from _dated(above, below)


def _is_label(cell: str) -> bool:
    return len(cell) <= _LONGEST_LABEL and not _VALUE.search(cell) and any(c.isalpha() for c in cell)


def _dated(above: str, below: str) -> Iterator[str]:
    """Labels of dates in one line and as many dates in the next, where the print kept no columns."""
    if len(above) > _LONGEST_VALUE * 2 or _VALUE.search(above) or _OWN_LABEL.search(below):
        return
    days = all_dates(fold(below))
    labels = [found[0] for found in _any_label().finditer(fold(above))] if days else []
    if not labels:
        return
    if len(labels) == len(days) and (len(days) > 1 or fold(above).strip(" .:") == labels[0]):
        yield from (f"{label}: {below[day.start : day.end]}" for label, day in zip(labels, days, strict=True))


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:date (?:of )?)?(?:{'|'.join(date_labels())})\b")
