"""Which of the treatments that a request names is the one in dispute."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.lock.drugs import FoundDrug, find_drugs, ingredients
from drafter.lock.medicines import classes_of, is_compound, is_drug_request, products
from drafter.lock.resorts import in_place, last_resort
from drafter.lock.treatments import FoundTreatment, category_of, find_procedural, named_treatments

_CONTEXT = re.compile(
    r"\b(?:status\s+post|s/p|following|after|prior\s+to|due\s+to|secondary\s+to|to\s+rule\s+out|rule\s+out|r/o|because\s+of"
    r"|in\s+preparation\s+for|related\s+to|failed|to\s+(?:and\s+from|assist|help|use|determine|evaluate))\b",
    re.IGNORECASE,
)
_CONSULT_FOR = re.compile(r"^\W*(?:initial\s+)?(?:consult\w*|evaluation|eval|referral)\b[^,;]*?\bfor\b", re.IGNORECASE)
_STRONGER = (
    ("mr-arthrogram", ("mri",)),
    ("aquatic-therapy", ("physical-therapy",)),
    ("cervical-fusion", ("cervical-decompression",)),
    ("lumbar-fusion", ("lumbar-decompression",)),
    ("acl-reconstruction", ("knee-arthroscopy",)),
    ("knee-replacement", ("knee-arthroscopy",)),
    ("hip-replacement", ("hip-surgery",)),
    ("office-visit", ("surgical-consult", "pain-management", "specialist-referral", "psych-evaluation")),
    ("second-opinion", ("surgical-consult", "specialist-referral")),
    ("inpatient-rehab", ("physical-therapy", "occupational-therapy")),
    ("assistant-surgeon", ("surgical-consult",)),
    ("preop-clearance", ("specialist-referral", "lab-tests")),
    ("myelogram", ("ct",)),
)
"""A treatment that goes before the others, whichever stands first in the request."""


class Choice(NamedTuple):
    """The treatment in dispute, what else is named, and its drugs."""

    treatment: str | None
    also: tuple[str, ...] = ()
    drug: str | None = None
    drugs: tuple[str, ...] = ()
    guessed: bool = False
    """True when only a general word ("sessions", "injection") was there to go by."""


def choose(request: str) -> Choice:
    """Decide what a request asks for."""
    found = find_procedural(request) or named_treatments(request, any_case=True)
    medicines = products(find_drugs(request))
    if medicines and is_drug_request(request, found, medicines):
        return _drug_choice(request, found, medicines)
    if not found:
        return Choice(last_resort(request), guessed=True)
    ids = _joined([entry.id for entry in _without_context(request, found)])
    if _CONSULT_FOR.match(request) and category_of(ids[0]) in ("injection", "surgery", "diagnostic"):
        ids.insert(0, "specialist-referral")
    treatment, also = _ranked(ids)
    return Choice(in_place(request, treatment), also)


def _drug_choice(request: str, found: list[FoundTreatment], medicines: list[FoundDrug]) -> Choice:
    names = [drug.generic for drug in medicines]
    generics = tuple(dict.fromkeys(part for name in names for part in ingredients(name)))
    drug = "/".join(names) if len(names) > 1 and is_compound(request, names) else names[0]
    return Choice(*_ranked(classes_of(request, found, medicines)), drug=drug, drugs=generics)


def _without_context(request: str, found: list[FoundTreatment]) -> list[FoundTreatment]:
    """The treatments before "status post", "prior to" and the like; all of them when none stands before."""
    for context in _CONTEXT.finditer(request):
        before = [entry for entry in found if entry.start < context.start()]
        if before:
            return before
    return found


def _ranked(ids: list[str]) -> tuple[str, tuple[str, ...]]:
    """The main treatment and the others, in reading order but for those that take others along."""
    main = ids[0]
    for strong, weaker in _STRONGER:
        if strong in ids and main in weaker:
            main = strong
    return main, tuple(name for name in dict.fromkeys(ids) if name != main)


def _joined(ids: list[str]) -> list[str]:
    """An MRI with an arthrogram is one study."""
    parts = {"mri", "arthrogram", "mr-arthrogram"}
    if not {"mri", "arthrogram"} <= set(ids):
        return ids
    return list(dict.fromkeys("mr-arthrogram" if name in parts else name for name in ids))
