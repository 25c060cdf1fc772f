"""Requests for drugs: when a drug is what is in dispute, and what kind of treatment it then is."""

from __future__ import annotations

import re

from drafter.lexicon import drugs
from drafter.lock.drugs import FoundDrug, drug_classes, form_in, form_of, ingredients
from drafter.lock.resorts import INJECT, INTO_MUSCLE, steroid_injection_at
from drafter.lock.treatments import FoundTreatment, category_of

_INJECTED = re.compile(
    r"\b(?:injections?|injectable|infusions?|intramuscular(?:ly)?|intravenous(?:ly)?|IM|IV|subcutaneous(?:ly)?|SQ)\b"
)
_COMPOUND_WORDS = re.compile(r"\bcompound|cream\s+base|\bkit\b", re.IGNORECASE)
_FORMS = ("topical", "topical-nsaid", "lidocaine-patch", "injectable-drug", "compound")
_PERCENT = re.compile(r"\d\s?%")
_STEROIDS = frozenset({"methylprednisolone", "triamcinolone", "betamethasone", "dexamethasone"})


def is_drug_request(request: str, found: list[FoundTreatment], medicines: list[FoundDrug]) -> bool:
    """A drug is in dispute unless another kind of treatment stands before it or takes it as an ingredient."""
    first = medicines[0].start
    others = [entry for entry in found if category_of(entry.id) != "drug"]
    injections = [entry for entry in others if category_of(entry.id) == "injection"]
    if INTO_MUSCLE.search(request) and all(entry.id == "joint-injection" for entry in injections):
        return steroid_injection_at(request) != "joint-injection"
    if any(entry.start <= first for entry in injections) or (injections and INJECT.search(request)):
        return False
    return not others or first <= others[0].start


def products(found: list[FoundDrug]) -> list[FoundDrug]:
    """Each product once; in "Norco (hydrocodone)" the ingredient goes with the product that contains it."""
    first = {drug.generic: drug for drug in reversed(found)}
    parts = {name: set(ingredients(name)) for name in first}
    contained = {name for name in first for other in first if parts[name] <= parts[other] and _simpler(name, other)}
    return sorted((drug for name, drug in first.items() if name not in contained), key=lambda drug: drug.start)


def _simpler(name: str, other: str) -> bool:
    """Whether the first of two names stands only for an ingredient of the second."""
    return name != other and (len(ingredients(name)) < len(ingredients(other)) or drugs()[other].compound)


def classes_of(request: str, found: list[FoundTreatment], medicines: list[FoundDrug]) -> list[str]:
    """Treatment ids of a drug request, the one in dispute first."""
    named = [entry.id for entry in found if _says_more(entry, medicines)]
    names = [drug.generic for drug in medicines]
    if len(names) > 1 and is_compound(request, names):
        return ["compound", "topical", *named]
    classes = _classes(request, medicines, named)
    if _INJECTED.search(request) and not any(name.startswith("topical") for name in classes):
        return [_injection(request, names[0]), *classes]
    return classes


def is_compound(request: str, names: list[str]) -> bool:
    """Whether several drugs are parts of one compounded product: a cream, or a list of percentages."""
    topical = form_in(request) != "systemic" or _COMPOUND_WORDS.search(request)
    return bool(topical) and (bool(_PERCENT.search(request)) or any(drugs()[name].topical for name in names))


def _says_more(entry: FoundTreatment, medicines: list[FoundDrug]) -> bool:
    """Whether a class or a form is named beside the drugs' own names; "Lidoderm" says the form itself."""
    if entry.id in _FORMS:
        return True
    inside = any(drug.start < entry.end and entry.start < drug.end for drug in medicines)
    return category_of(entry.id) == "drug" and entry.id != "other-drug" and not inside


def _classes(request: str, medicines: list[FoundDrug], named: list[str]) -> list[str]:
    """The classes of the drugs by their form, before them a class that the request names itself."""
    classes: list[str] = []
    for drug in medicines:
        form = form_of(request, drug) if len(medicines) > 1 else form_in(request)
        if form == "systemic" and any(name in ("topical", "topical-nsaid", "lidocaine-patch") for name in named):
            form = "topical"
        classes += drug_classes(drug.generic, form)
    specific = [name for name in named if name in ("topical-nsaid", "lidocaine-patch", "injectable-drug")]
    return specific + classes + [name for name in named if name not in specific]


def _injection(request: str, name: str) -> str:
    joint = name in _STEROIDS and not INTO_MUSCLE.search(request)
    return "joint-injection" if joint and steroid_injection_at(request) == "joint-injection" else "injectable-drug"
