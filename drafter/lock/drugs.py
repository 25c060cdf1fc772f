"""Drugs in a text, what they consist of, and which treatment classes they are of."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from drafter.lexicon import drugs
from drafter.lock import decoys
from drafter.lock.matcher import Match, Matcher

Form = Literal["systemic", "topical", "patch"]

_SALTS = "hcl|hydrochloride|bitartrate|bit|sodium|potassium|calcium|citrate|tartrate|sulfate|phosphate|hbr|er|sr|ir|dr"
_COMBINED = re.compile(rf"\s*(?:(?:{_SALTS})\b\.?\s*)*[/+&–-]?\s*", re.IGNORECASE)
_TOPICAL = re.compile(
    r"\b(?:creams?|gels?|ointments?|lotions?|topicals?|topically|transdermal|liniments?|rubs?|balms?|roll-?on"
    r"|ketocream|pads?|emulgel|paste)\b|\d\s?%",
    re.IGNORECASE,
)
_PATCH = re.compile(r"\b(?:patch(?:es)?|plasters?|pads?)\b", re.IGNORECASE)
_FORM_BEFORE = re.compile(
    r"\b(?:topical|creams?|gels?|ointments?|lotions?|patch(?:es)?)\s*(?:of|with|containing|[:(-])?\s*$", re.IGNORECASE
)
_FORM_REACH = 45
_CLAUSE = re.compile(r"[,;](?!\d)|\.(?!\d)|\b(?:and|for|with)\b", re.IGNORECASE)


class FoundDrug(NamedTuple):
    """A drug named in a text, by generic or brand name."""

    generic: str
    start: int
    end: int


@cache
def _matcher() -> Matcher:
    entries = [(drug.generic, pattern) for drug in drugs().values() for pattern in (drug.generic, *drug.brands)]
    return Matcher(entries, decoys.DRUGS)


@cache
def _combinations() -> dict[frozenset[str], str]:
    return {frozenset(name.split("/")): name for name in drugs() if "/" in name}


def find_drugs(text: str) -> list[FoundDrug]:
    """Drugs in reading order; `hydrocodone/APAP` is the one combination, not two drugs."""
    matches = _matcher().find(text)
    found = []
    row = 0
    while row < len(matches):
        name, last = _combined(text, matches, row)
        found.append(FoundDrug(name, matches[row].start, matches[last].end))
        row = last + 1
    return found


def _combined(text: str, matches: list[Match], row: int) -> tuple[str, int]:
    """The combination that begins at a match, and the row of its last part; the match itself if there is none."""
    best = matches[row].ids[0], row
    names = {best[0]}
    for following in range(row + 1, len(matches)):
        if not _COMBINED.fullmatch(text, matches[following - 1].end, matches[following].start):
            break
        names.add(matches[following].ids[0])
        name = _combinations().get(frozenset(names))
        if name:
            best = name, following
    return best


def ingredients(generic: str) -> tuple[str, ...]:
    """The generic names in a product: two for `hydrocodone/acetaminophen`, those of a kit, else its own."""
    drug = drugs().get(generic)
    return drug.ingredients if drug and drug.ingredients else tuple(generic.split("/"))


def form_of(text: str, found: FoundDrug) -> Form:
    """How a mention says the drug is applied: "Voltaren gel" is topical, "Voltaren 75 mg" is not."""
    after = text[found.end : found.end + _FORM_REACH]
    clause = _CLAUSE.search(after)
    after = after[: clause.start()] if clause else after
    if _PATCH.search(after):
        return "patch"
    before = _FORM_BEFORE.search(text[max(0, found.start - _FORM_REACH) : found.start])
    return "topical" if before or _TOPICAL.search(after) else "systemic"


def form_in(text: str) -> Form:
    """How a whole request says its drugs are applied."""
    if _PATCH.search(text):
        return "patch"
    return "topical" if _TOPICAL.search(text) else "systemic"


def drug_classes(generic: str, form: Form = "systemic") -> tuple[str, ...]:
    """Treatment ids of a drug, the most particular first."""
    drug = drugs()[generic]
    classes = drug.topical if form != "systemic" and drug.topical else drug.classes
    return tuple(name for name in classes if form == "patch" or not name.endswith("-patch"))
