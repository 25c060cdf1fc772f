"""What a request asks for when the lexicon knows none of its words, or only a general one."""

from __future__ import annotations

import re
from functools import cache

from drafter.lock.procedures import find_procedures, operation_at

INJECT = re.compile(r"\b(?:inject\w*|blocks?|shots?)\b", re.IGNORECASE)
INTO_MUSCLE = re.compile(r"\b(?:IM|IV|intra-?muscular(?:ly)?|intra-?venous(?:ly)?)\b")
_BLOCK = re.compile(r"\bblocks?\b", re.IGNORECASE)
_INJECTIONS = (
    ("rf-ablation", r"RFA|ablation"),
    ("facet-injection", r"facets?|medial\s+branch"),
    ("si-joint-injection", r"sacroiliac|SI"),
    ("trigger-point", r"trigger\s+points?"),
)
"""Injections by their target, when the words stand apart: "lumbar facet L4-5, L5-S1 injections"."""

_PLAIN_THERAPY = (
    r"^therap(?:y|ies)"
    r"|(?:additional|continu\w+|more|further|out-?patient|formal|supervised|of|\d+|x)\s+therap(?:y|ies)"
)
"""Therapy with no word before it that says which: "equine therapy" is a treatment of its own, and unknown."""

_LAST_RESORTS = (
    ("rf-ablation", r"RFA"),
    ("electrical-stimulation", r"EMS|stim(?:ulat(?:or|ion))?"),
    ("dvt-device", r"DVT|deep\s+vein|compression|pneumatic"),
    ("xray", r"fluoroscop\w*|films?|views?"),
    ("assistant-surgeon", r"physician'?s?\s+assistants?|PA-C"),
    ("preop-clearance", r"clearances?|history\s+and\s+physical|H\s?&\s?P"),
    ("hospital-stay", r"hospital|facility|overnight|observation|stay|LOS"),
    ("surgical-consult", r"(?:neuro-?)?surgeons?|neurosurgery|orthop\w+"),
    ("psych-evaluation", r"psych\w*|neuropsych\w*"),
    ("specialist-referral", r"\w+ologist|podiatrist|internist|physiatrist|dentist|optometrist|ENT"),
    ("specialist-referral", r"\w+\s+exam(?:ination)?"),
    ("gym", r"membership"),
    ("home-health", r"nurs\w*|caregiving"),
    ("office-visit", r"appointments?|(?:return|clinic|monthly|routine)\s+visits?|return\s+to\s+clinic"),
    ("specialist-referral", r"consult\w*|evaluations?|eval|referrals?|refer|specialist|assessment|second\s+look"),
    ("topical", r"creams?|gels?|ointments?|lotions?|patch(?:es)?"),
    ("other-drug", r"medications?|meds|refills?|prescriptions?|tablets?|capsules?|supplements?|drops|\d+\s?mg|rx"),
    ("lab-tests", r"tests?|testing|screen\w*|panels?|stud(?:y|ies)|swabs?"),
    (
        "other-surgery",
        r"surg\w*|operat\w*|repair|crowns?|excision|release|removal|revision|\w+(?:ectomy|otomy|plasty|oscopy|desis)",
    ),
    ("functional-restoration", r"program(?:me|s)?"),
    ("physical-therapy", rf"{_PLAIN_THERAPY}|modalit(?:y|ies)|rehab\w*|exercises?"),
    ("medical-supplies", r"suppl(?:y|ies)|pads?|refill\s+kit"),
    ("interpreter", r"translat\w+"),
    ("dme", r"glasses|units?|devices?|machines?|equipment|kits?|rental|purchase|system|chairs?"),
)  # fmt: skip
"""What is left when a request names nothing the lexicon knows, best first."""


def last_resort(request: str) -> str | None:
    """A treatment by its general words; None when there are none."""
    if INJECT.search(request):
        return in_place(request, _injection(request))
    name = _first(_LAST_RESORTS, request)
    return in_place(request, name) if name else None


def in_place(request: str, treatment: str) -> str:
    """A general treatment made particular by the body part, or by the way of giving."""
    if treatment == "other-surgery":
        return operation_at(request) or treatment
    return "injectable-drug" if treatment == "joint-injection" and INTO_MUSCLE.search(request) else treatment


def steroid_injection_at(request: str) -> str | None:
    """What a steroid injection into the place that a request names would be."""
    found = find_procedures(f"{request} steroid injection")
    return found[-1].id if found else None


def _injection(request: str) -> str:
    target = _first(_INJECTIONS, request)
    if target is None and _BLOCK.search(request):
        target = "nerve-block"
    return target or steroid_injection_at(request) or "joint-injection"


@cache
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in table)


def _first(table: tuple[tuple[str, str], ...], request: str) -> str | None:
    return next((name for name, words in _compiled(table) if words.search(request)), None)
