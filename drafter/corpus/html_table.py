"""A table of a page: its rows, with cells that span several rows repeated in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.corpus.blocks import Table
from drafter.intake.lines import clean

_CELLS = ("td", "th")


def is_data(table: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a table holds data: one that only lays out a page has headings, other tables or a single column."""
    if next(table.iterdescendants("table", "h1", "h2", "h3", "h4", "h5", "h6"), None) is not None:
        return False
    return any(len(list(row.iterchildren(*_CELLS))) > 1 for row in table.iterdescendants("tr"))


def read_table(table: Any) -> Table:  # noqa: ANN401
    """All rows that have text; header rows are those of `thead`, or the first ones made of `th` alone."""
    rows: list[tuple[str, ...]] = []
    headed = 0
    hanging: dict[int, tuple[int, str]] = {}
    for row in table.iterdescendants("tr"):
        cells = tuple(_cells(row, hanging))
        if not any(cells):
            continue
        if headed == len(rows) and _is_header(row):
            headed += 1
        rows.append(cells)
    caption = next((_text(found) for found in table.iterchildren("caption")), "")
    return Table(tuple(rows), headed if headed < len(rows) else 0, caption)


def _cells(row: Any, hanging: dict[int, tuple[int, str]]) -> Iterator[str]:  # noqa: ANN401
    """The row's cells and, in their columns, those that reach down from above; `hanging` is carried along."""
    own = list(row.iterchildren(*_CELLS))
    column = 0
    while own or column in hanging:
        if column in hanging:
            left, text = hanging.pop(column)
            if left > 1:
                hanging[column] = (left - 1, text)
            yield text
            column += 1
            continue
        cell = own.pop(0)
        text = _text(cell)
        if (down := _span(cell, "rowspan")) > 1:
            hanging[column] = (down - 1, text)
        yield text
        column += _span(cell, "colspan")


def _is_header(row: Any) -> bool:  # noqa: ANN401
    parent = row.getparent()
    cells = list(row.iterchildren(*_CELLS))
    return (parent is not None and parent.tag == "thead") or (bool(cells) and all(cell.tag == "th" for cell in cells))


def _text(element: Any) -> str:  # noqa: ANN401
    """Text of a cell; lines and items are parted, and pictures stand for themselves by their words."""
    pieces: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in ("br", "p", "div", "li"):
            pieces.append(" ")
        if node.tag == "img":
            pieces.append(f" {node.get('alt') or ''} ")
        if node.tag == "sup" and (node.text or "").strip()[:1].isdigit():
            pieces.append("^")
        pieces.append(node.text or "")
        if node is not element:
            pieces.append(node.tail or "")
    return clean("".join(pieces))


def _span(cell: Any, name: str) -> int:  # noqa: ANN401
    value = (cell.get(name) or "").strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 4 else 1
