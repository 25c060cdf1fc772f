"""What a UR modification left in dispute: "8 sessions was the original request. 6 was authorized. ..."."""

from __future__ import annotations

import re
from typing import NamedTuple

_ORIGINAL = re.compile(r"^\s*(?P<text>.+?),?\s+(?:was|were|is)\s+the\s+original\s+request\b", re.IGNORECASE | re.DOTALL)
_GRANTED = r"(?:authorized|authorised|approved|certified|allowed|granted)"
_SENTENCE_END = r"(?=,?\s*(?:leaving|and the remaining)\b|\.\s+(?=[A-Z0-9\"'])|\.?\s*$)"
_REVIEWER = r"(?:claims\s+administrator|utili[sz]ation\s+review(?:er)?|UR|carrier|insurer|adjuster)"
_BY_REVIEWER = re.compile(
    rf"{_REVIEWER}\s+(?:has\s+|had\s+)?(?:partially\s+)?(?:{_GRANTED}|modified(?:\s+the\s+request)?\s+to)\s+(?P<text>.+?){_SENTENCE_END}",
    re.IGNORECASE | re.DOTALL,
)
_WAS_GRANTED = re.compile(
    rf"(?:^|\.\s+|;\s*)(?P<text>(?:(?!\.\s+[A-Z]).)+?)\s+(?:was|were|has been|have been)\s+{_GRANTED}\b",
    re.IGNORECASE | re.DOTALL,
)
_REMAINING = re.compile(
    r"\bremaining\s+(?:IMR[\s-]+eligible\s+)?(?:portion|part|balance|amount|request)(?:\s+of\s+the\s+original\s+request)?"
    r"\s*,?\s*(?:is\s+for\s+|is\s+|:\s*)?(?P<text>.+?)\s*(?:,?\s+(?:is|are))?\s*[:.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = re.compile(
    r"(?:^|[.;]\s+)The\s+original\s+request\s*,?\s*(?:is\s+for\s+|is\s+)?(?P<text>.+?)\s*(?:,?\s+(?:is|are))?\s*[:.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_IN_PASSING = re.compile(
    rf"[\s,;:(\[-]*\b(?:(?:{_REVIEWER}|partially|with|and)\s+)*(?<!previously )(?<!already )(?<!prior )(?<!not )"
    rf"(?:modified(?:\s+the\s+request)?\s+to|reduced\s+to|(?:partial(?:ly)?\s+)?{_GRANTED}(?:\s+for|\s+as|:)?)\s+"
    r"(?P<text>(?:for\s+|only\s+|a\s+|quantity\s+|qty\s+)*(?:#\s?)?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|eight\b|ten\b|twelve\b)[^;,.)\]]*)[\s,.;)\]]*",
    re.IGNORECASE,
)
_PASSED = re.compile(
    rf"[\s,;:(\[-]*(?<!\w)(?P<text>#?\d+\s*(?:of\s+(?:the\s+)?\d+\s*)?(?:(?!already|previous|prior)\w+\s+){{0,3}}?)(?:was|were)?\s*\b{_GRANTED}\b[\s).\]]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:a\s+)?(?:partial(?:ly)?|only)\s+)+", re.IGNORECASE)


class Modification(NamedTuple):
    """The texts of a UR modification; `remaining` is the part in dispute, `whole` when that is all of the request."""

    original: str
    authorized: str | None
    remaining: str
    whole: bool = False


def read_modification(request: str) -> Modification | None:
    """Split the sentences of a modification; None when the request speaks of none."""
    original = _ORIGINAL.match(request)
    if original:
        return _from_sentences(_tidy(original["text"]), request[original.end() :])
    return _from_passing(request)


def _from_sentences(original: str, rest: str) -> Modification:
    rest = re.sub(r"^[.\s]+", "", rest)
    granted = _BY_REVIEWER.search(rest) or _WAS_GRANTED.search(rest)
    authorized = _LEAD.sub("", _tidy(granted["text"])) if granted else None
    remaining = _REMAINING.search(rest)
    if remaining:
        return Modification(original, authorized, _tidy(remaining["text"]))
    whole = _WHOLE.search(rest)
    return Modification(original, authorized, _tidy(whole["text"]) if whole else original, whole=True)


def _from_passing(request: str) -> Modification | None:
    """ "Physical therapy 12 sessions (modified to 6)", "Norco #120, UR certified #60"."""
    found = _IN_PASSING.search(request) or _PASSED.search(request)
    if not found or found.start() == 0:
        return None
    original = _tidy(request[: found.start()] + " " + request[found.end() :])
    return Modification(original, _tidy(found["text"]), original) if original else None


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:([-").removesuffix(".")
