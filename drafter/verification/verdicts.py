"""What a sentence decides: medically necessary, not necessary, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from drafter.verification.prose import outside_quotes

Verdict = Literal["necessary", "not necessary"]

_NECESSARY = r"medical(?:ly)?\s+(?:necess\w+|appropriate|warranted|indicated)"
_LET = r"(?:approved|authori[sz]ed|certified|granted|allowed)"
_REQUEST = r"\brequest\w*\b(?:(?!\b(?:when|if|it)\b)[^.;,]){0,80}?"
_DECISION = r"\b(?:denial|decision|UR|determination)\b[^.;]{0,40}"
_NEGATIVE = re.compile(
    rf"\b(?:not|never|n[’']t|cannot be|neither)[\s-]+(?:\w+\s+){{0,4}}?{_NECESSARY}"
    rf"|\b(?:none|neither|no (?:request|item|treatment|service))\b[^.;]{{0,60}}?\b(?:is|are|was|were)\s+{_NECESSARY}"
    rf"|\bnot\s+(?:supported|established|shown|considered|found|deemed)\b[^.;]{{0,60}}\b{_NECESSARY}"
    rf"|{_REQUEST}\b(?:is|are|was|were)\s+not\s+necessary\b|\b(?:medically\s+)?unnecessary\b"
    rf"|\b(?:medical(?:ly)?\s+)?necessity\b[^.;]{{0,60}}?\b(?:not|cannot|lacking|unproven|n[’']t)\b"
    rf"|\b(?:not|n[’']t|cannot|fails? to)\s+(?:\w+\s+){{0,3}}?(?:medical\s+)?necessity\b"
    rf"|{_DECISION}\b(?:is|are|be)\s+upheld\b"
    rf"|\b(?:should|must|can(?:not)?|is to|are to)\s+(?:\w+ly\s+)?(?:be\s+(?:denied|refused|upheld|rejected)"
    rf"|not be\s+{_LET})\b"
    rf"|{_REQUEST}\b(?:is|are)\s+(?:\w+ly\s+)?(?:denied|refused|not\s+{_LET})\b",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    rf"\b(?:is|are|was|were|be|considered|deemed|found|as|therefore|thus|remains?)\s+(?:\w+ly\s+)?{_NECESSARY}"
    rf"|\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:established|shown|demonstrated|proven)\s+(?:the\s+)?medical\s+necessity\b"
    rf"|\b(?:should|must|can|is to|are to)\s+(?:\w+ly\s+)?be\s+{_LET}\b|{_REQUEST}\b(?:is|are)\s+(?:\w+ly\s+)?{_LET}\b"
    rf"|{_REQUEST}\b(?:is|are|was|were)\s+necessary\b"
    rf"|\b(?:medical\s+)?necessity\b[^.;]{{0,40}}?\b(?:is|has been|are)\s+(?:established|supported|demonstrated"
    rf"|shown)\b"
    rf"|{_DECISION}\b(?:is|are|be)\s+overturned\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    rf"\b(?:is|are|was|were|be)\s+(?:\w+\s+){{0,4}}?(?:not[\s-]+)?(?:\w+\s+){{0,3}}?(?:{_NECESSARY}|necessary)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"^\s*(?:given|as|since|because|without|under|based|due|although|while|with|in|for|considering)\b.*,\s+"
    r"(?=(?:the|this|that|these|a|an)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A reason put before the main clause: "Given that the naproxen was refused, the request for …"."""


_FAVOURS = re.compile(
    r"\b(?:authori[sz]\w*|approv\w*|certif\w*|granted|justif\w*|warranted|merit(?:s|ed)?"
    r"|medical(?:ly)? (?:necess\w+|need)|necess(?:ary|ity)|reasonable and required)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:denial|denied|deny|refus\w*|declin\w*|reject\w*|unnecessary|needless|unjustified|unwarranted)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:not|none|neither|nothing|no|never|cannot|without|lacks?|lacking|fails?|failed|short of"
    r"|insufficient|hardly|in error|wrong\w*|improper\w*|unfounded)\b|n[’']t\b",
    re.IGNORECASE,
)
_OTHERS_DECIDE = re.compile(
    r"\b(?:guidelines?|MTUS|ODG|ACOEM|criteri\w+|provider|physicians?|patient|claimant|records?|utili[sz]ation review"
    r"|claims administrator|UR|document\w*)\b",
    re.IGNORECASE,
)


def leaning(text: str) -> Verdict | None:
    """The decision that a sentence leans to by its words alone; None where somebody else is named who may decide.

    Each word that turns a meaning round turns it once: "no justification to authorize", "the denial was in error".
    """
    bare = outside_quotes(text)
    if _OTHERS_DECIDE.search(bare):
        return None
    favours, refuses = _FAVOURS.search(bare), _REFUSES.search(bare)
    if not favours and not refuses:
        return None
    turned = len(_TURNED.findall(bare)) % 2 == 1
    return "necessary" if bool(refuses) == turned else "not necessary"


@lru_cache(maxsize=1024)
def verdict(text: str) -> Verdict | None:
    """The decision that a sentence states in its own words; a denial hides an affirmation inside it."""
    bare = outside_quotes(text)
    if _NEGATIVE.search(bare):
        return "not necessary"
    return "necessary" if _POSITIVE.search(bare) else None


def judged_subject(text: str) -> str:
    """The words before the last "is (not) medically necessary", a reason before them left out; else the whole text."""
    verdicts = list(_VERDICT.finditer(text))
    return _REASON.sub("", text[: verdicts[-1].start()]) if verdicts else text
