"""Whether a sentence is about what is in dispute: the same treatment, the same drug, the same part of the body."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.case import BodySite, DisputedItem, Lock
from drafter.evidence.elsewhere import vertebrae
from drafter.evidence.reading import CaseReading
from drafter.evidence.visits import therapy_of
from drafter.lexicon import Concept, body_parts, treatments
from drafter.lock import FoundSite, drug_classes, find_drugs, find_sites, find_treatments
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
_BY_KIND = {
    "therapy": re.compile(r"\btherap(?:y|ist|ists)\b", re.IGNORECASE),
    "injection": re.compile(r"\b(?:(?<!flu )shots?|injections?|rounds?|cycles?)\b", re.IGNORECASE),
}
"""Words that mean the treatment in dispute where the sentence names no other of its kind."""
_WITHOUT_STEROID = frozenset({"viscosupplementation", "prp", "botulinum", "prolotherapy"})
_STEROID = re.compile(r"\b(?:cortisones?|(?:cortico)?steroids?|Kenalog|Depo-?Medrol|Celestone|CSI)\b", re.IGNORECASE)
_REMEDIES = frozenset({"laxative", "antiemetic", "ppi"})
"""What is taken against the effects of a drug: "no BM for 3 days, senna helps" is said of the drug."""
_TALKS = frozenset({"cbt", "psychotherapy"})


def concerns(concept: Concept, reading: CaseReading, row: int, item: DisputedItem, text: str | None = None) -> bool:
    """Whether a sentence, or `text` that goes on in it, is about the item, as far as the concept asks for that."""
    text = text or reading.texts[row]
    if not same_level(text, item.lock.levels):
        return False
    if concept.about_part and not same_part(text, item.lock.sites):
        return False
    if concept.about_drug and not _same_drug(text, item.lock):
        return False
    return not concept.about_treatment or _about_treatment(reading, row, item.lock)


def names_treatment(text: str, lock: Lock) -> bool:
    """Whether `text` names the very treatment, or the very drug: another drug of its class does not count."""
    drugs = {*lock.drugs, lock.drug} - {None}
    if drugs:
        return not drugs.isdisjoint(_drugs_in(text))
    return not {*lock.also, lock.treatment}.isdisjoint(_treatments_in(text))


@lru_cache(maxsize=32768)
def same_part(text: str, sites: tuple[BodySite, ...]) -> bool:
    """True unless the sentence names body parts and none of them lies in a region, and on a side, of `sites`."""
    named = find_sites(text)
    if not sites or not named:
        return True
    of_nerves = _NERVE.search(text) is not None
    return any(_agree(mine, theirs, of_nerves) for mine in sites for theirs in named)


@lru_cache(maxsize=32768)
def same_level(text: str, levels: tuple[str, ...]) -> bool:
    """True unless the sentence names spinal levels and none of them touches one of `levels`: what is said of L3-L4 is
    neither for nor against an injection at S1."""
    if not levels:
        return True
    named = vertebrae(tuple(found.level for found in find_levels(text)))
    return not named or not named.isdisjoint(vertebrae(levels))


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
    if names_treatment(reading.texts[row], lock) or _means_its_kind(reading.texts[row], lock):
        return True
    for before in range(row - 1, max(-1, row - 1 - _LOOK_BACK), -1):
        same_record = reading.sentences[before].record == sentence.record
        named = names_treatment(reading.texts[before], lock) or _means_its_kind(reading.texts[before], lock)
        if same_record and named:
            return True
        if not same_record or _names_any(reading.texts[before]):
            break
    record = reading.record(sentence.record)
    wanted = {lock.treatment, *lock.also}
    return record is not None and (
        _same_therapy(therapy_of(record), wanted) or not reading.follows_up(record).isdisjoint(wanted)
    )


def _same_therapy(given: str | None, wanted: set[str | None]) -> bool:
    """Whether one of `wanted` was given; a psychologist's sessions are either kind of talking."""
    return given in wanted or (given in _TALKS and not _TALKS.isdisjoint(wanted))


def _means_its_kind(text: str, lock: Lock) -> bool:
    """ "The therapist" and "therapy" alone are the therapy in dispute, where the sentence names no other; "the shots"
    are its injections."""
    known = treatments().get(lock.treatment or "")
    words = _BY_KIND.get(known.category) if known else None
    return bool(words and words.search(text) and not _names_any(text))


def _names_any(text: str) -> bool:
    return bool(_treatments_in(text) or _drugs_in(text))


@lru_cache(maxsize=32768)
def _treatments_in(text: str) -> frozenset[str]:
    """What a sentence names, whatever is in dispute: asked of the same sentence for many statements behind it."""
    return frozenset(found.id for found in find_treatments(text))


@lru_cache(maxsize=32768)
def _drugs_in(text: str) -> frozenset[str]:
    return frozenset(found.generic for found in find_drugs(text))


def _same_drug(text: str, lock: Lock) -> bool:
    """True unless the sentence names drugs, or a steroid to inject, and none of them is the item's."""
    if lock.treatment in _WITHOUT_STEROID and _STEROID.search(text):
        return names_treatment(text, lock)
    own = {*lock.drugs, lock.drug}
    named = _drugs_in(text)
    others = {generic for generic in named - own if _REMEDIES.isdisjoint(drug_classes(generic))}
    return not lock.drugs or not others or not named.isdisjoint(own)
