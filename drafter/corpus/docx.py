"""DOCX into blocks, by heading styles, outline levels, lists and tables (python-docx)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from drafter.corpus.blocks import BOLD_LEVEL, Block, Document, Table, Text, heading_or_text, reads_as_title
from drafter.errors import InputError
from drafter.intake.lines import clean

_STYLE = re.compile(r"^heading (\d)$", re.IGNORECASE)
_LARGEST = 200_000_000
"""Bytes of the unpacked text; beyond it the file is a trap, or no guideline."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(name: str, content: bytes) -> Document:
    """The blocks of a document. Page numbers are those that Word laid out when it last saved the file, if any."""
    import docx

    _check(name, content)
    try:
        document = docx.Document(io.BytesIO(content))
        title = clean(document.core_properties.title or "")
        return Document(list(_Walk(document)), title or None)
    except Exception as error:  # python-docx lets errors of zip, XML, packages and values through, at any element
        raise InputError(f"{name}: cannot be read as DOCX; the file is damaged or no Word document") from error


def _check(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read as DOCX; the file is damaged or no Word document") from error
    if size > _LARGEST:
        raise InputError(f"{name}: unpacks to {size // 1_000_000} MB; save it without pictures")


class _Walk:
    """The body in order, with the page that each part starts on."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - python-docx has no types
        self._document = document
        body = document.element.body
        self._laid_out = next(body.iter(f"{_WORD}lastRenderedPageBreak"), None) is not None
        self._page = 1

    def __iter__(self) -> Iterator[Block]:
        from docx.table import Table as WordTable

        for part in self._document.iter_inner_content():
            if isinstance(part, WordTable):
                yield from self._table(part)
            else:
                yield from self._paragraph(part)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:  # noqa: ANN401
        text = clean(paragraph.text)
        # A break in front of the text moves the whole paragraph; one inside it only its end.
        leading, breaks = _breaks(paragraph)
        self._page += leading
        page = self._number()
        self._page += breaks - leading
        if not text:
            return
        level = _level(paragraph)
        if level:
            yield heading_or_text(level, text, page)
        elif _is_item(paragraph):
            yield Text(f"- {text}", page, self._number())
        elif reads_as_title(text) and all(run.bold for run in paragraph.runs if run.text.strip()) and paragraph.runs:
            yield heading_or_text(BOLD_LEVEL, text.rstrip(" :"), page)
        else:
            yield Text(text, page, self._number())

    def _table(self, table: Any) -> Iterator[Block]:  # noqa: ANN401
        page = self._number()
        rows = [tuple(_cells(row)) for row in table.rows]
        self._page += sum(1 for _ in table._element.iter(f"{_WORD}lastRenderedPageBreak"))
        filled = tuple(row for row in rows if any(row))
        if len(filled) == 1 or all(len(row) == 1 for row in filled):
            yield from (Text(cell, page) for row in filled for cell in row if cell)
        elif filled:
            yield Table(filled, _header_rows(table, len(filled)), page=page)

    def _number(self) -> int | None:
        return self._page if self._laid_out else None


def _breaks(paragraph: Any) -> tuple[int, int]:  # noqa: ANN401
    """Page breaks that Word laid out in front of the first text, and in the whole paragraph."""
    leading = total = 0
    text_seen = False
    for node in paragraph._element.iter(f"{_WORD}lastRenderedPageBreak", f"{_WORD}t"):
        if node.tag.endswith("}t"):
            text_seen = text_seen or bool(node.text)
        else:
            total += 1
            leading += not text_seen
    return leading, total


def _level(paragraph: Any) -> int | None:  # noqa: ANN401
    """Level of a heading style, or of the outline level of the paragraph, its style, or the style that is based on."""
    outline = _outline(paragraph._element)
    style = paragraph.style
    while style is not None:
        if style.name == "Title":
            return 1
        if found := _STYLE.match(style.name or ""):
            return int(found[1])
        outline = _outline(style.element) if outline is None else outline
        style = style.base_style
    return outline + 1 if outline is not None and outline < 9 else None


def _outline(element: Any) -> int | None:  # noqa: ANN401
    found = element.find(f"{_WORD}pPr/{_WORD}outlineLvl")
    value = found.get(f"{_WORD}val") if found is not None else None
    return int(value) if value and value.isdigit() else None


def _is_item(paragraph: Any) -> bool:  # noqa: ANN401
    style = paragraph.style.name or "" if paragraph.style is not None else ""
    return style.startswith("List") or paragraph._element.find(f"{_WORD}pPr/{_WORD}numPr") is not None


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    """A cell that spans columns once; one that spans rows in each of them."""
    before = None
    for cell in row.cells:
        if cell._tc is not before:
            yield clean(" ".join(cell.text.split()))
        before = cell._tc


def _header_rows(table: Any, count: int) -> int:  # noqa: ANN401
    """Rows that Word repeats on each page; without such a mark the first one."""
    marked = sum(1 for row in table.rows if row._tr.find(f"{_WORD}trPr/{_WORD}tblHeader") is not None)
    return min(marked or 1, count - 1)
