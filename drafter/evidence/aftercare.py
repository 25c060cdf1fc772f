"""Visits that look at what a procedure did: all that they tell of how it went is about that procedure."""

from __future__ import annotations

import re

from drafter.case import Record
from drafter.lexicon import treatments
from drafter.lock import find_treatments

_TOP = 700
"""Characters in which a visit says what it is for."""
_PROCEDURE = (
    r"(?:procedure|injections?|shots?|(?:nerve |medial branch |facet )?blocks?|(?:TF|IL|L|C)?ESIs?|epidurals?|MBBs?|RFA"
    r"|ablation|rhizotomy|botox)"
)
_RECHECK = re.compile(
    rf"\bpost[- ]?{_PROCEDURE}\b|\b(?:recheck|re-?evaluation|follow[- ]?up|f/?u|visit|seen|check|call|diary)"
    rf"(?: \w+){{0,3}} (?:after|following|post|since|s/p|status post) (?:\w+ ){{0,4}}{_PROCEDURE}\b"
    rf"|^[ \t]*procedure:.*\b(?:day|week|wk) \d+\b",
    re.IGNORECASE | re.MULTILINE,
)


def rechecked(record: Record) -> frozenset[str]:
    """The injections whose effect a visit is there to look at, by its title or its first lines."""
    if record.kind not in ("progress_note", "consultation", "other"):
        return frozenset()
    top = f"{record.title}\n{record.pages[0].text[:_TOP] if record.pages else ''}"
    if not _RECHECK.search(top):
        return frozenset()
    return frozenset(found.id for found in find_treatments(top) if treatments()[found.id].category == "injection")
