"""The characters of a page with their places: from the text layer of a PDF, or from recognised lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from drafter.casefile.pages.raw import TextBox
from drafter.rendering.html.boxes import Box, Glyph

_GRID = 1_000_000
"""PDFium gives places on an image in whole pixels: on an image so large they are exact enough."""
_NARROW, _BROAD = frozenset("ijlItfr.,;:'|!()[]- "), frozenset("mwMW@%")


def pdf_glyphs(page: Any) -> list[Glyph]:  # noqa: ANN401 - pypdfium2 has no types
    """All characters of the text layer in the order of the file, as the page is shown: turned and cropped."""
    textpage = page.get_textpage()
    try:
        return [
            Glyph(chr(pdfium.FPDFText_GetUnicode(textpage.raw, index)), _shown(page, textpage, index))
            for index in range(textpage.count_chars())
        ]
    finally:
        textpage.close()


def _shown(page: Any, textpage: Any, index: int) -> Box:  # noqa: ANN401
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    corners = [_on_image(page, x, y) for x, y in ((left, bottom), (right, top))]
    across, down = sorted(corner[0] for corner in corners), sorted(corner[1] for corner in corners)
    return Box(across[0], down[0], across[1], down[1])


def _on_image(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, _GRID, _GRID, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / _GRID, down.value / _GRID


def recognised_glyphs(boxes: Iterable[TextBox]) -> list[Glyph]:
    """The characters of recognised pieces, each with its share of the width of its piece."""
    return [glyph for box in boxes for glyph in _divided(box)]


def _divided(piece: TextBox) -> Iterator[Glyph]:
    shares = [_width(character) for character in piece.text]
    scale = (piece.right - piece.left) / (sum(shares) or 1)
    left = piece.left
    for character, share in zip(piece.text, shares, strict=True):
        right = left + share * scale
        yield Glyph(character, Box(left, piece.top, right, piece.bottom))
        left = right


def _width(character: str) -> float:
    """Roughly, by the letters of common typefaces."""
    if character in _NARROW:
        return 0.5
    return 1.5 if character in _BROAD else 1.25 if character.isupper() else 1.0
