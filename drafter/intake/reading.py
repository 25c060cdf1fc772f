"""Reading a letter file (Markdown, plain text, PDF) into lines."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

from drafter.errors import InputError
from drafter.intake.encoding import decoded
from drafter.intake.furniture import drop_furniture
from drafter.intake.lines import LONG_WORD, Line, clean

_UNWRAPPED = 200
"""A text whose longest line is longer was not wrapped by hand or by a printer."""

_FULL = 0.8
"""A line is full from this part of the longest line on: text taken out of a PDF has lines of uneven length."""

_BREAK = re.compile(r"<(?:br|/?p|/?div|/?tr|/?h[1-6]|/?li|/?table)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|sup|sub|font|center|td|th|tbody|thead|ul|ol)\b[^<>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&#?\w{1,8};")
_HEADING_MARK = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#{1,6}\s*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_STRAY_STRONG = re.compile(r"\*\*")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?$")


def read_lines(path: Path) -> list[Line]:
    """All lines of a letter, page headers and footers left out; an unusable file is an InputError."""
    reader = _READERS.get(path.suffix.lower())
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give a letter file ({', '.join(_READERS)})")
    if reader is None:
        kind = path.suffix or "a file without an ending"
        raise InputError(f"{path}: {kind} cannot be read as a letter; use {', '.join(_READERS)}")
    lines = reader(str(path), _content(path))
    if not any(line.text for line in lines):
        raise InputError(f"{path}: no text in it; run a scanned letter through text recognition first")
    return lines


def text_lines(text: str) -> list[Line]:
    """Lines of plain text; a form feed starts a page."""
    pages = [page.splitlines() for page in re.sub(r"\r\n?", "\n", text).split("\f")]
    width = max((len(row.rstrip()) for rows in pages for row in rows), default=0)
    read = [_page_lines(rows, number, width) for number, rows in enumerate(pages, start=1)]
    return [line for page in drop_furniture(read) for line in page]


def plain(markdown: str) -> str:
    """Markdown without its marks."""
    text = _BREAK.sub("\n", _COMMENT.sub("", markdown))
    rows = [_plain_row(row) for row in _TAG.sub("", text).split("\n")]
    return "\n".join(rows)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _plain_row(row: str) -> str:
    if _RULE.match(row):
        return ""
    row = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", _HEADING_MARK.sub("", row)))
    row = _table_row(_STRAY_STRONG.sub("", row))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _ESCAPE.sub(r"\1", row))


def _table_row(row: str) -> str:
    """`| Priority | Standard |` as `Priority: Standard`."""
    stripped = row.strip()
    if not (len(stripped) > 1 and stripped[0] == stripped[-1] == "|"):
        return row
    cells = [cell.strip() for cell in stripped[1:-1].split("|")]
    labelled = [cell if index % 2 or not cell else cell.rstrip(":") + ":" for index, cell in enumerate(cells)]
    return " ".join(labelled if len(cells) % 2 == 0 else cells)


def _page_lines(rows: list[str], number: int, width: int) -> list[Line]:
    texts = [clean(row) for row in rows]
    filled = [index for index, text in enumerate(texts) if text]
    lines: list[Line] = []
    for index, following in zip_longest(filled, filled[1:]):
        above = bool(lines) and not texts[index - 1]
        below = None if following is None else texts[following]
        line = Line(texts[index], number, gap=above)
        lines.append(line._replace(full=_is_full(line, rows[index], below, width)))
    return lines


def _is_full(line: Line, row: str, following: str | None, width: int) -> bool:
    if width > _UNWRAPPED:
        # Only a page break can part such a paragraph.
        return following is None and not line.ends_sentence
    word = (following or LONG_WORD).split(" ")[0]
    return len(row.rstrip()) + 1 + len(word) > _FULL * width


def _read_text(name: str, content: bytes) -> list[Line]:
    return text_lines(_decode(name, content))


def _read_markdown(name: str, content: bytes) -> list[Line]:
    return text_lines(plain(_decode(name, content)))


def _read_pdf(name: str, content: bytes) -> list[Line]:
    from drafter.intake.pdf import pdf_lines

    return pdf_lines(name, content)


def _decode(name: str, content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise InputError(f"{name}: is not text; save the letter as UTF-8 text, Markdown or PDF")
    return text


_READERS: dict[str, Callable[[str, bytes], list[Line]]] = {
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".txt": _read_text,
    ".text": _read_text,
    ".pdf": _read_pdf,
}
