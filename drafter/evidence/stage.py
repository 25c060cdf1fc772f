"""Whether a treatment is asked for the first time or is to go on: guidelines test the two differently."""

from __future__ import annotations

from drafter.case import DisputedItem
from drafter.criteria.card import Care
from drafter.evidence.cues import judge_sentence
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.lock import find_drugs, find_treatments

_PRIOR_CARE = "prior-sessions"


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
    """Whether a clinician speaks of the item's treatment or drug as of something that was done."""
    clinical = (text for text, usable in zip(reading.texts, reading.clinical, strict=True) if usable)
    return any(_as_done(text, start, end) for text in clinical for start, end in _named(text, item))


def _named(text: str, item: DisputedItem) -> list[tuple[int, int]]:
    lock = item.lock
    if lock.drugs or lock.drug:
        return [(found.start, found.end) for found in find_drugs(text) if found.generic in {*lock.drugs, lock.drug}]
    return [(found.start, found.end) for found in find_treatments(text) if found.id in {*lock.also, lock.treatment}]


def _as_done(text: str, start: int, end: int) -> bool:
    cue = judge_sentence(text, start, end)
    return not cue.negated and cue.modality in ("asserted", "historical")
