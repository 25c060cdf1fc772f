"""Values that stand under their label or beside it in a column: registers, face sheets, heads of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.redaction.cells import Cell, beneath, rows
from drafter.redaction.days import DATE, is_date
from drafter.redaction.fields import Field, field
from drafter.redaction.labels import Value
from drafter.redaction.model import Kind
from drafter.redaction.organizations import proper_end
from drafter.redaction.packed import find_packed

_PAIRED = re.compile(
    r"(?m:^)[ \t]*(?P<labels>[^\n:|/]{2,25}(?:[ ]?/[ ]?[^\n:|/]{2,25})+)[ ]*[:|][ ]*(?P<values>[^\n|]+)"
)
_BETWEEN_STROKES = re.compile(r"(?:^|(?<= / ))\S(?:(?! / ).)*")
_TABLE = 12
"""Rows that a head is looked for under it."""
_COLUMNS = 3
"""Of so many columns some may have a head that is no label known."""
_NAMED_DAY = r"\d{1,2}[ -]?[A-Za-z]{3,9}\.?,?[ -]?\d{2,4}|[A-Za-z]{3,9}\.?[ ]\d{1,2},?[ ]\d{4}"
_SHAPES: dict[Kind, re.Pattern[str]] = {
    "date of birth": re.compile(rf"(?:{DATE.pattern}|\d{{6}}|\d{{8}}|{_NAMED_DAY})(?!\w)"),
    "ssn": re.compile(r"[\dXx*]{3}[- ]?[\dXx*]{2}[- ]?\d{4}(?!\w)"),
    "phone": re.compile(r"\+?[\d(][\d() ./-]{6,18}\d(?:[ ]*(?:x|ext\.?)[ ]*\d+)?"),
    "address": re.compile(r"(?:#?\d|(?i:p\.?[ ]?o\.?[ ]))[^:]{4,70}"),
    "city": re.compile(r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,2}(?=$|,)"),
}
_GROUP = re.compile(
    r"[A-Z]{1,5}(?![\w–/._-])|[A-Za-z]{0,5}\d\w*(?:[-–/._]\w+)*(?!\w)|[A-Za-z]{1,5}(?:[-–/._]\w*\d\w*)+(?!\w)"
)
"""A part of a number: with digits, or a few great letters."""
_FEWEST = 3


class Beside(NamedTuple):
    """A value of a column, still with the words that may follow it in its cell."""

    kind: Kind
    cell: Cell


def find_columns(text: str) -> Iterator[Value]:
    """Numbers, dates of birth, employers and addresses in columns; names are told by `find_cells`."""
    for kind, cell in find_cells(text):
        end = _end(text, kind, cell)
        if end:
            yield Value(cell.start, end, kind)


def find_cells(text: str) -> Iterator[Beside]:
    """Each cell that a label beside or above it says to hold something of the case."""
    for kind, cell in (*_paired(text), *find_packed(text), *_in_rows(list(rows(text)))):
        if kind != "day" and kind != "other":
            yield Beside(kind, cell)


def _paired(text: str) -> Iterator[tuple[Field, Cell]]:
    """Labels and values that share a line: "Name / DOB: Sokolova, Inga / 24NOV1955"."""
    for match in _PAIRED.finditer(text):
        labels = re.split(r"[ ]?/[ ]?", match["labels"])
        kinds = [kind for label in labels if (kind := field(label))]
        values = list(_BETWEEN_STROKES.finditer(match["values"]))
        if len(values) == len(kinds) == len(labels):
            for kind, value in zip(kinds, values, strict=True):
                start = match.start("values") + value.start()
                yield kind, Cell(start, start + len(value[0]), 0, value[0])


def _in_rows(lines: Sequence[list[Cell]]) -> Iterator[tuple[Field, Cell]]:
    heads = [[field(cell.text) for cell in line] for line in lines]
    at = 0
    while at < len(lines):
        yield from _across(lines[at], heads[at])
        block = _block(heads, at)
        if block:
            yield from _under(lines, heads, at, block)
        elif _heads_table(heads[at]):
            yield from _aligned(lines, heads, at)
        at += max(block, 1)


def _across(cells: Sequence[Cell], kinds: Sequence[Field | None]) -> Iterator[tuple[Field, Cell]]:
    """A label and its value side by side in the columns of one line."""
    for kind, beside, cell in zip(kinds, kinds[1:], cells[1:], strict=False):
        if kind and not beside:
            yield kind, cell


def _block(heads: Sequence[Sequence[Field | None]], at: int) -> int:
    """How many lines from here on hold nothing but labels."""
    size = 0
    while at + size < len(heads) and all(heads[at + size]):
        size += 1
    return size


def _heads_table(kinds: Sequence[Field | None]) -> bool:
    """Whether a line with other words among its labels can be the head of a table."""
    told = [kind for kind in kinds if kind]
    return len(kinds) >= _COLUMNS and len(told) > 1 and any(kind not in ("day", "other") for kind in told)


def _aligned(
    lines: Sequence[list[Cell]], heads: Sequence[Sequence[Field | None]], at: int
) -> Iterator[tuple[Field, Cell]]:
    """The lines below such a head, as long as they have as many cells as it has."""
    for line in lines[at + 1 : at + 1 + _TABLE]:
        if len(line) != len(lines[at]):
            return
        yield from ((kind, cell) for kind, cell in zip(heads[at], line, strict=True) if kind)


def _under(
    lines: Sequence[list[Cell]], heads: Sequence[Sequence[Field | None]], at: int, block: int
) -> Iterator[tuple[Field, Cell]]:
    """The lines below a block of labels, each matched to its own; below a single head all lines of the table."""
    table = block == 1 and len(lines[at]) > 1
    last = at + block
    for row in range(last, min(last + (_TABLE if table else block), len(lines))):
        head = at + (row - last) % block
        if any(heads[row]) or (table and len(lines[row]) == 1):  # running text has one cell
            return
        for label, cell in beneath(lines[head], lines[row]):
            kind = heads[head][label]
            if kind:
                yield kind, cell


def _end(text: str, kind: Kind, cell: Cell) -> int | None:
    """Where the value ends, or None if the cell holds nothing of this kind."""
    if kind in ("employer", "organization"):
        end = min(proper_end(text, cell.start), cell.end)
        return end if end - cell.start >= _FEWEST else None
    if kind in ("claim number", "record number", "license number"):
        return cell.start + size if (size := _number(cell.text)) else None
    shape = _SHAPES.get(kind)
    found = shape.match(cell.text) if shape else None
    return cell.start + found.end() if found else None


def _number(text: str) -> int:
    """How many characters at the start of a cell are a number in one group or several; 0 if they are none."""
    at = end = 0
    while group := _GROUP.match(text, at):
        end, at = group.end(), group.end() + 1
        if text[end:at] != " ":
            break
    number = text[:end].rstrip(" .")
    digits = sum(map(str.isdigit, number))
    return len(number) if digits >= _FEWEST and not is_date(number) else 0
