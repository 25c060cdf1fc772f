"""Finding the statements that something is absent, and what they say is absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.verification.prose import Word, content, outside_quotes

_PROOF = (
    r"(?:documentation|evidence|indications?(?! for)|mention|record|reports?|discussion|notes?|notation|information"
    r"|descriptions?|proof|statements?)"
)
_LINK = (
    r"(?:\s+(?:of|that|to|for|regarding|as to|on|about|concerning|in|indicating|noting|showing|supporting|suggesting"
    r"|demonstrating))?"
)
_PROOF_OF = rf"(?:\s+(?:\w+[\s,/-]+){{0,3}}?{_PROOF}\b(?:\s+(?:provided|submitted|noted|presented|available))?{_LINK})"
_TELL = (
    r"(?:document|demonstrate|show|describe|mention|report|note|record|contain|include|provide|establish"
    r"|indicate|identify"
    r"|outline|reflect|address|specify|state|discuss|reveal|detail|support|substantiate|list|suggest|present"
    r"|exhibit|have)"
)
_TOLD = (
    r"(?:documented|demonstrated|found|established|described|mentioned|recorded|noted|reported|shown|provided"
    r"|submitted|present"
    r"|available|included|evident|apparent|identified|addressed|seen|stated|specified|indicated (?=in|by|on)"
    r"|located|given"
    r"|on record|outlined|discussed|detailed|corroborated|substantiated|attempted|tried|completed|performed"
    r"|exhausted)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_FORWARD = re.compile(
    rf"\b(?:"
    rf"(?:there\s+(?:{_BE}|appears to be)\s+(?:\w+ly\s+|also\s+)?)?(?:(?:a\s+)?(?:lack|absence|want|paucity)\s+of|"
    rf"(?:no|not any|not|never|little|insufficient|inadequate|zero)){_PROOF_OF}"
    rf"|there\s+{_BE}\s+(?:also\s+)?(?:no|not|never)\b(?:\s+(?:an?|any)\b)?"
    rf"|(?:a\s+)?(?:lack|absence|want|paucity)\s+of"
    rf"|lack(?:s|ed|ing)\b{_PROOF_OF}?"
    rf"|(?:does|do|did|has|have|had|could|can)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?{_TELL}(?:e?d)?\b(?:\s+that\b"
    rf"|\s+(?:any|an?)\b)?"
    rf"{_PROOF_OF}?"
    rf"|fail(?:s|ed|ing)?\s+to\s+{_TELL}\b(?:\s+(?:that|any|an?)\b)?{_PROOF_OF}?"
    rf"|(?:it\s+)?(?:is|was|has been)\s+(?:\w+\s+)?not\s+(?:\w+ly\s+)?(?:documented|noted|stated|shown|recorded)"
    rf"\s+(?:that|what|why|whether|if|how)"
    rf"|(?:without|missing|absent){_PROOF_OF}|(?:without|no|any)\s+(?:any\s+)?documented|without\s+any"
    rf"|(?:nothing|nowhere|none of the \w+)\s+(?:\w+\s+){{0,6}}?{_TELL}s?\b(?:\s+that\b)?{_PROOF_OF}?"
    rf"|silent\s+(?:on|as to|about|regarding)"
    rf"|(?:document|record|mention|report|show|contain|include)s?\s+no\b{_PROOF_OF}?"
    rf")(?!\w)\s*",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"\b(?:(?:is|are|was|were|(?:has|have|had|can|could)(?=\s*(?:not|n[’']t|never|nowhere)\s+be))\s*(?:not"
    rf"|n[’']t|never|nowhere)"
    rf"\s+(?:be\s+|been\s+)?(?:\w+ly\s+)?{_TOLD}\b"
    rf"|(?:cannot|can’t|can't)\s+be\s+{_TOLD}\b"
    rf"|(?:is|are|was|were)\s+(?:absent|missing|lacking|undocumented|wanting)\b)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|when|whenever|where|cases? (?:in which|of|with)|provided)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_OF_A_GUIDELINE = re.compile(
    r"\b(?:MTUS|ACOEM|ODG|FDA|guidelines?|chapter|section|edition)\b[^.;:,]{0,40}$", re.IGNORECASE
)
_PHRASE_END = re.compile(
    r"[.;:]|,(?=\s+(?:but|and the|and there|which|so|as|the|therefore|thus|however|unless|if|given|while|since"
    r"|proceeding"
    r"|along|on|with|in|at|by|from|prior|during|after|before|per)\b)|,?\s*\b(?:to include|including|such as)\b"
    r"|,?\s*\b(?:and|or|nor)\s+(?:no|there (?:is|was|are|were)|lack|is|was|are|were|did|does|do not|has not)\b"
    r"|\b(?:to (?:support|warrant|justify|suggest|substantiate)|(?:that|which) (?:would|could) (?:warrant"
    r"|support|indicate|justify)"
    r"|warranting|(?:is|are|was|were|has been|have been|could be|can be) (?:not )?(?:found|documented|noted"
    r"|provided|present|seen)\b"
    r"|(?:found|noted|present|stated|given|contained) in|in (?:the|this|any|these|those|all) (?:\w+ )?(?:\w+ )?"
    r"(?:records?|reports?|notes?|documentation|file|chart|case|documents?|sentences|summary)|on file"
    r"|prior to (?:this|the) request"
    r"|(?:submitted|provided|available) for|at this time|as outlined|as there (?:is|was)|because|so that"
    r"|such that|although|though"
    r"|but|however|despite|which|where|when)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:a\s+)?(?:without|lack|absence|absent|missing)\b", re.IGNORECASE)
"""After these a comma ends the phrase: "Without X, the request …"."""
_SUBJECT_BREAK = re.compile(
    r"[.;:]|,|\b(?:but|however|although|though|and (?=the|there|that|no)|that|which|where|while|because|since)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"\s*,?\s*\b(?:n?or|and/or)\b\s*|\s*,\s*(?:and\s+)?", re.IGNORECASE)

_ABOUT_THE_DECISION = re.compile(
    r"\b(?:medical(?:ly)? necess\w+|necessity|criteri(?:a|on)|request(?:s|ed)?|guidelines?|requirements?|MTUS"
    r"|ACOEM|ODG"
    r"|exceptional|extenuating|indications? for)\b",
    re.IGNORECASE,
)
_EMPTY_STEMS = frozenset(
    re.findall(
        r"\w+",
        "this that these such it which further more other addition additional thing anything something sufficient"
        " adequate clear specific actual appropriate however there no not whether if what why how according provid",
    )
)


class Absence(NamedTuple):
    """A statement that something is absent, with the noun phrases it is about."""

    cue: str
    phrases: tuple[str, ...]


@lru_cache(maxsize=2048)
def find_absences(text: str) -> tuple[Absence, ...]:
    """The statements of absence in a sentence.

    Quoted words, suppositions ("if there is no…"), what a guideline does not say and statements about necessity itself
    are not claims about the record.
    """
    bare = outside_quotes(text)
    forward = [(match, _phrase_after(bare, match)) for match in _FORWARD.finditer(bare) if _is_claim(bare, match)]
    reached = min((match.start() for match, phrase in forward if phrase), default=len(bare))
    backward = [
        (match, _phrase_before(bare, match.start()))
        for match in _BACKWARD.finditer(bare)
        if match.start() < reached and _is_claim(bare, match)
    ]
    return tuple(
        Absence(" ".join(match.group().split()), phrases)
        for match, phrase in (*forward, *backward)
        if (phrases := tuple(_alternatives(phrase)))
    )


def _is_claim(text: str, cue: re.Match[str]) -> bool:
    before = text[: cue.start()]
    return not _SUPPOSED.search(before) and not _OF_A_GUIDELINE.search(before)


def absent_content(phrase: str) -> tuple[Word, ...]:
    """The words by which an absent thing is searched in the records."""
    return tuple(word for word in content(phrase) if word.stem not in _EMPTY_STEMS)


def _phrase_after(text: str, cue: re.Match[str]) -> str:
    end = _PHRASE_END.search(text, cue.end())
    phrase = text[cue.end() : end.start() if end else len(text)]
    return (phrase.split(",")[0] if _OPENER.match(cue.group()) else phrase).strip(" ,")


def _phrase_before(text: str, end: int) -> str:
    start = max((match.end() for match in _SUBJECT_BREAK.finditer(text, 0, end)), default=0)
    return text[start:end].strip(" ,")


def _alternatives(phrase: str) -> Iterator[str]:
    """`a or b` as two phrases where each can stand alone: `pain or functional improvement` cannot be taken apart."""
    if _ABOUT_THE_DECISION.search(phrase):
        return
    parts = [part for part in _ALTERNATIVE.split(phrase) if absent_content(part)]
    sizes = [len(absent_content(part)) for part in parts]
    if len(parts) > 1 and (min(sizes) > 1 or max(sizes) == 1):
        yield from parts
    elif parts:
        yield phrase
