"""What a worker knows of a page before it is part of a case."""

from __future__ import annotations

from typing import Any, NamedTuple

NOTHING_READ = "something is shown in which no text was recognised; look at it"


class TextBox(NamedTuple):
    """A recognised piece of a line and where it stands on the upright page, in parts of its width and height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class RawPage(NamedTuple):
    """Text of one page; `wants_ocr` when its text, if any, is not what the page shows."""

    text: str
    wants_ocr: bool = False
    confidence: float | None = None
    unread: str | None = None
    rotated: int = 0
    boxes: tuple[TextBox, ...] = ()
    """Where the recognised text stands, in reading order; empty for a page that carries its own text."""


def from_json(values: dict[str, Any]) -> RawPage:
    """A page as it was sent by a worker or kept in the cache."""
    return RawPage(**{**values, "boxes": tuple(TextBox(*box) for box in values.get("boxes", ()))})
