"""A PDF that is open for reading: one at a time in this process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2

from drafter.errors import InputError

_PDFIUM = threading.Lock()  # PDFium is not thread-safe, whichever reader asks it


@contextmanager
def open_pdf(name: str, content: bytes) -> Iterator[Any]:
    """The open document of pypdfium2, which has no types; a file or a page that cannot be read is an InputError."""
    with _PDFIUM:
        document = _opened(name, content)
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise InputError(f"{name}: a page cannot be read ({error})") from error
        finally:
            document.close()


def _opened(name: str, content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        # The reason that PDFium gives may be that of the file before.
        if "password" in str(error).lower() and b"/Encrypt" in content:
            raise InputError(f"{name}: is encrypted; save it without a password") from error
        raise InputError(f"{name}: cannot be read as PDF; the file is damaged or no PDF") from error
