"""What a sentence decides: medically necessary, not necessary, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from drafter.verification.prose import outside_quotes

Verdict = Literal["necessary", "not necessary"]

_NECESSARY = r"(?:medical(?:ly)?\s+)(?:necess\w+|appropriate|warranted|indicated)|necessary"
_NEGATIVE = re.compile(
    rf"\b(?:not|never|n[’']t|cannot be|neither)[\s-]+(?:\w+\s+){{0,4}}?(?:{_NECESSARY})"
    rf"|\b(?:medical(?:ly)?\s+)?necessity\b[^.;]{{0,60}}?\b(?:not|cannot|lacking|unproven|n[’']t)\b"
    rf"|\b(?:not|n[’']t|cannot|fails? to)\s+(?:\w+\s+){{0,3}}?(?:medical\s+)?necessity\b"
    rf"|\b(?:medically\s+)?unnecessary\b"
    rf"|\b(?:denial|decision|UR|determination)\b[^.;]{{0,40}}\b(?:is|are|be)\s+upheld\b",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    rf"\b(?:is|are|was|were|be|considered|deemed|found|as|therefore|thus|remains?)\s+(?:{_NECESSARY})"
    rf"|\b(?:medical\s+)?necessity\b[^.;]{{0,40}}?\b(?:is|has been|are)\s+(?:established|supported|demonstrated"
    rf"|shown)\b"
    rf"|\b(?:denial|decision|UR|determination)\b[^.;]{{0,40}}\b(?:is|are|be)\s+overturned\b",
    re.IGNORECASE,
)
_SUBJECT_END = re.compile(
    rf"\b(?:is|are|was|were|be)\s+(?:\w+\s+){{0,4}}?(?:not[\s-]+)?(?:\w+\s+){{0,3}}?(?:{_NECESSARY})", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def verdict(text: str) -> Verdict | None:
    """The decision that a sentence states in its own words; a denial hides an affirmation inside it."""
    bare = outside_quotes(text)
    if _NEGATIVE.search(bare):
        return "not necessary"
    return "necessary" if _POSITIVE.search(bare) else None


def judged_subject(text: str) -> str:
    """The words before "is (not) medically necessary"; the whole text when it decides nothing."""
    match = _SUBJECT_END.search(text)
    return text[: match.start()] if match else text
