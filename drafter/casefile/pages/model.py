"""Pages of a case's files, and what of the files could not be read."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import Field

from drafter.case import Frozen, PageSource

READER_VERSION = "3"
"""Part of every cache key: raised when the same file would give other pages."""

FileKind = Literal["pdf", "docx", "html", "text", "image"]


class SourcePage(Frozen):
    """One page of one file: lines as on paper, a blank line where paragraphs part."""

    source: PageSource
    text: str
    ocr_confidence: float | None = Field(default=None, ge=0, le=1)
    """Mean confidence of the text recognition, weighted by length; None when the page carries its own text."""
    unread: str | None = None
    """Why the page has no text although it shows some."""
    rotated: int = 0
    """By how many degrees clockwise the page image was turned to be read: 0, 90, 180 or 270."""


class FileProblem(Frozen):
    """What the user has to know about a file, in one line with the way out."""

    file: str
    message: str
    lost: bool = True
    """False when everything in the file was read all the same, such as under a wrong extension."""


class FileReading(NamedTuple):
    """All pages in order of file name and page, and the problems met."""

    pages: tuple[SourcePage, ...]
    problems: tuple[FileProblem, ...]


class Progress(NamedTuple):
    """How far the reading is; `seconds_left` is None until something was measured."""

    done: int
    total: int
    seconds_left: float | None

    def __str__(self) -> str:
        counted = f"{self.done} of {self.total} pages"
        if self.seconds_left is None:
            return counted
        if self.seconds_left < 60:
            return f"{counted}, less than a minute left"
        return f"{counted}, about {round(self.seconds_left / 60)} min left"


class Limits(NamedTuple):
    """What one file may cost before it is given up; the other files go on."""

    open_seconds: float = 60
    text_seconds: float = 30
    """For a page, or for the whole of a file that has no pages of its own (DOCX, HTML, text)."""
    ocr_seconds: float = 60
    """For drawing a page, and again for recognising its text: usually five seconds on one core."""
    memory: int = 3 << 30
    """Address space of one page worker, in bytes, where the platform can limit it."""
    strikes: int = 3
    """So many pages of a file may fail by time or memory; then the rest of it is not tried."""
    file_bytes: int = 2 << 30
