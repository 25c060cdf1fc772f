"""Text and Markdown files."""

from __future__ import annotations

from pathlib import Path

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.textual import cut

_MOST_BYTES = 32 << 20
_SAMPLE = 4096


def text_pages(path: Path) -> list[str]:
    """The pages of a text; NUL bytes are spaces, other control characters are dropped."""
    return cut(decoded(path))


def decoded(path: Path) -> str:
    """The characters of a text file: UTF-16 where it shows, else UTF-8, else Windows-1252."""
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise Unreadable(f"is {-(-size >> 20)} MB of text, more than {_MOST_BYTES >> 20} MB; leave it out, or split it")
    content = path.read_bytes()
    return _characters(content).replace("\0", " ")  # fixed-width exports are padded with them


def _characters(content: bytes) -> str:
    encoding = _wide(content)
    if encoding:
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _wide(content: bytes) -> str | None:
    """UTF-16 by its mark, or by zero bytes at every second place."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.8 * half:
        return "utf-16-le"
    return "utf-16-be" if half and sample[::2].count(0) > 0.8 * half else None
