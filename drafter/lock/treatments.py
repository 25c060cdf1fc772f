"""Treatments named in a text: by their own names, by their drugs, by procedure and body part."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from drafter.lexicon import TreatmentCategory, treatments
from drafter.lock import decoys
from drafter.lock.drugs import drug_classes, find_drugs, form_of
from drafter.lock.matcher import Matcher
from drafter.lock.procedures import find_procedures


class FoundTreatment(NamedTuple):
    """A treatment named in a text; one place may name two ("electrodiagnostic studies": EMG and NCS)."""

    id: str
    start: int
    end: int


@cache
def _matcher(any_case: bool = False) -> Matcher:
    if any_case:
        return _matcher().in_any_case()
    entries = ((entry.id, pattern) for entry in treatments().values() for pattern in entry.patterns)
    return Matcher(entries, decoys.TREATMENTS)


def find_treatments(text: str) -> list[FoundTreatment]:
    """Treatments in reading order, drugs by their classes."""
    found = find_procedural(text)
    found += _drug_treatments(text, found)
    return sorted(set(found), key=lambda entry: (entry.start, found.index(entry)))


def find_procedural(text: str) -> list[FoundTreatment]:
    """Treatments by name and by procedure and body part, in reading order; drugs only where their class is named."""
    named = named_treatments(text)
    procedures = [
        FoundTreatment(*entry)
        for entry in find_procedures(text)
        if not any(entry.start < other.end and other.start < entry.end for other in named)
    ]
    return sorted(named + procedures, key=lambda entry: entry.start)


def named_treatments(text: str, any_case: bool = False) -> list[FoundTreatment]:
    """Treatments by the patterns of the lexicon alone; `any_case` reads "pt 2x6" as physical therapy."""
    return [
        FoundTreatment(name, match.start, match.end) for match in _matcher(any_case).find(text) for name in match.ids
    ]


def category_of(treatment: str) -> TreatmentCategory:
    return treatments()[treatment].category


def _drug_treatments(text: str, named: list[FoundTreatment]) -> list[FoundTreatment]:
    """The classes of the drugs in a text; a name that says the form ("Lidoderm") stands before the drug's own."""
    found = []
    for drug in find_drugs(text):
        about = [other for other in named if drug.start < other.end and other.start < drug.end]
        if any(category_of(other.id) != "drug" for other in about):
            continue
        form = form_of(text, drug)
        if form == "systemic" and any(other.id.startswith(("topical", "lidocaine")) for other in about):
            form = "topical"
        found += [FoundTreatment(name, drug.start, drug.end) for name in drug_classes(drug.generic, form)]
    return found
