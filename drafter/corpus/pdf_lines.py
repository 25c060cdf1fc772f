"""Lines of a PDF with what tells a heading: size, weight, place."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from drafter.intake.lines import clean
from drafter.intake.pdf_file import open_pdf

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_EDGE = 3
_OFTEN = 3
_PLACE = 4.0
"""Points within which a header stands on every page."""
_DIGITS = re.compile(r"\d+")
_SECTION = re.compile(r"^\d{1,2}\.\d")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\W*$", re.IGNORECASE)
_WIDE = 1.0
"""Distance between two pieces of a line, in heights of its letters, from which they are cells of a table."""


class PdfLine(NamedTuple):
    """A line as it stands on the page, in points from the lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    """Of the line's letters, ascender to descender."""
    bold: bool
    cells: tuple[tuple[float, str], ...] = ()
    """Pieces with wide gaps between them, each with its left edge; empty for running text."""


class Outline(NamedTuple):
    """A bookmark: its level from 1, its title, and its page."""

    level: int
    title: str
    page: int


class PdfText(NamedTuple):
    """All pages of a PDF."""

    title: str | None
    outline: list[Outline]
    pages: list[list[PdfLine]]
    unread: tuple[int, ...]
    """Pages with a picture and without text."""


def read_lines(name: str, content: bytes) -> PdfText:
    """Lines without page headers and footers; an unusable file is an InputError."""
    with open_pdf(name, content) as document:
        return _read(document)


def _read(document: Any) -> PdfText:  # noqa: ANN401 - pypdfium2 has no types
    pages = [list(_page(document, index)) for index in range(len(document))]
    unread = tuple(number for number, page in enumerate(pages, start=1) if not page and _shows(document[number - 1]))
    title = clean(document.get_metadata_value("Title") or "")
    return PdfText(title or None, list(_outline(document)), _without_furniture(pages), unread)


def _shows(page: Any) -> bool:  # noqa: ANN401
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None


def _outline(document: Any) -> Iterator[Outline]:  # noqa: ANN401
    for mark in document.get_toc():
        target = mark.get_dest()
        index = target.get_index() if target else None
        title = clean(mark.get_title() or "")
        if index is not None and title:
            yield Outline(mark.level + 1, title, index + 1)


def _page(document: Any, index: int) -> Iterator[PdfLine]:  # noqa: ANN401
    page = document[index]
    text_page = page.get_textpage()
    start, last = 0, text_page.count_chars() - 1
    for row in text_page.get_text_range().split("\r\n"):
        text = clean(row)
        if text:
            first = min(start + len(row) - len(row.lstrip()), last)
            end = min(start + len(row.rstrip()) - 1, last)
            yield _line(text_page, text, index + 1, first, max(first, end))
        start += len(row) + 2
    text_page.close()
    page.close()


def _line(text_page: Any, text: str, page: int, first: int, end: int) -> PdfLine:  # noqa: ANN401
    samples = sorted({first, (first + end) // 2, end})
    boxes = [text_page.get_charbox(place, loose=True) for place in samples]
    left, bottom, _, _ = boxes[0]
    height = sorted(box[3] - box[1] for box in boxes)[len(boxes) // 2]
    bold = all(_is_bold(text_page, place) for place in samples)
    cells = tuple(_cells(text_page, first, end, height)) if " " in text else ()
    return PdfLine(text, page, left, boxes[-1][2], bottom, height, bold, cells)


def _cells(text_page: Any, first: int, end: int, height: float) -> Iterator[tuple[float, str]]:  # noqa: ANN401
    """The line cut at wide gaps, if it has any."""
    count = text_page.count_rects(first, end - first + 1)
    if count < 2:
        return
    spans: list[list[float]] = []
    for left, bottom, right, top in sorted(text_page.get_rect(index) for index in range(count)):
        if spans and left - spans[-1][2] < _WIDE * height:
            spans[-1] = [spans[-1][0], min(bottom, spans[-1][1]), max(right, spans[-1][2]), max(top, spans[-1][3])]
        else:
            spans.append([left, bottom, right, top])
    if len(spans) > 1:
        for span in spans:
            text = clean(text_page.get_text_bounded(*(span[0] - 1, span[1], span[2] + 1, span[3])))
            if text:
                yield span[0], text


def _is_bold(text_page: Any, place: int) -> bool:  # noqa: ANN401
    if pdfium.FPDFText_GetFontWeight(text_page, place) >= _BOLD_WEIGHT:
        return True
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    size = pdfium.FPDFText_GetFontInfo(text_page, place, buffer, len(buffer), flags)
    return 0 < size <= len(buffer) and bool(_BOLD_NAME.search(buffer.value.decode("utf-8", "replace")))


def _without_furniture(pages: Sequence[list[PdfLine]]) -> list[list[PdfLine]]:
    """Leave out lines at the edge of a page that stand in the same place, but for their numbers, on several."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    kept = []
    for page in pages:
        furniture = {id(line) for line in _edges(page) if shapes[_shape(line)] >= _often(line, len(pages))}
        kept.append([line for line in page if id(line) not in furniture])
    return kept


def _often(line: PdfLine, pages: int) -> int:
    """Pages on which a line is furniture; a page number alone is on two, a numbered heading on none."""
    if _SECTION.match(line.text):
        return pages + 1
    return 2 if _PAGE_NUMBER.match(line.text) else _OFTEN


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines nearest to the upper and the lower edge, wherever they stand in the order of the text."""
    by_height = sorted(page, key=lambda line: -line.bottom)
    return [*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]]


def _shape(line: PdfLine) -> tuple[str, int]:
    """Numbers count in a sentence: two that differ only there are no header."""
    text = line.text.lower()
    return text if text.endswith(".") else _DIGITS.sub("#", text), round(line.bottom / _PLACE)
