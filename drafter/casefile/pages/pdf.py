"""Pages of a PDF: their text layer, and their images where that is not what the page shows."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.grey import LONGEST_SIDE, Grey, refuse_huge
from drafter.casefile.pages.raw import RawPage
from drafter.casefile.pages.textual import is_garbage, letters, tidy

_DPI = 200
_PARAGRAPH = 1.35
"""Lines of one paragraph are closer than so many times the page's usual distance."""
_SPARSE = 300
"""A page with fewer letters is looked at for an image that shows more: a stamped or numbered scan."""
_COVERED = 0.4
"""Part of the page that images cover from which on a sparse page is a scan."""
_MOST_OBJECTS = 3000
_SAMPLE = 200
_UNMAPPED = 0.2
"""Part of the sampled characters without a Unicode value from which on the text is garbage."""
_TAIL = 2048


def open_pdf(path: Path) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    """The open document, or Unreadable with what to do about it."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        # The reason that PDFium gives may be that of the file before.
        if "password" in str(error).lower() and _names_encryption(path):
            raise Unreadable("is encrypted; save it without a password") from error
        raise Unreadable("is damaged or cut off; ask for the file again") from error
    if not len(document):
        raise Unreadable("has no pages; ask for the file again")
    return document


def _names_encryption(path: Path) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"/Encrypt") >= 0


def is_cut_off(path: Path) -> bool:
    """True when the end mark is missing: pages behind the cut are lost without a trace."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return b"%%EOF" not in file.read()


def pdf_page(document: Any, number: int) -> RawPage:  # noqa: ANN401
    """The text layer of a page (from 1), or a page that wants its image read."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return RawPage("", unread="damaged; ask for the file again")
    try:
        return _layer(page)
    finally:
        page.close()


def pdf_image(document: Any, number: int, dpi: int = _DPI) -> Grey:  # noqa: ANN401
    """A page (from 1) in grey, as a reader sees it."""
    page = document[number - 1]
    try:
        for picture in _images_of(page):
            refuse_huge(*picture.get_px_size())
        scale = min(dpi / 72, LONGEST_SIDE / max(*page.get_size(), 1))
        bitmap = page.render(scale=scale, grayscale=True)
        image = np.array(bitmap.to_numpy(), dtype=np.uint8)
        bitmap.close()
    finally:
        page.close()
    return image.reshape(image.shape[0], image.shape[1], -1)[:, :, 0]


def _layer(page: Any) -> RawPage:  # noqa: ANN401
    textpage = page.get_textpage()
    try:
        raw = textpage.get_text_range().replace("\ufffe", "-") if textpage.count_chars() else ""
        unusable = bool(raw.strip()) and (is_garbage(raw) or _unmapped(textpage))
        text = "" if unusable else tidy("\n".join(_lines(textpage, raw)))
    finally:
        textpage.close()
    return RawPage(text, wants_ocr=unusable or not text or _is_stamped_scan(page, text))


def _lines(textpage: Any, raw: str) -> Iterator[str]:  # noqa: ANN401
    """The lines in the order of the file, an empty one above each larger distance."""
    rows = list(_rows(textpage, raw))
    distances = sorted(above[1] - below[0] for above, below in pairwise(rows) if above[1] > below[0])
    usual = distances[len(distances) // 4] if distances else 0.0
    for index, (top, _, text) in enumerate(rows):
        if index and abs(rows[index - 1][1] - top) > max(1.0, _PARAGRAPH * usual):
            yield ""
        yield text


def _rows(textpage: Any, raw: str) -> Iterator[tuple[float, float, str]]:  # noqa: ANN401
    """Baseline of the first and of the last character, and the text, of each line."""
    start, last = 0, textpage.count_chars() - 1
    for row in raw.split("\r\n"):
        text = row.strip()
        if text:
            first = start + row.index(text[0])
            top = textpage.get_charbox(min(first, last), loose=True)[1]
            bottom = textpage.get_charbox(min(first + len(text) - 1, last), loose=True)[1]
            yield top, bottom, text
        start += len(row) + 2


def _unmapped(textpage: Any) -> bool:  # noqa: ANN401
    """True when the fonts do not say what their characters mean."""
    count = textpage.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    missing = [index for index in sample if pdfium.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1]
    return len(missing) > _UNMAPPED * len(sample)


def _is_stamped_scan(page: Any, text: str) -> bool:  # noqa: ANN401
    """True for a page image with no more text on it than a fax header, a stamp or a page number."""
    if letters(text) >= _SPARSE:
        return False
    width, height = page.get_size()
    bounds = (one.get_bounds() for one in _images_of(page))
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return bool(covered > _COVERED * width * height)


def _images_of(page: Any) -> Iterator[Any]:  # noqa: ANN401
    return islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), _MOST_OBJECTS)
