"""Lines of a letter: clean characters, and putting wrapped lines together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb06": "st"}
# PDF readers give U+FFFE for a hyphen at a line's end, and U+F0B7 for a bullet of the Symbol font.
_CHARACTERS = str.maketrans({**_LIGATURES, "\ufffe": "-", "\uf0b7": "•", "\ufeff": None, "\u200b": None})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200c-\u200f\u202a-\u202e\u2060-\u206f\uffff]")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_HYPHENATED = re.compile(r"\w-$")
_SOFT_HYPHEN = "\u00ad"
LONG_WORD = "recommendation"
"""Stands for the first word of the next page, which may be hidden behind a page header."""


class Line(NamedTuple):
    """One line of a letter, its characters clean and its white space single."""

    text: str
    page: int
    gap: bool = False
    """A blank line or a larger distance lies above it."""
    full: bool = False
    """The first word of the next line would not have fitted: the text was wrapped here."""

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))


def clean(text: str) -> str:
    """One line's text without ligatures and control characters, its white space single.

    A soft hyphen is dropped inside the line and kept at its end, where `join` needs it.
    """
    text = _SPACE.sub(" ", _CONTROL.sub("", text.translate(_CHARACTERS))).strip()
    return text.rstrip(_SOFT_HYPHEN).replace(_SOFT_HYPHEN, "") + _SOFT_HYPHEN * text.endswith(_SOFT_HYPHEN)


def join(texts: Iterable[str]) -> str:
    """Undo line wrapping: single spaces, none after a hyphen that ends a line.

    The hyphen itself stays: "non-" + "certified" is as common as "documen-" + "tation", and only the letter knows.
    """
    joined = ""
    for text in texts:
        if joined.endswith(_SOFT_HYPHEN):
            joined = joined[:-1] + text
        elif _HYPHENATED.search(joined) and text[:1].isalnum():
            joined += text
        else:
            joined = f"{joined} {text}" if joined and text else joined + text
    return joined.rstrip(_SOFT_HYPHEN)


def join_lines(lines: Iterable[Line]) -> str:
    return join(line.text for line in lines)


def continues(previous: Line, line: Line, gaps: bool) -> bool:
    """Whether `line` belongs to the paragraph of `previous`. `gaps`: this letter separates its paragraphs by gaps."""
    if line.gap:
        return False
    return previous.full or (gaps and previous.page == line.page)


def has_gaps(lines: Sequence[Line]) -> bool:
    return any(line.gap for line in lines)


def paragraphs(lines: Sequence[Line], gaps: bool) -> list[list[Line]]:
    """Lines grouped into paragraphs; one that runs over a page break stays whole."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1][-1], line, gaps):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
