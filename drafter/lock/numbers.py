"""Numbers as a request or a record writes them: `12`, `1,000`, `six`, `twenty-four`, `8-12`, `Twelve (12)`."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * row for row, word in enumerate(_TENS)}
_ONES = "|".join(sorted(_UNITS[1:10], key=len, reverse=True))
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_HUNDREDS = rf"(?:(?:one|a|two|three|four|five)\s+hundred(?:\s+(?:and\s+)?{_WORD})?|{_WORD})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.\d{1,9})?|\.\d{1,9}"

NUMBER = rf"(?:(?<![\w.])(?:{_DIGITS})(?!\d|/\d|\.\d)|\b{_HUNDREDS}\b)"
"""Pattern of one number, digits or words; no groups."""
AMOUNT = rf"{NUMBER}(?:\s*(?:-|–|to|or)\s*(?:{_DIGITS}|{_WORD}))?(?:\s*\(\s*(?:\d+|{_WORD})\s*\))?"
"""Pattern of a number or a range, perhaps repeated in brackets: `Twelve (12)`, `8-12`; no groups."""

_ANY = re.compile(rf"(?<![\w.])(?:{_DIGITS})(?!\d)|\b{_HUNDREDS}\b", re.IGNORECASE)


class FoundNumber(NamedTuple):
    """A number in a text, with its place."""

    value: float
    start: int
    end: int


def is_number(word: str) -> bool:
    return word.isdecimal() or word.lower() in _VALUES


def number(text: str) -> float:
    """The value of one number as `NUMBER` matches it."""
    words = re.split(r"[\s-]+", text.lower().replace(",", "").strip())
    if words[0][:1].isdigit() or words[0][:1] == ".":
        return float(words[0])
    if "hundred" in words:
        place = words.index("hundred")
        rest = [word for word in words[place + 1 :] if word != "and"]
        return 100.0 * (1 if words[0] == "a" else _VALUES[words[0]]) + sum(_VALUES[word] for word in rest)
    return float(sum(_VALUES[word] for word in words))


def upper(amount: str) -> float:
    """The upper end of an `AMOUNT`: 18 of `12-18`, 12 of `Twelve (12)`."""
    return max((found.value for found in find_numbers(amount)), default=0.0)


def find_numbers(text: str) -> list[FoundNumber]:
    """Every number in a text, in digits or words, in reading order."""
    return [FoundNumber(number(found[0]), found.start(), found.end()) for found in _ANY.finditer(text)]
