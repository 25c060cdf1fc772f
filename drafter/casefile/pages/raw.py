"""What a worker knows of a page before it is part of a case."""

from __future__ import annotations

from typing import NamedTuple

NOTHING_READ = "something is shown in which no text was recognised; look at it"


class RawPage(NamedTuple):
    """Text of one page; `wants_ocr` when its text, if any, is not what the page shows."""

    text: str
    wants_ocr: bool = False
    confidence: float | None = None
    unread: str | None = None
    rotated: int = 0
