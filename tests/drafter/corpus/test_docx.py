"""DOCX into blocks."""

from __future__ import annotations

import docx as word
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.corpus.blocks import Heading, Table, Text
from drafter.corpus.docx import read_docx
from drafter.errors import InputError
from tests.drafter.corpus.samples import docx, saved


def test_styles_bold_lines_lists_and_tables():
    read = read_docx("hand.docx", docx())
    assert read.title == "Sample Society Hand Guideline"
    assert read.blocks == [
        Heading(1, "Therapy"),
        Text("Splinting comes first."),
        Heading(2, "Exercise"),
        Text("- six visits at first"),
        Heading(7, "Dose limits"),
        Text("No more than one injection."),
        Table((("Measure", "Rating"), ("Splint", "strong"), ("Heat", "weak")), 1),
    ]


def test_merged_cells_are_told_once_in_a_row():
    document = word.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(0, 2).text = "Third"
    for column in range(3):
        table.cell(1, column).text = f"c{column}"
    (block,) = read_docx("a.docx", saved(document)).blocks
    assert block.rows == (("Both", "Third"), ("c0", "c1", "c2"))


def test_pages_are_those_that_word_laid_out():
    document = word.Document()
    document.add_heading("Therapy", 1)
    across = document.add_paragraph("Starts here ")
    across.runs[0]._element.append(OxmlElement("w:lastRenderedPageBreak"))
    across.add_run("and ends there.")
    after = document.add_paragraph()
    run = after.add_run()
    run._element.append(OxmlElement("w:lastRenderedPageBreak"))
    run.add_text("On the third page.")
    assert [(block.page, getattr(block, "last", None)) for block in read_docx("a.docx", saved(document)).blocks] == [
        (1, None),
        (1, 2),
        (3, 3),
    ]


def test_an_outline_level_makes_a_heading_of_any_style():
    document = word.Document()
    paragraph = document.add_paragraph("Surgery of the hand is a last resort.")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    paragraph._element.get_or_add_pPr().append(level)
    assert read_docx("a.docx", saved(document)).blocks == [Heading(2, "Surgery of the hand is a last resort.")]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04broken"])
def test_a_damaged_file_is_one_line(content):
    with pytest.raises(InputError, match=r"^hand\.docx: .*damaged"):
        read_docx("hand.docx", content)


@pytest.mark.parametrize("part", ["style", "cell"])
def test_a_value_that_word_never_writes_is_one_line_too(part):
    document = word.Document()
    document.add_paragraph("Splints come first.")
    if part == "style":
        document.styles["Normal"].element.set(qn("w:type"), "strange")
    else:
        span = OxmlElement("w:gridSpan")
        span.set(qn("w:val"), "wide")
        document.add_table(2, 2).cell(0, 0)._tc.get_or_add_tcPr().append(span)
    with pytest.raises(InputError, match=r"^hand\.docx: .*damaged"):
        read_docx("hand.docx", saved(document))
