"""Whether a path is a case file or a determination letter: told by content, not by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from drafter.casefile.pages.listing import natural
from drafter.casefile.records.cues import fold

_LETTERS = (".md", ".markdown", ".txt", ".text", ".pdf")
_HEADLINES = ("final determination", "imr final determination was made", "independent medical review decision")
_SAMPLE = 7
_FIRST_PAGES = 2


def is_case_file(path: Path) -> bool:
    """True for a folder or file that is certainly no letter; a text without a letter's headline is left open."""
    if path.is_dir():
        return not holds_letters(path)
    if path.suffix.lower() == ".pdf":
        first = _first_pages(path)
        return first is not None and not _is_headed(first)
    return path.is_file() and path.suffix.lower() not in _LETTERS


def holds_letters(folder: Path) -> bool:
    """Whether a folder is one of letters and cases to be drafted one by one, by the first files below it."""
    files = sorted((path for path in _visible(folder)), key=lambda path: natural(path.name))
    if any(path.name.endswith(".case.json") for path in files):
        return True
    sample = list(islice((path for path in files if path.suffix.lower() in _LETTERS), _SAMPLE))
    letters = sum(_reads_as_letter(path) for path in sample)
    return letters * 2 > len(sample)


def _visible(folder: Path) -> Iterable[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _reads_as_letter(path: Path) -> bool:
    if path.suffix.lower() == ".pdf":
        return _is_headed(_first_pages(path) or "")
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return _is_headed(file.read(20_000))
    except OSError:
        return False


def _is_headed(text: str) -> bool:
    folded = " ".join(fold(text).split())
    return any(headline in folded for headline in _HEADLINES)


def _first_pages(path: Path) -> str | None:
    """Text of the first pages of a PDF; None where it cannot be opened, which its reader will explain."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError):
        return None
    try:
        return "\n".join(
            document[page].get_textpage().get_text_range() for page in range(min(_FIRST_PAGES, len(document)))
        )
    except pdfium.PdfiumError:
        return None
    finally:
        document.close()
