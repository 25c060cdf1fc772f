"""Files that are no PDF: DOCX, TIFF and PNG scans, plain text, HTML."""

from __future__ import annotations

import datetime as dt
import html
import io
import zipfile

import docx
from docx.document import Document
from docx.shared import Pt
from PIL import Image

from scripts.cases.clinic import Clinic
from scripts.cases.markup import Block, blocks
from scripts.cases.paper import LABEL

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def docx_pages(clinic: Clinic, text: str) -> tuple[bytes, list[str]]:
    """The record as a Word file, and the text of each of its pages (page breaks are explicit)."""
    document = docx.Document()
    document.styles["Normal"].font.name = {"Times": "Times New Roman", "Courier": "Courier New"}.get(
        clinic.font, "Arial"
    )
    document.styles["Normal"].font.size = Pt(clinic.size + 1)
    document.core_properties.created = document.core_properties.modified = dt.datetime(2000, 1, 1)
    document.core_properties.comments = LABEL
    pages: list[list[str]] = [[]]
    for line in (clinic.name, *clinic.lines):
        document.add_paragraph(line)
        pages[0].append(line)
    rows: list[Block] = []
    for block in [*blocks(text), Block("", (LABEL,))]:
        if rows and block.kind != rows[0].kind:
            pages[-1].extend(_table(document, rows))
            rows = []
        if block.kind in ("|", ":"):
            rows.append(block)
        elif block.kind == "===":
            document.add_page_break()  # type: ignore[no-untyped-call]
            pages.append([])
        elif shown := _shown(block):
            document.add_paragraph(shown, style="Heading 2" if block.kind == "#" else None)
            pages[-1].append(shown)
    held = io.BytesIO()
    document.save(held)
    return _undated(held.getvalue()), ["\n".join(page) for page in pages]


def _table(document: Document, rows: list[Block]) -> list[str]:
    width = max(len(row.cells) for row in rows)
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=False):
            cell.text = text.replace("[x]", "[X]")
    return [" ".join(row.cells).replace("[x]", "[X]") for row in rows]


def _shown(block: Block) -> str:
    if block.kind in ("|=", "----", "..."):
        return ""
    text = ", ".join(cell for cell in block.cells if cell).replace("[x]", "[X]")
    return f"- {text}" if block.kind == "-" else text


def _undated(data: bytes) -> bytes:
    """The archive with fixed times, so that the same record makes the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def tiff(pages: list[Image.Image]) -> bytes:
    """The scanned pages as one TIFF, in the coding of fax machines."""
    held = io.BytesIO()
    first, *others = [page.convert("1") for page in pages]
    first.save(held, format="TIFF", compression="group4", save_all=True, append_images=others, dpi=(150, 150))
    return held.getvalue()


def png(page: Image.Image) -> bytes:
    """One scanned page as PNG."""
    held = io.BytesIO()
    page.save(held, format="PNG", optimize=True, dpi=(150, 150))
    return held.getvalue()


def plain_text(clinic: Clinic, text: str) -> str:
    """The record as an e-mail or a note that was saved as text."""
    shown = ["\t".join(block.cells) if block.kind in ("|", ":") else _shown(block) for block in blocks(text)]
    return "\n\n".join(part for part in [*clinic.lines, *shown, LABEL] if part) + "\n"


def web_page(clinic: Clinic, text: str) -> str:
    """The record as a page that was saved from a portal."""
    parts = [f"<h1>{html.escape(clinic.name)}</h1>"]
    for block in blocks(text):
        cells = [html.escape(cell) for cell in block.cells]
        if block.kind in ("|", ":"):
            parts.append("<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>")
        elif shown := html.escape(_shown(block)):
            parts.append(f"<h2>{shown}</h2>" if block.kind in ("#", "T:") else f"<p>{shown}</p>")
    style = "<style>body { font-family: sans-serif } .hide { display: none }</style>"
    head = f'<meta charset="utf-8"><title>Chart export</title>{style}<script>var menu = "open";</script>'
    body = "\n".join([*parts, f"<p>{LABEL}</p>"])
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>\n"
