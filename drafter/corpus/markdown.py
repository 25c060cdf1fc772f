"""Markdown into blocks, by way of HTML (markdown-it); tables written in HTML are kept whole."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.corpus.blocks import Document
from drafter.corpus.html import read_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TABLE_TAG = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
_BLANK = re.compile(r"\s*\n\s*")


def read_markdown(name: str, text: str) -> Document:
    """The blocks of a Markdown text without front matter."""
    return read_html(name, _parser().render(_tables_in_one_piece(text)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Indented code is switched off: converters indent what was a list, and the text is no program.
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def _tables_in_one_piece(text: str) -> str:
    """Markdown ends a block of HTML at a blank line; without those inside, a table is one block."""
    pieces, place, depth, start = [], 0, 0, 0
    for tag in _TABLE_TAG.finditer(text):
        depth += -1 if tag[1] else 1
        if depth == 1 and not tag[1]:
            start = tag.start()
        if depth <= 0 and tag[1]:
            if depth == 0:
                pieces += [text[place:start], "\n\n", _BLANK.sub("\n", text[start : tag.end()]), "\n\n"]
                place = tag.end()
            depth = 0
    return "".join([*pieces, text[place:]])
