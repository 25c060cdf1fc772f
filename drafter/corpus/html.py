"""HTML into blocks, by its own headings, lists and tables (lxml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from drafter.corpus.blocks import BOLD_LEVEL, Block, Document, Text, heading_or_text, reads_as_title
from drafter.corpus.html_table import is_data, read_table
from drafter.errors import InputError
from drafter.intake.lines import clean

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = {"script", "style", "template", "noscript", "nav", "head", "svg", "button", "select", "textarea", "iframe"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *_HEADINGS,
}  # fmt: skip
_BOLD = {"b", "strong"}


def read_html(name: str, text: str) -> Document:
    """The blocks of a page; its `title` is kept apart. InputError where some of it would be lost."""
    root = _parse(name, text)
    if root is None:
        return Document([])
    title = root.findtext(".//title")
    return Document(list(_Walk(root)), clean(title) if title and title.strip() else None)


def _parse(name: str, text: str) -> HtmlElement | None:
    # The text is decoded already: an encoding that the page declares for itself must not be applied again.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    content = text.encode("utf-8", "replace").strip()
    root = etree.fromstring(content, parser) if content else None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(f"{name}: is nested deeper than its reader goes, so that text would be lost; print it to PDF")
    return root


class _Walk:
    """One pass in document order, without recursion: pages nest as deep as their author liked."""

    def __init__(self, root: HtmlElement) -> None:
        self._events = etree.iterwalk(root, events=("start", "end"))
        self._pieces: list[tuple[str, bool]] = []
        self._bold = 0
        self._lists: list[int | None] = []
        self._mark = ""

    def __iter__(self) -> Iterator[Block]:
        for event, element in self._events:
            if event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)
        yield from self._flush()

    def _start(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml has no types
        tag = element.tag
        if tag in _UNSEEN:
            self._events.skip_subtree()
            return
        if tag in _BLOCKS:
            yield from self._flush()
        if tag == "table" and is_data(element):
            yield read_table(element)
            self._events.skip_subtree()
            return
        self._open(element, tag)
        self._say(element.text)

    def _open(self, element: Any, tag: str) -> None:  # noqa: ANN401
        self._bold += tag in _BOLD
        if tag in ("ul", "ol"):
            self._lists.append(_first_number(element) if tag == "ol" else None)
        elif tag == "li":
            self._mark = self._next_mark()
        elif tag == "br":
            self._say(" ")
        elif tag == "img":
            self._say(element.get("alt"))
        elif tag == "sup" and (element.text or "").strip()[:1].isdigit():
            self._say("^")

    def _next_mark(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}- "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1] - 1}. "

    def _end(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        tag = element.tag
        if tag in _BLOCKS:
            yield from self._flush(_HEADINGS.get(tag))
        self._bold -= tag in _BOLD
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._say(element.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._bold > 0))

    def _flush(self, level: int | None = None) -> Iterator[Block]:
        pieces, self._pieces = self._pieces, []
        text = clean("".join(piece for piece, _ in pieces))
        if not text:
            return
        mark, self._mark = self._mark, ""
        bold = all(bold for piece, bold in pieces if piece.strip())
        if level:
            yield heading_or_text(level, text)
        elif bold and not mark and not self._lists and reads_as_title(text):
            yield heading_or_text(BOLD_LEVEL, text.rstrip(" :"))
        else:
            yield Text(mark + text)


def _first_number(element: Any) -> int:  # noqa: ANN401
    start = element.get("start") or ""
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1
