"""The letter as a Word document: portrait for the letter, landscape for the reviewer's worksheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Pt

from drafter.case import Case
from drafter.draft import Draft, Flag
from drafter.rendering.docx_package import package, stamp
from drafter.rendering.docx_parts import (
    ALARM,
    QUIET,
    add_row,
    alarm,
    fill,
    page_number,
    run,
    set_margins,
    set_up_styles,
    table,
)
from drafter.rendering.docx_worksheet import add_worksheets
from drafter.rendering.item import ItemSection
from drafter.rendering.letter import ATTESTATIONS, HOW_MADE, ISSUES_INTRO, Letter, compose
from drafter.rendering.notes import MarkedSentence, Note
from drafter.rendering.words import BLANK, LABEL, plain, severity_word

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

_SMALL = 9.0
_PORTRAIT_WIDTH = 6.5
_LANDSCAPE_WIDTH = 9.5


def docx_bytes(draft: Draft, case: Case) -> bytes:
    """The Word file; the same draft gives the same bytes."""
    letter = compose(draft, case)
    document: Document = docx.Document()
    set_up_styles(document)
    _portrait(document.sections[0])
    _running_heads(document.sections[0], letter, _PORTRAIT_WIDTH)
    _opening(document, letter)
    _issues(document, letter)
    _closing(document, letter)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _landscape(section)
    _running_heads(section, letter, _LANDSCAPE_WIDTH)
    add_worksheets(document, letter)
    stamp(document, f"Draft determination {letter.case_number}", draft.created_at)
    return package(document)


def _portrait(section: Section) -> None:
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    set_margins(section, 1)


def _landscape(section: Section) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Inches(11), Inches(8.5)
    set_margins(section, 0.75)


def _running_heads(section: Section, letter: Letter, width: float) -> None:
    """Every page says which case it belongs to and that it is a draft: pages get separated."""
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
        part.paragraphs[0].paragraph_format.tab_stops.clear_all()
        part.paragraphs[0].style = "Normal"
        part.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(Inches(width), WD_TAB_ALIGNMENT.RIGHT)
    run(section.header.paragraphs[0], f"Case {letter.case_number}\tDraft", size=8.5, color=QUIET)
    run(section.footer.paragraphs[0], f"{LABEL}\t", size=8.5, color=QUIET)
    page_number(section.footer.paragraphs[0])


def _opening(document: Document, letter: Letter) -> None:
    document.add_paragraph("Independent Medical Review: draft determination", style="Title")
    run(document.add_paragraph(), LABEL, bold=True)
    _flags(document, letter.flags)
    _header_block(document, letter)
    document.add_heading("How the IMR final determination was made", 1)
    document.add_paragraph(HOW_MADE)
    reviewer = document.add_paragraph()
    run(reviewer, "Reviewer: ", bold=True)
    run(reviewer, letter.reviewer)
    document.add_paragraph("To be attested by the reviewer:").paragraph_format.keep_with_next = True
    for statement in ATTESTATIONS:
        _hanging(document, f"[   ]\t{statement}", 10.5)
    document.add_heading("Documents reviewed", 1)
    _documents(document, letter)
    document.add_heading("Clinical case summary", 1)
    document.add_paragraph(letter.summary)
    for line in letter.condition:
        entry = document.add_paragraph()
        run(entry, f"{line.label}: ", bold=True)
        run(entry, "; ".join(f"“{quote.text}”" for quote in line.quotes) + f" ({line.place})")


def _header_block(document: Document, letter: Letter) -> None:
    grid = document.add_table(rows=0, cols=2)
    for fields in letter.header:
        cells = grid.add_row().cells
        for cell, field in zip(cells, fields, strict=False):
            fill(cell, [(f"{field.label}: ", True)], 10.5)
            run(cell.paragraphs[0], field.value, size=10.5)


def _documents(document: Document, letter: Letter) -> None:
    if not letter.records:
        document.add_paragraph("None were supplied.")
        return
    columns = ("No.", "Title", "Author", "Date", "Pages", "Remark")
    grid = table(document, columns, (0.45, 2.3, 1.35, 0.85, 0.6, 0.95), _SMALL)
    for number, record in enumerate(letter.records, start=1):
        add_row(grid, [[(value, False)] for value in (str(number), *record)], _SMALL)


def _issues(document: Document, letter: Letter) -> None:
    document.add_heading("IMR issues, decisions and rationales", 1)
    document.add_paragraph(ISSUES_INTRO)
    for item in letter.items:
        _item(document, item)


def _item(document: Document, item: ItemSection) -> None:
    document.add_heading(f"{item.number}. {item.request}", 2)
    _flags(document, item.blocks)
    if item.dispute:
        document.add_paragraph(item.dispute).paragraph_format.keep_with_next = True
    outcome = document.add_paragraph()
    outcome.paragraph_format.keep_with_next = True
    run(outcome, item.outcome, bold=True)
    outcome.add_run().add_break()
    run(outcome, item.meaning)
    if item.missing:
        _labelled(document, "What is missing:", "").paragraph_format.keep_with_next = True
        for entry in item.missing:
            document.add_paragraph(entry, style="List Bullet")
    guidelines = " ".join(item.guidelines) or "none in force was found."
    _labelled(document, "Guideline relied on: ", guidelines)
    rationale = _labelled(document, "Decision rationale: ", "")
    if not item.rationale:
        run(rationale, "none drafted; see the worksheet for the findings.")
    for sentence in item.rationale:
        _sentence(rationale, sentence)
    for note in item.notes:
        _hanging(document, _note_text(note), _SMALL)
    _labelled(document, "Reviewer's decision: ", BLANK)


def _sentence(paragraph: Paragraph, sentence: MarkedSentence) -> None:
    run(paragraph, sentence.text)
    run(paragraph, "".join(f"[{number}]" for number in sentence.marks), size=8.5, color=QUIET)
    for warning in sentence.warnings:
        run(paragraph, f" [{warning}]", bold=True, color=ALARM)
    run(paragraph, " ")


def _note_text(note: Note) -> str:
    remark = f" ({note.remark})" if note.remark else ""
    return f"[{note.number}]\t{note.source}{remark}: “{note.quote}”"


def _flags(document: Document, flags: tuple[Flag, ...]) -> None:
    for flag in flags:
        paragraph = document.add_paragraph()
        blocks = flag.severity == "block"
        if blocks:
            alarm(paragraph)
        paragraph.paragraph_format.keep_with_next = True
        run(paragraph, f"{severity_word(flag)}: ", bold=True, color=ALARM if blocks else None)
        run(paragraph, f"{plain(flag.message)} ({plain(flag.where)}, {plain(flag.code)})")


def _closing(document: Document, letter: Letter) -> None:
    signature = document.add_paragraph()
    signature.paragraph_format.space_before = Pt(24)
    signature.paragraph_format.keep_with_next = True
    run(signature, f"Reviewer's signature: {BLANK}{BLANK[:10]}     Date: {BLANK[:14]}")
    label = document.add_paragraph()
    run(label, LABEL, bold=True, size=_SMALL)
    run(label, f" {letter.provenance}", size=_SMALL, color=QUIET)


def _labelled(document: Document, label: str, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    run(paragraph, label, bold=True)
    if text:
        run(paragraph, text)
    return paragraph


def _hanging(document: Document, text: str, size: float) -> None:
    """A paragraph whose mark stands out to the left of its text."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Inches(0.35)
    paragraph.paragraph_format.first_line_indent = Inches(-0.35)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(0.35))
    paragraph.paragraph_format.space_after = Pt(2)
    run(paragraph, text, size=size)
