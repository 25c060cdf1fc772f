"""Pieces of a Word document that python-docx has no call for: shading, page numbers, fixed column widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

Lines = Sequence[tuple[str, bool]]
"""The paragraphs of a cell, each with whether it is bold."""

FONT = "Calibri"
INK = RGBColor(0x1A, 0x1A, 0x1A)
QUIET = RGBColor(0x59, 0x59, 0x59)
ALARM = RGBColor(0x8B, 0x1A, 0x1A)
_FILL_ALARM = "FBE9E7"
_FILL_QUIET = "F2F2F2"


def set_up_styles(document: Document) -> None:
    """One typeface, black headings: a letter, not a brochure."""
    _style(document, "Normal", 10.5, bold=False, before=0, after=6)
    _style(document, "Title", 15, bold=True, before=0, after=4)
    _style(document, "Heading 1", 12, bold=True, before=14, after=4)
    _style(document, "Heading 2", 11.5, bold=True, before=12, after=4)
    _style(document, "List Bullet", 10.5, bold=False, before=0, after=2)
    border = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    _underline(document.styles["Heading 1"].element.get_or_add_pPr())


def set_margins(section: Section, inches: float) -> None:
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Inches(inches))
    section.header_distance = section.footer_distance = Inches(inches / 2)


def run(paragraph: Paragraph, text: str, *, bold: bool = False, size: float = 0, color: RGBColor | None = None) -> None:
    """Append text with its own looks."""
    piece = paragraph.add_run(text)
    piece.bold = bold or None
    if size:
        piece.font.size = Pt(size)
    if color is not None:
        piece.font.color.rgb = color


def alarm(paragraph: Paragraph) -> None:
    """Shade a paragraph so that a blocking flag cannot be overlooked, also in a black and white print."""
    _shade(paragraph._p.get_or_add_pPr(), _FILL_ALARM)


def table(document: Document, columns: Sequence[str], widths: Sequence[float], size: float) -> Table:
    """A grid whose header row repeats on each page; `widths` in inches."""
    grid: Table = document.add_table(rows=1, cols=len(columns))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fix_widths(grid, widths)
    for cell, column in zip(grid.rows[0].cells, columns, strict=True):
        fill(cell, [(column, True)], size)
        _shade(cell._tc.get_or_add_tcPr(), _FILL_QUIET)
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return grid


def add_row(grid: Table, cells: Sequence[Lines], size: float) -> None:
    """Append a row; a row with fewer cells than columns lets its last cell reach to the right edge."""
    row: _Row = grid.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column in zip(row.cells, grid.columns, strict=True):
        cell.width = column.width or cell.width
    if len(cells) < len(row.cells):
        row.cells[len(cells) - 1].merge(row.cells[-1])
    for cell, lines in zip(row.cells, cells, strict=False):
        fill(cell, lines, size)


def fill(cell: _Cell, lines: Lines, size: float) -> None:
    """Put lines into a cell, one paragraph each."""
    for number, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        run(paragraph, text, bold=bold, size=size)


def page_number(paragraph: Paragraph) -> None:
    """Append "Page 1 of 3" as fields."""
    run(paragraph, "Page ", size=8.5, color=QUIET)
    _field(paragraph, "PAGE")
    run(paragraph, " of ", size=8.5, color=QUIET)
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    """A field in runs of its own: viewers take the looks of its result from the run that shows it."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        piece = paragraph.add_run("1" if kind == "result" else "")
        piece.font.size = Pt(8.5)
        piece.font.color.rgb = QUIET
        if kind == "instruction":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            piece._r.append(instruction)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            piece._r.append(mark)


def _style(document: Document, name: str, size: float, *, bold: bool, before: float, after: float) -> None:
    style = document.styles[name]
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _underline(properties: BaseOxmlElement) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "7F7F7F")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _shade(properties: BaseOxmlElement, fill: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    properties.append(shade)


def _fix_widths(grid: Table, widths: Sequence[float]) -> None:
    """Word follows the grid, LibreOffice the cells: both get the widths, and nothing may stretch them."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Emu(int(Inches(width)))
        for cell in column.cells:
            cell.width = column.width
