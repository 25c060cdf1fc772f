"""The outcome as letters word it, taken off the text that carries it."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.determination import HumanOutcome

_UPHELD = r"uph(?:eld|olds?|olding)\b|affirm(?:ed)?\b|not\s+(?:medically\s+)?necessary(?:\s+and\s+appropriate)?"
_OVERTURNED = r"overturn(?:ed|s|ing)?\b|revers(?:ed?|al)\b|medically\s+necessary(?:\s+and\s+appropriate)?"
_WORD = rf"(?:(?P<upheld>{_UPHELD})|(?P<overturned>{_OVERTURNED}))"

_SHORT = re.compile(
    r"^(?P<request>.+?)\s*(?::|\s[-–—])\s*(?P<word>upheld|overturned|uphold|overturn)\s*\.?$", re.I | re.S
)
_LONG = re.compile(rf"^(?P<request>.+?)\s*(?::|\s[-–—])\s*{_WORD}\s*\.?$", re.I | re.S)
_SENTENCE = re.compile(
    r"^(?:(?:the\s+)?requests?\s+for\s+(?:an?\s+|the\s+)?)?(?P<request>.+?)\s+(?:is|are|was|were)\s+"
    r"(?P<upheld>not\s+)?medically\s+necessary(?:\s+and\s+appropriate)?\s*\.?$",
    re.I | re.S,
)
_WORDS = re.compile(rf"\b{_WORD}", re.I)
_PARTLY = re.compile(r"\bin\s+part\b|\bpartial|\bpartly\b|\bmodif", re.I)
_CONCLUSION = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}?(?P<upheld>not\s+)?medically\s+necessary\b", re.I)
_OPTIONAL_QUOTES = re.compile(r'^["“](.+)["”]$', re.S)


class Titled(NamedTuple):
    """An item's heading: the request, and what was decided."""

    request: str
    outcome: HumanOutcome


def short_title(text: str) -> Titled | None:
    """`MRI of the knee: Upheld`; the request may hold colons itself."""
    found = _SHORT.match(text)
    if not found:
        return None
    return Titled(found["request"], "upheld" if found["word"].lower().startswith("uph") else "overturned")


def sentence_title(text: str) -> Titled | None:
    """`The request for MRI of the knee is not medically necessary and appropriate.`"""
    found = _SENTENCE.match(text)
    if not found or ". " in found["request"]:
        return None
    request = _OPTIONAL_QUOTES.sub(r"\1", found["request"])
    return Titled(request, "upheld" if found["upheld"] else "overturned")


def any_title(text: str) -> Titled | None:
    """A request with its outcome in any of the wordings."""
    found = _LONG.match(text)
    if found:
        return Titled(found["request"], "upheld" if found["upheld"] else "overturned")
    return sentence_title(text)


def outcome_of(text: str) -> HumanOutcome | None:
    """The outcome that a field such as `Determination: Uphold` states; None when it is none of the two, or both."""
    found = {bool(word["upheld"]) for word in _WORDS.finditer(text)}
    if len(found) != 1 or _PARTLY.search(text):
        return None
    return "upheld" if found.pop() else "overturned"


def concluded(rationale: str) -> HumanOutcome | None:
    """The outcome that the last sentence of a rationale draws, where it draws one."""
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", rationale.strip())[-1]
    found = {bool(match["upheld"]) for match in _CONCLUSION.finditer(last)}
    if len(found) != 1:
        return None
    return "upheld" if found.pop() else "overturned"
