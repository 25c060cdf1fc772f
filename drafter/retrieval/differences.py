"""What two requests have in common and what sets them apart, from their locks."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Lock
from drafter.lexicon import body_parts, treatments
from drafter.retrieval.query import treatments_of

_USUAL = "utilization review"
"""Told only where it differs: nearly every request was denied as a whole."""


class Compared(NamedTuple):
    """In words: shared facts, and those that differ, the other request's first."""

    common: tuple[str, ...]
    different: tuple[str, ...]


def compare(other: Lock, own: Lock) -> Compared:
    """Fact by fact; what neither request states is left out, and what only one states is told as such."""
    common, different = [], []
    for label, theirs, ours in _facts(other, own):
        if theirs == ours:
            if theirs and label != _USUAL:
                common.append(f"{label} {theirs}")
        else:
            different.append(f"{label} {theirs or 'not stated'}, here {ours or 'not stated'}")
    return Compared(tuple(common), tuple(different))


def _facts(other: Lock, own: Lock) -> list[tuple[str, str, str]]:
    pairs = zip(_described(other), _described(own), strict=True)
    return [(label, theirs, ours) for (label, theirs), (_, ours) in pairs]


def _described(lock: Lock) -> list[tuple[str, str]]:
    known, parts = treatments(), body_parts()
    named = [known[name].name for name in treatments_of(lock) if name in known]
    sites = dict.fromkeys(parts[site.part].name for site in lock.sites)
    sides = dict.fromkeys(site.side for site in lock.sites if site.side)
    return [
        ("treatment", named[0] if named else ""),
        ("drug", ", ".join(lock.drugs)),
        ("strength", lock.strength or ""),
        ("quantity", _number(lock.quantity)),
        ("body part", ", ".join(sites)),
        ("side", ", ".join(sides)),
        ("level", ", ".join(lock.levels)),
        ("visits", _number(lock.visits)),
        ("weeks", _number(lock.weeks)),
        ("phase", lock.phase or ""),
        ("stage of care", lock.care or ""),
        (_USUAL, lock.ur_action),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
