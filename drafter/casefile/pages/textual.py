"""Clean page text: characters that mean nothing taken out, long texts cut into pages, usable text told from garbage."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from drafter.intake.lines import clean

_SOFT_HYPHEN = "\u00ad"
_WRAPPED_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])|(?<=\d)-\n(?=\d)")
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BLANK_LINES = re.compile(r"\n{3,}")
_PAGE = 6000
"""Longest page made of a text that has no pages of its own, in characters."""
_GARBAGE = 0.1
"""A page with a larger part of characters that stand for nothing is read from its image."""
_VOWELS = frozenset("aeiouyAEIOUY")
_FEWEST_VOWELS = 0.22
"""English text has about 38% vowels, tables of abbreviations 30%; a shifted font falls below."""
_ENOUGH = 120
"""Letters from which on the share of vowels says something."""
_RIGHT_TO_LEFT = 0.3


def tidy(text: str) -> str:
    """Lines with clean characters and single spaces; at most one blank line; words parted by a line end joined."""
    lines = [clean(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    joined = "\n".join(lines).replace(f"{_SOFT_HYPHEN}\n", "").replace(_SOFT_HYPHEN, "")
    return _BLANK_LINES.sub("\n\n", _WRAPPED_WORD.sub("-", joined)).strip()


def without_accents(text: str) -> str:
    """Recognised text with the accents taken off, which in English are specks of the fax; only ñ stays, as in names."""
    marked = unicodedata.normalize("NFD", text)
    bare = "".join(mark for before, mark in zip(" " + marked, marked, strict=False) if _is_letter(before, mark))
    return unicodedata.normalize("NFC", bare)


def _is_letter(before: str, mark: str) -> bool:
    return unicodedata.category(mark) != "Mn" or (before in "nN" and mark == "\u0303")


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def is_garbage(text: str) -> bool:
    """True when the characters are no text: private use, replacement, controls, or letters of a shifted font."""
    counts = Counter(text)  # a page has thousands of characters and some eighty different ones
    visible = _counted(counts, lambda character: not character.isspace())
    if _counted(counts, _stands_for_nothing) > _GARBAGE * visible:
        return True
    latin = _counted(counts, _LATIN.match)
    return latin >= _ENOUGH and _counted(counts, _VOWELS.__contains__) < _FEWEST_VOWELS * latin


def is_right_to_left(text: str) -> bool:
    """True when much of a page is in a script that runs from right to left."""
    found = _LETTERS.findall(text)
    turned = sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in found)
    return bool(found) and turned > _RIGHT_TO_LEFT * len(found)


def cut(text: str) -> list[str]:
    """A text as pages: at its form feeds, and where a piece is long, at the last blank line or line end that fits."""
    pages = []
    for piece in text.split("\f"):
        rest = tidy(piece)
        while len(rest) > _PAGE:
            end = _last_break(rest)
            pages.append(rest[:end].rstrip())
            rest = rest[end:].lstrip()
        pages.append(rest)
    while len(pages) > 1 and not pages[-1]:
        pages.pop()
    return pages


def _last_break(text: str) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        end = text.rfind(mark, _PAGE // 2, _PAGE)
        if end > 0:
            return end + len(mark)
    return _PAGE


def _counted(counts: Counter[str], wanted: Callable[[str], object]) -> int:
    return sum(count for character, count in counts.items() if wanted(character))


def _stands_for_nothing(character: str) -> bool:
    if character.isspace():
        return False
    return character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cc", "Cs")
