"""Which files can be read, and reading one into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from drafter.corpus.about import About, split_front_matter
from drafter.corpus.blocks import Document
from drafter.errors import InputError
from drafter.intake.encoding import decoded

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_blocks(name: str, content: bytes) -> tuple[Document, About]:
    """The blocks of a document and its front matter; an InputError names the file and what is wrong with it."""
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        kind = PurePath(name).suffix or "a file without an ending"
        raise InputError(f"{name}: {kind} cannot be read as a guideline; use {', '.join(GUIDELINE_ENDINGS)}")
    document, about = reader(name, content)
    if not document.blocks:
        raise InputError(f"{name}: no text in it; run a scanned document through text recognition first")
    return document, about


def decode(name: str, content: bytes) -> str:
    """Text in UTF-8, in UTF-16 with its mark, in what an HTML page declares, else in Windows-1252."""
    declared = _CHARSET.search(content[:2048])
    text = decoded(content, declared[1].decode("ascii") if declared else None)
    if text is None:
        raise InputError(f"{name}: is not text; save it as UTF-8")
    return text


def _markdown(name: str, content: bytes) -> tuple[Document, About]:
    from drafter.corpus.markdown import read_markdown

    front = split_front_matter(name, decode(name, content))
    document = read_markdown(name, front.body)
    return document._replace(title=front.title or document.title), front.about


def _text(name: str, content: bytes) -> tuple[Document, About]:
    from drafter.corpus.plain import read_text

    front = split_front_matter(name, decode(name, content))
    return read_text(front.body)._replace(title=front.title), front.about


def _html(name: str, content: bytes) -> tuple[Document, About]:
    from drafter.corpus.html import read_html

    return read_html(name, decode(name, content)), About()


def _docx(name: str, content: bytes) -> tuple[Document, About]:
    from drafter.corpus.docx import read_docx

    return read_docx(name, content), About()


def _pdf(name: str, content: bytes) -> tuple[Document, About]:
    from drafter.corpus.pdf import read_pdf

    return read_pdf(name, content), About()


_READERS: dict[str, Callable[[str, bytes], tuple[Document, About]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
    ".txt": _text,
    ".text": _text,
}
GUIDELINE_ENDINGS = tuple(_READERS)
