"""All defects, in the order of the failure modes."""

from __future__ import annotations

from evals.defects import accounts, behaviour, facts, form, guidelines, items
from evals.defects.base import Defect

DEFECTS: tuple[Defect, ...] = tuple(
    sorted(
        (*facts.DEFECTS, *accounts.DEFECTS, *items.DEFECTS, *guidelines.DEFECTS, *form.DEFECTS, *behaviour.DEFECTS),
        key=lambda defect: defect.mode,
    )
)
NOT_PLANTED: dict[int, str] = {
    19: "a draft has no label for the case as a whole: it is derived from the items when a letter is printed",
    41: "a property of repeated runs: `drafter eval probe` shuffles the record, `drafter eval run --repeat` runs again",
}
"""Failure modes that no single draft can show, and what looks for them instead."""
