"""How far a reading is, and how long the rest will take at the measured pace."""

from __future__ import annotations

import threading
from collections.abc import Callable

from drafter.casefile.pages.model import Progress

_IMAGE_SECONDS = 5.0
"""A guess until the first image is read; a page of text takes some milliseconds."""


class Meter:
    """Counts pages as they are finished; a page whose image must be read is finished after that."""

    def __init__(self, workers: int, report: Callable[[Progress], None] | None) -> None:
        self._workers = workers
        self._report = report
        self._total: Callable[[], int] = lambda: 0
        self._lock = threading.Lock()
        self._texts, self._text_seconds = 0, 0.0
        self._images, self._image_seconds = 0, 0.0
        self._wanted = 0

    def expect(self, total: Callable[[], int]) -> None:
        """Say how to count all pages: it grows while files without pages of their own are read."""
        self._total = total

    def text_read(self, seconds: float, wants_ocr: bool) -> None:
        with self._lock:
            self._texts += 1
            self._text_seconds += seconds
            self._wanted += wants_ocr
            self._tell()

    def image_read(self, seconds: float) -> None:
        with self._lock:
            self._images += 1
            self._image_seconds += seconds
            self._tell()

    def _tell(self) -> None:
        if self._report is None:
            return
        total = self._total()
        done = self._texts - self._wanted + self._images
        pace = self._image_seconds / self._images if self._images else _IMAGE_SECONDS
        texts = max(0, total - self._texts) * self._text_seconds / self._texts
        left = (texts + (self._wanted - self._images) * pace) / self._workers if self._texts else None
        self._report(Progress(done, total, left))
