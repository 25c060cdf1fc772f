"""Clinical concepts in the sentences of physicians and drafts, by the patterns of the lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.lexicon import Concept, concepts, pattern
from drafter.verification.absence_claims import find_absences
from drafter.verification.polarity import affirms, is_negated
from evals.scorers.literals import required_literals


class Stated(NamedTuple):
    """Ids of the concepts that a sentence states as present or as absent; what it leaves open is in neither."""

    present: frozenset[str]
    absent: frozenset[str]


_ABOUT_RULES = re.compile(
    r"\b(?:criteri(?:a|on)|guidelines?|MTUS|ACOEM|ODG|recommend\w*|necess\w+|appropriate|indicated|requir\w+|should|would"
    r"|can|may|must)\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of what ought to be, so that what it mentions is not stated as a fact."""
_TWO_SIDES = re.compile(r"\b(?:although|though|however|but|despite|while|whereas)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:no|not|never|nor|without|lack\w*|unable|inability|fail\w*|unclear|unknown)\b", re.IGNORECASE
)
_HEAD = 60
"""Characters of an absent thing in which a concept has to stand; further on it only qualifies the thing."""


class _Wording(NamedTuple):
    """One of a concept's expressions, with letters of which one run is in every text that it matches."""

    literals: frozenset[str]
    expression: str

    def occurs_in(self, text: str) -> bool:
        return pattern(self.expression).search(text) is not None


@lru_cache(maxsize=16384)
def named(text: str) -> frozenset[str]:
    """Ids of the concepts that a text speaks of, affirmed or not."""
    lower = text.lower()
    found: set[str] = set()
    for literal, wordings in _by_literal().items():
        if literal in lower:
            found.update(name for name, wording in wordings if name not in found and wording.occurs_in(text))
    return frozenset(found)


def any_named(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Those of the wanted concepts that a text speaks of: `named(text) & wanted`, without asking for the others."""
    lower = text.lower()
    return frozenset(name for name in wanted if _is_named(name, text, lower))


@lru_cache(maxsize=8192)
def stated(text: str) -> Stated:
    """What a sentence says of concepts, where it is plain.

    Absent is a concept that an absence claim begins with, that the sentence words as its opposite, or whose every
    mention is negated. Present is one that is affirmed in a sentence without any denial. A sentence about rules, or
    one that weighs two sides, states only what it claims to be absent.
    """
    claimed = tuple(phrase[:_HEAD] for claim in find_absences(text) for phrase in claim.phrases)
    plain = not claimed and not _ABOUT_RULES.search(text) and not _TWO_SIDES.search(text)
    denied = bool(_DENIAL.search(text))
    present, absent = set(), set()
    for name in named(text):
        concept = concepts()[name]
        if any(documents(name, phrase) for phrase in claimed) or (plain and _denied(concept, text)):
            absent.add(name)
        elif plain and not denied and any(affirms(text, *at, accepts=concept.accepts) for at in _spans(concept, text)):
            present.add(name)
    return Stated(frozenset(present), frozenset(absent))


def documents(concept: str, text: str) -> bool:
    """Whether a text has the wording that documents a concept."""
    return bool(_alternation(concepts()[concept].documents).search(text))


def _denied(concept: Concept, text: str) -> bool:
    if concept.contradicts and _alternation(concept.contradicts).search(text):
        return True
    spans = _spans(concept, text)
    return bool(spans) and all(is_negated(text, *span) for span in spans)


def _spans(concept: Concept, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _alternation(concept.documents).finditer(text)]


def _is_named(name: str, text: str, lower: str) -> bool:
    for wording in _wordings()[name]:
        for literal in wording.literals:
            if literal in lower:
                if wording.occurs_in(text):
                    return True
                break
    return False


@cache
def _wordings() -> dict[str, tuple[_Wording, ...]]:
    return {
        name: tuple(
            _Wording(required_literals(expression) or frozenset({""}), expression)
            for expression in (*concept.documents, *concept.contradicts, *concept.near)
        )
        for name, concept in concepts().items()
    }


@cache
def _by_literal() -> dict[str, list[tuple[str, _Wording]]]:
    """The wordings by each of their literals: a text holds few of them."""
    found: dict[str, list[tuple[str, _Wording]]] = defaultdict(list)
    for name, wordings in _wordings().items():
        for wording in wordings:
            for literal in wording.literals:
                found[literal].append((name, wording))
    return found


@cache
def _alternation(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(f"(?:{expression})" for expression in expressions))
