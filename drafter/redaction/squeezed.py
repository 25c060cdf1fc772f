"""Known names and numbers written otherwise: broken at the end of a line, spaced, run together, with other marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.redaction.names import fold

_ALNUM = re.compile(r"[^\W_]")
_WITHIN_NUMBER = re.compile(r"[ \t]{0,2}[-‐–—/._:#()]?[ \t]?\n?[ \t]{0,2}")
_WITHIN_NAME = re.compile(r"[ \t]{0,2}[-‐–.,'’&/_\u00ad]?[ \t]?\n?[ \t]{0,2}")
_BROKEN = re.compile(r"[^\W\d_]{2,}(?:[-‐\u00ad][ \t]{0,2}\n?[ \t]{0,2}|\u00ad)[^\W\d_]{2,}")
"""One word over the end of a line, or where a line ended before somebody copied it."""
_SPACED = re.compile(r"[^\W\d_](?:[ ]{1,2}[^\W\d_]){4,}")
_LETTERS = 5
"""So many letters of one word are told from chance."""


class Found(NamedTuple):
    """What was looked for stands at `text[start:end]`."""

    start: int
    end: int


class Squeezed:
    """A text as its letters and digits alone, small, and where each of them stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = list(_ALNUM.finditer(text))
        self._places = [one.start() for one in found]
        self._letters = "".join(one[0].lower() if one[0].isascii() else (fold(one[0]) or one[0])[0] for one in found)

    def number(self, bare: str) -> Iterator[Found]:
        """A number whose groups are parted otherwise."""
        return (one for one in self._whole(bare) if self._parted(one, _WITHIN_NUMBER))

    def words(self, bare: str) -> Iterator[Found]:
        """A name of several words, parted otherwise or not at all; it begins with a capital."""
        return (one for one in self._whole(bare) if self._parted(one, _WITHIN_NAME) and self._text[one.start].isupper())

    def word(self, bare: str) -> Iterator[Found]:
        """One word of a name, over the end of a line or letter by letter."""
        for one in self._whole(bare) if len(bare) >= _LETTERS else ():
            raw = self._text[one.start : one.end]
            if raw[0].isupper() and (_BROKEN.fullmatch(raw) or _SPACED.fullmatch(raw)):
                yield one

    def _whole(self, bare: str) -> Iterator[Found]:
        """Every place of these letters that neither begins nor ends within a word."""
        at = self._letters.find(bare) if bare else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(bare) - 1] + 1
            if not self._text[max(0, start - 1) : start].isalnum() and not self._text[end : end + 1].isalnum():
                yield Found(start, end)
            at = self._letters.find(bare, at + 1)

    def _parted(self, one: Found, gap: re.Pattern[str]) -> bool:
        gaps = re.split(r"[^\W_]", self._text[one.start : one.end])
        return sum(part.count("\n") for part in gaps) <= 1 and all(gap.fullmatch(part) for part in gaps)
