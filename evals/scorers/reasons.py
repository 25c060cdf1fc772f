"""The physician's own reasons in a rationale: what is left without the recited summary, guideline and verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.text import content_words, split_sentences
from drafter.verification.absence_claims import find_absences
from drafter.verification.prose import tokens

_SHINGLE = 3
_RECITED = 0.6
"""Share of a sentence's three-word runs that the summary also has, from which the sentence counts as recited. One
changed word takes out three runs, so that a full recital with a slip in it stays above."""
_VERDICT = re.compile(
    r"\b(?:medical(?:ly)? (?:necess\w+|appropriate)|not (?:certified|authorized|approved|supported|indicated|warranted)"
    r"|is (?:deemed|certified|upheld|overturned))\b",
    re.IGNORECASE,
)
_VERDICT_WORDS = content_words(
    "therefore thus hence as such based on the above given these this that request requested is are deemed considered"
    " determined medically necessary necessity appropriate indicated supported established certified warranted at time"
    " guideline guidelines criteria here case consequently furthermore subsequently accordingly"
)
_FEW_WORDS = 3
_SOURCE = r"(?:guidelines?|MTUS|ACOEM|ODG|FDA|chapter \d+|literature|Official Disability)"
_SPEAKS = (
    r"(?:states?|stated|recommends?|notes?|indicates?|supports?|suggests?|encourages?|allows?|requires?|says?|addresses"
    r"|advises?|provides?|specif\w+|do(?:es)? not|are|is|has|have|lists?|outlines?|defines?|cites?|stipulates?)"
)
_GUIDELINE_SPEAKS = re.compile(
    rf"\b{_SOURCE}\b[^.;]*?\b{_SPEAKS}\b|\b(?:according to|as per|per|under) (?:the |CA |California )*{_SOURCE}"
    r"|^[“\"]|\b(?:is|are) (?:not )?recommended\b|\bsilent\b"
    r"|\((?:[A-Z][\w.]+[ ,]+)+(?:19|20)\d\d\)",
    re.IGNORECASE,
)
_THE_PATIENT = re.compile(
    r"(?<!\ba )(?<!\bany )(?<!\beach )(?<!\bevery )\b(?:patient|claimant|applicant|worker|employee)\b"
    r"(?!-| (?:who|should|in whom))"
    r"|\b(?:in this case|in this instance|here,|he |she |his |her |IW\b|medical records?"
    r"|(?:this|the) (?:\w+ ){0,3}?request)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:this (?:medical necessity )?decision\b|are advised to (?:consult|speak))", re.IGNORECASE)
"""Notices that stand under every rationale of a kind."""


@lru_cache(maxsize=4096)
def deciding_sentences(rationale: str, summary: str, request: str) -> tuple[str, ...]:
    """The sentences in which the physician applies a guideline to this patient, in order.

    Left out are sentences that repeat the summary, sentences in which only the guideline speaks, and verdicts that
    give no reason.
    """
    runs = _runs(summary)
    sentences = [rationale[start:end] for start, end in split_sentences(rationale)]
    return tuple(
        sentence
        for sentence, guideline in zip(sentences, _spoken_by_guideline(sentences), strict=True)
        if not (guideline or is_recited(sentence, runs) or _only_verdict(sentence, request) or _NOTICE.search(sentence))
    )


def about_patient(sentence: str) -> bool:
    """Whether a sentence speaks of this patient or of what the records lack."""
    return bool(_THE_PATIENT.search(sentence) or find_absences(sentence))


def _spoken_by_guideline(sentences: list[str]) -> Iterator[bool]:
    """For each sentence whether the guideline speaks; it goes on until a sentence turns to the patient."""
    speaks = False
    for sentence in sentences:
        speaks = not about_patient(sentence) and (speaks or bool(_GUIDELINE_SPEAKS.search(sentence)))
        yield speaks


def is_recited(sentence: str, summary_runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether a sentence nearly repeats the text whose three-word runs are given."""
    own = _runs(sentence)
    return bool(own) and len(own & summary_runs) >= _RECITED * len(own)


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = tokens(text)
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _only_verdict(sentence: str, request: str) -> bool:
    """A verdict with fewer than three words of its own besides the request."""
    words = content_words(sentence) - _VERDICT_WORDS - content_words(request)
    return len(words) < _FEW_WORDS and (bool(_VERDICT.search(sentence)) or not words)
