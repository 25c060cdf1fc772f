"""Which item is only asked for because of a surgery in the same letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.case import DisputedItem, Lock
from drafter.lexicon import treatments

_ANCILLARY = re.compile(
    r"\bassociated\s+surgical\s+service|\bassist(?:ant|ing)\s+surgeon|\b(?:PA|surgical|physician)\s+assist|"
    r"\b(?:post|pre|peri|intra)[- ]?op(?:erative(?:ly)?)?\b|\b(?:post|pre)[- ]?surgical\b|\bsurgical\s+assistant",
    re.IGNORECASE,
)
_SURGERY = re.compile(
    r"\bsurg(?:ery|ical\s+(?:repair|excision|release|correction))\b|\b\w+(?:ectomy|plasty|otomy|odesis|desis)\b|"
    r"\barthroscop\w+|\bopen\s+reduction\b|\bORIF\b|\b(?:fusion|reconstruction|decompression|debridement)\b|"
    r"\b\w+\s+(?:release|repair|replacement|revision)\b|\bhardware\s+removal\b",
    re.IGNORECASE,
)
_NOT_AN_OPERATION = re.compile(
    r"\b(?:consult\w*|referral|second\s+opinion|clearance)\b|\bsurg\w+\s+evaluation|\bevaluation\s+(?:for|by)\b",
    re.IGNORECASE,
)


def with_dependencies(items: Sequence[DisputedItem]) -> tuple[DisputedItem, ...]:
    """The items, each ancillary one pointing to its surgery."""
    surgeries = [item.number for item in items if _is_surgery(item)]
    return tuple(item.model_copy(update={"depends_on": _surgery_of(item, surgeries)}) for item in items)


def is_ancillary(request: str, lock: Lock) -> bool:
    return lock.ancillary or bool(_ANCILLARY.search(request))


def _surgery_of(item: DisputedItem, surgeries: Sequence[int]) -> int | None:
    """The nearest surgery before the item; the only one of the letter if it comes later."""
    if not is_ancillary(item.request, item.lock):
        return None
    before = [number for number in surgeries if number < item.number]
    if before:
        return before[-1]
    return surgeries[0] if len(surgeries) == 1 else None


def _is_surgery(item: DisputedItem) -> bool:
    if is_ancillary(item.request, item.lock) or _NOT_AN_OPERATION.search(item.request):
        return False
    known = treatments().get(item.lock.treatment or "")
    return known.category == "surgery" if known else bool(_SURGERY.search(item.request))
