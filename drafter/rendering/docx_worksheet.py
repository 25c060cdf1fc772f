"""The reviewer's worksheet in the Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Pt

from drafter.rendering.docx_parts import Lines, add_row, run, table
from drafter.rendering.letter import Letter
from drafter.rendering.searching import LIBRARY_TITLE, SEARCH_TITLE
from drafter.rendering.words import plain, severity_word
from drafter.rendering.worksheet import (
    CASE_TIMELINE_TITLE,
    CRITERION_COLUMNS,
    TIMELINE_TITLE,
    CriterionRow,
    Quote,
    Worksheet,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_SMALL = 9.0
_TABLE = 8.5
_CRITERION_WIDTHS = (1.65, 0.9, 0.95, 1.75, 1.65, 2.6)
"""Most quotes stand in the last column: those nearest to what was not found."""
_FLAG_WIDTHS = (0.9, 1.9, 6.7)


def add_worksheets(document: Document, letter: Letter) -> None:
    """One worksheet an item."""
    document.add_heading("Reviewer's worksheet", 1)
    document.add_paragraph(" ".join(letter.worksheet_notes))
    if letter.timeline:
        _list(document, CASE_TIMELINE_TITLE, letter.timeline)
    for sheet in letter.worksheets:
        _worksheet(document, sheet)


def _worksheet(document: Document, sheet: Worksheet) -> None:
    document.add_heading(f"Worksheet {sheet.number}. {sheet.request}", 2)
    facts = _labelled(document, "Locked request: ")
    facts.paragraph_format.keep_with_next = True
    run(facts, "; ".join(f"{label}: {value}" for label, value in sheet.lock), size=_SMALL)
    _criteria(document, sheet)
    _flags(document, sheet)
    _list(document, "What is missing", sheet.missing)
    if sheet.timeline:
        _list(document, TIMELINE_TITLE, sheet.timeline)
    if sheet.searched:
        _list(document, SEARCH_TITLE, sheet.searched)
    if sheet.library:
        _list(document, LIBRARY_TITLE, tuple(f"{line.source}: “{line.quote}”" for line in sheet.library))
    _list(document, "Other guidelines considered", sheet.other_guidelines)
    _list(document, "Prior decisions on similar requests (context, not authority)", sheet.precedents)


def _criteria(document: Document, sheet: Worksheet) -> None:
    if not sheet.rows:
        document.add_paragraph("No criteria were assessed.")
        return
    grid = table(document, CRITERION_COLUMNS, _CRITERION_WIDTHS, _TABLE)
    for row in sheet.rows:
        add_row(grid, _criterion(row), _TABLE)


def _criterion(row: CriterionRow) -> list[Lines]:
    """The cells of a row; a search that found no evidence takes the room of the evidence as well."""
    status = [(row.status, True)] + ([(row.remarks, False)] if row.remarks else [])
    cells: list[Lines] = [[(row.criterion, False)], [(row.kind, False)], status]
    if row.evidence or row.contrary:
        searched = ([(row.searched, False)] if row.searched else []) + _quotes(row.nearest)
        return [*cells, _quotes(row.evidence), _quotes(row.contrary), searched]
    found = f"No evidence either way. Searched {row.searched}" if row.searched else "No evidence either way."
    return [*cells, [(found, False), *_quotes(row.nearest)]]


def _quotes(quotes: tuple[Quote, ...]) -> list[tuple[str, bool]]:
    return [(f"“{quote.text}” ({quote.place})", False) for quote in quotes]


def _flags(document: Document, sheet: Worksheet) -> None:
    heading = _labelled(document, "Flags" if sheet.flags else "Flags: none.")
    if not sheet.flags:
        return
    heading.paragraph_format.keep_with_next = True
    grid = table(document, ("Severity", "Where", "Message"), _FLAG_WIDTHS, _TABLE)
    for flag in sheet.flags:
        message = f"{plain(flag.message)} ({plain(flag.code)})"
        add_row(grid, [[(severity_word(flag), True)], [(plain(flag.where), False)], [(message, False)]], _TABLE)


def _list(document: Document, title: str, entries: tuple[str, ...]) -> None:
    _labelled(document, title if entries else f"{title}: none.").paragraph_format.keep_with_next = bool(entries)
    for entry in entries:
        run(document.add_paragraph(style="List Bullet"), entry, size=_SMALL)


def _labelled(document: Document, label: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.space_after = Pt(3)
    run(paragraph, label, bold=True, size=_SMALL)
    return paragraph
