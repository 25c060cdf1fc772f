"""Whether a treatment is asked for the first time or is to go on: guidelines test the two differently."""

from __future__ import annotations

import re

from drafter.case import DisputedItem
from drafter.criteria.card import Care
from drafter.evidence.cues import judge_sentence
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.lock import find_drugs, find_treatments

_PRIOR_CARE = "prior-sessions"
_GIVEN = re.compile(
    r"\b(?:complet\w*|attend\w*|ha[sd]|have|received?|underwent|undergone|gave|given|got|did|done|s/p|status post|post"
    r"|after|following|since|finished|tried|trial\w*|prior|previous\w*|earlier|past|last|repeat\w*|again|another"
    r"|continu\w*|resum\w*|ongoing|relief|reliev\w*|help\w*|benefi\w*|improv\w*|respon\w*|fail\w*|visits?|sessions?"
    r"|x ?\d+|\d+ ?(?:/|of) ?\d+|us(?:es|ed|ing)|wears?|wore|rent\w*|performed|administered|administration)\b",
    re.IGNORECASE,
)
"""Words of what was done and what it did."""
_LOOKED_AT = re.compile(r"\b(?:evaluation|assessment|consult\w*|candidate|referral)\b", re.IGNORECASE)
"""Who is evaluated for a programme has not begun it."""
_BEHIND = 20
"""Characters after a treatment's name in which such a word belongs to it."""


def stage_of_care(item: DisputedItem, reading: CaseReading) -> Care:
    """Initial or continuing care by the request's own words, else by what is on record; `any` if unknown.

    A record that denies earlier sessions, or care that is to follow a surgery in dispute, means a first course.
    """
    if item.lock.care:
        return item.lock.care
    mentions = find_mentions(concepts()[_PRIOR_CARE], reading, item)
    if mentions.evidence:
        return "continuing"
    return "initial" if mentions.contrary or item.depends_on else "any"


def given_before(item: DisputedItem, reading: CaseReading) -> bool:
    """Whether a clinician, elsewhere than in the request, speaks of the item's treatment or drug as of something done.

    A drug is taken where it is listed; of another treatment words have to tell that it was given.
    """
    return any(
        _as_done(text, start, end) and (_is_drug(item) or _tells_of_course(text, start, end))
        for row, text in enumerate(reading.texts)
        if reading.clinical[row] and reading.kind(row) != "rfa"
        for start, end in _named(text, item)
    )


def _tells_of_course(text: str, start: int, end: int) -> bool:
    return bool(_GIVEN.search(text)) and not _LOOKED_AT.search(text[start : end + _BEHIND])


def _is_drug(item: DisputedItem) -> bool:
    return bool(item.lock.drugs or item.lock.drug)


def _named(text: str, item: DisputedItem) -> list[tuple[int, int]]:
    lock = item.lock
    if _is_drug(item):
        return [(found.start, found.end) for found in find_drugs(text) if found.generic in {*lock.drugs, lock.drug}]
    return [(found.start, found.end) for found in find_treatments(text) if found.id in {*lock.also, lock.treatment}]


def _as_done(text: str, start: int, end: int) -> bool:
    cue = judge_sentence(text, start, end)
    return not cue.negated and cue.modality in ("asserted", "historical")
