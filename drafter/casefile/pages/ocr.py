"""Text recognition of page images (rapidocr, whose models lie inside its wheel: nothing is downloaded)."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.casefile.pages.deskew import deskewed, turned
from drafter.casefile.pages.grey import Grey, is_blank
from drafter.casefile.pages.ocr_lines import Piece, in_reading_order, page_text
from drafter.casefile.pages.raw import NOTHING_READ, RawPage, TextBox
from drafter.casefile.pages.ruled import Rules
from drafter.casefile.pages.textual import tidy, without_accents

MISSING = "no text layer; to read the image, install the text recognition: pip install 'determination-drafter[ocr]'"
_SURE = 0.85
"""Mean confidence of upright text is above 0.9, of text read upside down or sideways below 0.7."""
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # turns single lines upside down, which costs more letters than it saves
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # the workers are the parallelism
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Det.limit_type": "max",  # lines are found on a smaller image and read on the whole one
    "Det.limit_side_len": 1280,
    "Rec.rec_batch_num": 1,  # lines of different lengths in one batch are padded to the longest
}


def available() -> bool:
    """True when the extra `ocr` is installed; nothing is loaded to tell."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def recognise(image: Grey) -> RawPage:
    """The text of a page image, whichever way round and however skewed it lies."""
    if is_blank(image):
        return RawPage("")
    if not available():
        return RawPage("", unread=MISSING)
    level = deskewed(image)
    pieces, turn = _pieces(level), 0
    if pieces and (_confidence(pieces) < _SURE or _lies_on_its_side(pieces)):
        pieces, turn = _turned(level, pieces)
    text = tidy(page_text(pieces))
    if not text:
        return RawPage("", unread=NOTHING_READ)
    boxes = _boxes(pieces, turned(level, turn) if turn else level)
    return RawPage(text, confidence=round(_confidence(pieces), 4), rotated=turn, boxes=boxes)


def _boxes(pieces: list[Piece], image: Grey) -> tuple[TextBox, ...]:
    """The boxes as parts of the page, so that they fit the page image at any size."""
    height, width = image.shape
    size = (width, height, width, height)
    return tuple(
        TextBox(piece.text, *(round(float(pixels) / whole, 5) for pixels, whole in zip(piece[:4], size, strict=True)))
        for piece in in_reading_order(pieces)
    )


def _turned(image: Grey, upright: list[Piece]) -> tuple[list[Piece], int]:
    """The best reading over the quarter turns that are possible, by degrees clockwise."""
    best, turn = upright, 0
    turns: tuple[int, ...] = (180,)
    if _lies_on_its_side(upright):
        # Tall boxes are read turned to the left: where that went well, the page wants the same turn.
        best, turns = [], (270, 90) if _confidence(upright) >= _SURE else (90, 270)
    for degrees in turns:
        pieces = _pieces(turned(image, degrees))
        if _read(pieces) > _read(best):
            best, turn = pieces, degrees
        if _confidence(best) >= _SURE:
            break
    return best, turn


def _lies_on_its_side(pieces: list[Piece]) -> bool:
    """True when most of the text stands in boxes that are taller than wide."""
    tall = sum(len(piece.text) for piece in pieces if piece.height > piece.right - piece.left)
    return 2 * tall > sum(len(piece.text) for piece in pieces)


def _pieces(image: Grey) -> list[Piece]:
    found = _engine()(np.stack([image] * 3, axis=-1))
    _give_back()
    if found.boxes is None or found.txts is None:
        return []
    rules = Rules(image)
    rows = zip(found.boxes, found.txts, found.scores, strict=True)
    return [_placed(box, without_accents(text), float(score), rules) for box, text, score in rows if text.strip()]


def _give_back() -> None:
    """Some 250 MB that a page needed go back to the system, where the allocator would keep them for the next page."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _placed(box: npt.NDArray[np.float32], text: str, score: float, rules: Rules) -> Piece:
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    return Piece(left, top, right, bottom, text, score, rules.around((left + right) / 2, (top + bottom) / 2))


def _confidence(pieces: list[Piece]) -> float:
    """Mean over the characters."""
    characters = sum(len(piece.text) for piece in pieces)
    return sum(piece.score * len(piece.text) for piece in pieces) / characters if characters else 0.0


def _read(pieces: list[Piece]) -> float:
    """How much was read how surely: a wrong turn finds fewer characters and doubts them."""
    return sum(max(0.0, piece.score - 0.5) * len(piece.text) for piece in pieces)


@cache
def _engine() -> Any:  # noqa: ANN401 - loaded on the first page that needs it
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)
