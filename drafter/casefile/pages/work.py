"""The three rounds of a reading: open every file, read the text layers, read the images of the pages that need it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from drafter.casefile.pages.cache import Content
from drafter.casefile.pages.crew import Child, Crew
from drafter.casefile.pages.errors import Lost, Unreadable
from drafter.casefile.pages.meter import Meter
from drafter.casefile.pages.model import FileKind, Limits
from drafter.casefile.pages.raw import RawPage, from_json

_BATCH = 25
"""Pages of one text job: enough that asking costs nothing, few enough that all workers have some."""
_PRINT = "print it to a new PDF"
_GIVEN_UP = "not tried, after {} pages of the file had failed; print the file to a new PDF"


@dataclass
class FileWork:
    """One content, which may lie in the case under several names, and what was read of it so far."""

    path: Path
    names: list[str]
    sha256: str
    kind: FileKind = "text"
    total: int | None = None
    """Number of pages; None while it is not known."""
    pages: dict[int, RawPage] = field(default_factory=dict)
    note: str | None = None
    error: str | None = None
    """Why nothing of the file is read."""
    moved: str | None = None
    """That the file is not any more what was read."""
    lost: list[str] = field(default_factory=list)
    """Why workers broke on it. What was read then is not kept for the next time."""

    @property
    def content(self) -> Content:
        return Content(self.kind, dict(sorted(self.pages.items())), self.note)


class _Batch(NamedTuple):
    work: FileWork
    first: int
    last: int

    def request(self, **more: object) -> dict[str, Any]:
        asked = {"path": str(self.work.path), "kind": self.work.kind, "first": self.first, "last": self.last}
        return {**asked, **more}


class Rounds:
    """What the rounds share: the limits and the meter."""

    def __init__(self, limits: Limits, meter: Meter) -> None:
        self._limits = limits
        self._meter = meter

    def read(self, works: Sequence[FileWork], crew: Crew) -> None:
        crew.carry_out(self._open, works)
        self._meter.expect(lambda: sum(work.total or 1 for work in works if work.error is None))
        crew.carry_out(self._read_text, [batch for work in works if work.error is None for batch in _batches(work)])
        crew.carry_out(self._read_image, [image for work in works for image in _images(work)])

    def _open(self, child: Child, work: FileWork) -> None:
        try:
            for reply in child.ask({"do": "open", "path": str(work.path)}, self._limits.open_seconds):
                work.kind, work.total, work.note = reply["kind"], reply["pages"], reply["note"]
        except Unreadable as error:
            work.error = str(error)
        except Lost as error:
            work.error = f"{error} to open; {_PRINT}"
            work.lost.append(work.error)

    def _read_text(self, child: Child, batch: _Batch) -> None:
        if batch.work.total is None:
            self._read_flowing(child, batch)
            return
        first = batch.first
        while first <= batch.last:
            first = self._read_on(child, batch._replace(first=first))

    def _read_flowing(self, child: Child, batch: _Batch) -> None:
        work = batch.work
        try:
            for number, page in self._pages(child, batch.request(do="text"), self._limits.text_seconds):
                work.pages[number] = page
            work.total = len(work.pages)
        except Unreadable as error:
            work.error = str(error)
        except Lost as error:
            work.error = f"{error}; {_PRINT}"
            work.lost.append(work.error)
        for page in work.pages.values():
            self._meter.text_read(0.0, page.wants_ocr)

    def _read_on(self, child: Child, batch: _Batch) -> int:
        """Read a batch as far as the worker goes; the number of the page to go on with."""
        work, number = batch.work, batch.first - 1
        if len(work.lost) >= self._limits.strikes:
            return self._give_up(batch)
        started = time.monotonic()
        try:
            for number, page in self._pages(child, batch.request(do="text"), self._limits.text_seconds):
                work.pages[number] = page
                self._meter.text_read(time.monotonic() - started, page.wants_ocr)
                started = time.monotonic()
        except Unreadable as error:
            number = batch.last
            self._mark(work, range(batch.first, batch.last + 1), str(error))
        except Lost as error:
            number += 1
            work.lost.append(str(error))
            self._mark(work, range(number, number + 1), f"{error}; {_PRINT}")
        return number + 1

    def _read_image(self, child: Child, batch: _Batch) -> None:
        work, layer = batch.work, batch.work.pages[batch.first]
        if len(work.lost) >= self._limits.strikes:
            self._fail(work, batch.first, _GIVEN_UP.format(len(work.lost)))
            return
        started = time.monotonic()
        request = batch.request(do="ocr", layer=layer.text)
        try:
            for number, page in self._pages(child, request, self._limits.ocr_seconds):
                work.pages[number] = page
        except Unreadable as error:
            self._fail(work, batch.first, str(error))
        except Lost as error:
            work.lost.append(str(error))
            self._fail(work, batch.first, f"{error}; {_PRINT}")
        self._meter.image_read(time.monotonic() - started)

    @staticmethod
    def _pages(child: Child, request: dict[str, Any], seconds: float) -> Iterator[tuple[int, RawPage]]:
        for reply in child.ask(request, seconds):
            if "page" in reply:
                yield reply["page"], from_json(reply["raw"])

    def _give_up(self, batch: _Batch) -> int:
        self._mark(batch.work, range(batch.first, batch.last + 1), _GIVEN_UP.format(len(batch.work.lost)))
        return batch.last + 1

    def _mark(self, work: FileWork, numbers: range, reason: str) -> None:
        """Pages that stay unread, unless they were read before the file failed."""
        for number in numbers:
            if number not in work.pages:
                work.pages[number] = RawPage("", unread=reason)
                self._meter.text_read(0.0, wants_ocr=False)

    @staticmethod
    def _fail(work: FileWork, number: int, reason: str) -> None:
        """A page keeps the text layer it has, with the reason why its image is unread."""
        work.pages[number] = RawPage(work.pages[number].text, unread=reason)


def read_all(works: Sequence[FileWork], crew: Crew, limits: Limits, report: Callable[..., None] | None) -> None:
    """Fill in `works`; what goes wrong with a file is written into it."""
    Rounds(limits, Meter(crew.size, report)).read(works, crew)


def _batches(work: FileWork) -> Iterator[_Batch]:
    total = work.total or 1
    for first in range(1, total + 1, _BATCH):
        yield _Batch(work, first, min(first + _BATCH - 1, total))


def _images(work: FileWork) -> Iterator[_Batch]:
    for number, page in sorted(work.pages.items()):
        if page.wants_ocr and work.error is None:
            yield _Batch(work, number, number)
