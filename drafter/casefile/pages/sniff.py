"""What a file is, told by its content; its extension only words the message."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.model import FileKind

_HEAD = 4096
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NAMES: dict[FileKind, str] = {
    "pdf": "PDF", "docx": "DOCX", "html": "HTML", "text": "text", "image": "image",
}  # fmt: skip
_SUFFIXES: dict[FileKind, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx"),
    "html": (".html", ".htm", ".xhtml"),
    "text": (".txt", ".text", ".md", ".markdown"),
    "image": (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
}
READ = "PDF, DOCX, text, Markdown, HTML, PNG, JPEG and TIFF are read"
_CONTROLS = frozenset(range(32)) - frozenset(b"\0\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.02


def sniff(path: Path) -> FileKind:
    """The kind of a file, or Unreadable when no page can come of it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        size = os.fstat(file.fileno()).st_size
    if not size:
        raise Unreadable("is empty; ask for the file again")
    if head.startswith(b"PK\x03\x04"):
        return _office(path)
    if head.startswith(_OLE):
        raise Unreadable(_ole(path))
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_IMAGES):
        return "image"
    return _textual(head)


def misnamed(name: str, kind: FileKind) -> str | None:
    """What to say of a file whose extension names another kind than its content."""
    suffix = Path(name).suffix.lower()
    named = next((other for other, suffixes in _SUFFIXES.items() if suffix in suffixes), None)
    if named is None or named == kind or (named, kind) == ("text", "html"):
        return None
    return f"holds {_NAMES[kind]}, not what the extension {suffix} says; it was read as {_NAMES[kind]}"


def _office(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable("is damaged or cut off; ask for the file again") from error
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names:
        raise Unreadable("is an Office file other than DOCX; save it as PDF")
    raise Unreadable("is an archive; unpack it into the folder")


def _ole(path: Path) -> str:
    """The directory of an OLE file names its streams in UTF-16, near its start or its end."""
    with path.open("rb") as file:
        content = file.read(1 << 20)
        file.seek(max(0, path.stat().st_size - (1 << 20)))
        content += file.read()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is protected by a password; save it without one"
    return "is a file of an old Office version; save it as DOCX or PDF"


def _textual(head: bytes) -> FileKind:
    if head.startswith(_UTF16):
        return "text"
    if sum(byte in _CONTROLS for byte in head) > _MOST_CONTROLS * len(head):
        raise Unreadable(f"is of a kind that is not read ({READ}); save it as PDF")
    start = head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:1024]:
        return "html"
    if start.startswith(b"<?xml"):
        raise Unreadable("is XML, which is not read; export it as PDF")
    if start.startswith(b"{\\rtf"):
        raise Unreadable("is RTF, which is not read; save it as DOCX or PDF")
    return "text"
