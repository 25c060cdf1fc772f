"""An HTML file as its reader's browser sees it: what is under a mark, where a link leads."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import lxml.html
import pypdfium2.raw as pdfium

from drafter.rendering.html.boxes import Box

_STYLE = re.compile(r"left:([\d.-]+)%;top:([\d.-]+)%;width:([\d.-]+)%;height:([\d.-]+)%")

_EDGE = 0.4
"""In points: to PDFium a letter that begins, or ends, on the edge of a box is inside."""


class Marked(NamedTuple):
    """A quote on a page image: the file and page that its view names, its words, and its boxes on the image."""

    anchor: str
    file: str
    page: int
    words: str
    boxes: tuple[Box, ...]


def tree(data: bytes) -> Any:
    return lxml.html.document_fromstring(data.decode("utf-8"))


def with_class(root: Any, name: str) -> list[Any]:
    return root.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def marked(root: Any) -> Iterator[Marked]:
    for view in with_class(root, "view"):
        named = re.search(r"File (.+), page (\d+)\.", view.text_content())
        for quote in with_class(view, "quote"):
            frame = _box(quote.get("style"), Box(0, 0, 1, 1))
            boxes = tuple(_box(part.get("style"), frame) for part in with_class(quote, "box"))
            words = quote.get("aria-label").partition(": ")[2]
            yield Marked(quote.get("id"), named[1], int(named[2]), words, boxes)


def _box(style: str, frame: Box) -> Box:
    left, top, width, height = (float(value) / 100 for value in _STYLE.search(style).groups())
    across, down = frame.right - frame.left, frame.bottom - frame.top
    start = Box(frame.left + left * across, frame.top + top * down, 0, 0)
    return Box(start.left, start.top, start.left + width * across, start.top + height * down)


def under(page: Any, boxes: tuple[Box, ...]) -> str:
    """What PDFium finds in the boxes of a page image."""
    textpage = page.get_textpage()
    try:
        return "".join(textpage.get_text_bounded(*_on_page(page, box)) for box in boxes)
    finally:
        textpage.close()


def _on_page(page: Any, box: Box) -> tuple[float, float, float, float]:
    grid = 1_000_000
    corners = []
    for across, down in ((box.left, box.top), (box.right, box.bottom)):
        x, y = ctypes.c_double(), ctypes.c_double()
        place = (round(across * grid), round(down * grid))
        pdfium.FPDF_DeviceToPage(page.raw, 0, 0, grid, grid, 0, *place, ctypes.byref(x), ctypes.byref(y))
        corners.append((x.value, y.value))
    (left, top), (right, bottom) = corners
    return min(left, right) + _EDGE, min(top, bottom), max(left, right) - _EDGE, max(top, bottom)
