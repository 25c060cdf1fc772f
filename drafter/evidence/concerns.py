"""Whether a sentence is about what is in dispute: the same treatment, the same drug, the same part of the body."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.case import BodySite, DisputedItem, Lock
from drafter.evidence.reading import CaseReading
from drafter.evidence.visits import therapy_of
from drafter.lexicon import Concept, body_parts, treatments
from drafter.lock import FoundSite, find_drugs, find_sites, find_treatments
from drafter.lock.levels import find_levels

_LOOK_BACK = 3
"""Sentences before a statement in which its treatment may be named."""
_NERVE = re.compile(
    r"\b(?:weak\w*|numb\w*|tingl\w*|radiat\w*|radicul\w*|sciatic\w*|shoot\w*|foot drop|wrist drop|reflex\w*|jerks?"
    r"|(?:leg|arm) pain|sens(?:ation|ory)|pin ?prick|dermatom\w*|slr|straight[- ]leg|paresthesi\w*|pins and needles"
    r"|wast(?:ing|ed)|atroph(?:y|ied)|denervat\w*|sharp waves|EMG|NC[SV]|goes down|going down)\b",
    re.IGNORECASE,
)
_SERVED = {
    "low-back": frozenset({"lower-extremity", "hip", "knee", "ankle-foot"}),
    "neck": frozenset({"upper-extremity", "shoulder", "elbow", "wrist-hand"}),
}
"""Where the nerves of a part of the spine are felt: a numb foot is a finding of the low back."""
_WHOLE = ({"spine", "neck"}, {"spine", "low-back"})
"""A word for the whole and a part of it: "no vertebral fracture" is said of the low back, too."""
_THERAPY = re.compile(r"\btherap(?:y|ist|ists)\b", re.IGNORECASE)


def concerns(concept: Concept, reading: CaseReading, row: int, item: DisputedItem) -> bool:
    """Whether a sentence is about the item, as far as the concept asks for that."""
    text = reading.texts[row]
    if not same_level(text, item.lock.levels):
        return False
    if concept.about_part and not same_part(text, item.lock.sites):
        return False
    if concept.about_drug and not _same_drug(text, item.lock):
        return False
    return not concept.about_treatment or _about_treatment(reading, row, item.lock)


@lru_cache(maxsize=4096)
def names_treatment(text: str, lock: Lock) -> bool:
    """Whether `text` names the very treatment, or the very drug: another drug of its class does not count."""
    drugs = {*lock.drugs, lock.drug} - {None}
    if drugs:
        return not drugs.isdisjoint(found.generic for found in find_drugs(text))
    return not {*lock.also, lock.treatment}.isdisjoint(found.id for found in find_treatments(text))


@lru_cache(maxsize=4096)
def same_part(text: str, sites: tuple[BodySite, ...]) -> bool:
    """True unless the sentence names body parts and none of them lies in a region, and on a side, of `sites`."""
    named = find_sites(text)
    if not sites or not named:
        return True
    of_nerves = _NERVE.search(text) is not None
    return any(_agree(mine, theirs, of_nerves) for mine in sites for theirs in named)


@lru_cache(maxsize=4096)
def same_level(text: str, levels: tuple[str, ...]) -> bool:
    """True unless the sentence names spinal levels and none of them touches one of `levels`: what is said of L3-L4 is
    neither for nor against an injection at S1."""
    if not levels:
        return True
    named = {vertebra for found in find_levels(text) for vertebra in found.level.split("-")}
    return not named or not named.isdisjoint(vertebra for level in levels for vertebra in level.split("-"))


def _agree(mine: BodySite, theirs: FoundSite, of_nerves: bool) -> bool:
    here, there = body_parts()[mine.part].region, body_parts()[theirs.part].region
    if of_nerves and there in _SERVED.get(here, ()):
        return True
    return (here == there or {here, there} in _WHOLE) and {mine.side, theirs.side} != {"left", "right"}


def _about_treatment(reading: CaseReading, row: int, lock: Lock) -> bool:
    """Whether a sentence or what leads up to it names the item's treatment, or its whole record is a log of it.

    The nearest sentence before it that names any treatment decides, as far as it stands in the same record.
    """
    sentence = reading.sentences[row]
    if names_treatment(reading.texts[row], lock) or _means_therapy(reading.texts[row], lock):
        return True
    for before in range(row - 1, max(-1, row - 1 - _LOOK_BACK), -1):
        same_record = reading.sentences[before].record == sentence.record
        if same_record and names_treatment(reading.texts[before], lock):
            return True
        if not same_record or _names_any(reading.texts[before]):
            break
    record = reading.record(sentence.record)
    return record is not None and therapy_of(record) in {lock.treatment, *lock.also}


def _means_therapy(text: str, lock: Lock) -> bool:
    """ "The therapist" and "therapy" alone are the therapy in dispute, where the sentence names no other."""
    known = treatments().get(lock.treatment or "")
    return bool(known and known.category == "therapy" and _THERAPY.search(text) and not _names_any(text))


@lru_cache(maxsize=4096)
def _names_any(text: str) -> bool:
    return bool(find_treatments(text) or find_drugs(text))


def _same_drug(text: str, lock: Lock) -> bool:
    """True unless the sentence names drugs and none of them is the item's."""
    named = {found.generic for found in find_drugs(text)}
    return not lock.drugs or not named or bool(named & {*lock.drugs, lock.drug})
