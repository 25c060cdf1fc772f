"""Cases for the engine: one with findings of every kind."""

from __future__ import annotations

from drafter.case import Case
from drafter.draft import Draft, DraftItem, Flag
from tests.drafter.builders import MASSAGE, SUMMARY, disputed, make_case

NAPROXEN = "Naproxen 550 mg #60"
RICH = SUMMARY.replace(
    "He performs stretching at home. ",
    "He attends formal physical therapy with strengthening exercises twice a week. ",
)
"""Massage: exercise is documented, a gain is denied."""


def massage_case(summary: str = RICH) -> Case:
    return make_case(disputed(1, MASSAGE), summary=summary)


def drugs_and_massage(summary: str = SUMMARY) -> Case:
    return make_case(disputed(1, MASSAGE), disputed(2, NAPROXEN), summary=summary)


def texts(item: DraftItem) -> list[str]:
    return [sentence.text for sentence in item.rationale]


def all_flags(draft: Draft) -> list[Flag]:
    return [*draft.flags, *(flag for item in draft.items for flag in item.flags)]


def blocks(draft: Draft) -> list[Flag]:
    return [flag for flag in all_flags(draft) if flag.severity == "block"]


def codes(item: DraftItem) -> set[str]:
    return {flag.code for flag in item.flags}


def judged(item: DraftItem) -> list[tuple[object, ...]]:
    """What must not depend on a model: the findings and the outcome."""
    return [(item.outcome, item.confidence), *((f.id, f.status, f.evidence, f.contrary) for f in item.criteria)]
