"""Whether a treatment is asked for the first time or is to go on: guidelines test the two differently."""

from __future__ import annotations

from drafter.case import DisputedItem
from drafter.criteria.card import Care
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts

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
