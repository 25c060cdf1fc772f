"""Which of the treatments that a request names is the one in dispute."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.lexicon import drugs, treatments
from drafter.lock.drugs import FoundDrug, drug_classes, find_drugs, form_in, form_of, ingredients
from drafter.lock.procedures import find_procedures, operation_at
from drafter.lock.treatments import FoundTreatment, named_treatments

_CONTEXT = re.compile(
    r"\b(?:status\s+post|s/p|following|after|prior\s+to|due\s+to|secondary\s+to|to\s+rule\s+out|rule\s+out|r/o|because\s+of"
    r"|in\s+preparation\s+for|related\s+to|failed|to\s+(?:and\s+from|assist|help|use|determine|evaluate))\b",
    re.IGNORECASE,
)
_INJECTED = re.compile(
    r"\b(?:injections?|injectable|infusions?|intramuscular(?:ly)?|intravenous(?:ly)?|IM|IV|subcutaneous(?:ly)?|SQ)\b"
)
_INJECT = re.compile(r"\b(?:inject\w*|blocks?|shots?)\b", re.IGNORECASE)
_INTO_MUSCLE = re.compile(r"\b(?:IM|IV|intra-?muscular(?:ly)?|intra-?venous(?:ly)?)\b")
_CONSULT_FOR = re.compile(r"^\W*(?:initial\s+)?(?:consult\w*|evaluation|eval|referral)\b[^,;]*?\bfor\b", re.IGNORECASE)
_COMPOUND_WORDS = re.compile(r"\bcompound|cream\s+base|\bkit\b", re.IGNORECASE)
_FORMS = ("topical", "topical-nsaid", "lidocaine-patch", "injectable-drug", "compound")
_PERCENT = re.compile(r"\d\s?%")
_STEROIDS = frozenset({"methylprednisolone", "triamcinolone", "betamethasone", "dexamethasone"})
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

_INJECTIONS = (
    ("rf-ablation", r"RFA|ablation"),
    ("facet-injection", r"facets?|medial\s+branch"),
    ("si-joint-injection", r"sacroiliac|SI"),
    ("trigger-point", r"trigger\s+points?"),
)
"""Injections by their target, when the words stand apart: "lumbar facet L4-5, L5-S1 injections"."""

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
    ("office-visit", r"visits?|appointments?|return"),
    ("specialist-referral", r"consult\w*|evaluations?|eval|referrals?|refer|specialist|assessment|second\s+look"),
    ("topical", r"creams?|gels?|ointments?|lotions?|patch(?:es)?"),
    ("other-drug", r"medications?|meds|refills?|prescriptions?|tablets?|capsules?|supplements?|drops|\d+\s?mg|rx"),
    ("lab-tests", r"tests?|testing|screen\w*|panels?|stud(?:y|ies)|swabs?"),
    (
        "other-surgery",
        r"surg\w*|operat\w*|repair|crowns?|excision|release|removal|revision|\w+(?:ectomy|otomy|plasty|oscopy|desis)",
    ),
    ("functional-restoration", r"program(?:me|s)?"),
    ("physical-therapy", r"therap(?:y|ies)|modalit(?:y|ies)|sessions?|rehab\w*|exercises?"),
    ("medical-supplies", r"suppl(?:y|ies)|pads?|refill\s+kit"),
    ("interpreter", r"translat\w+"),
    ("dme", r"glasses|units?|devices?|machines?|equipment|kits?|rental|purchase|system|chairs?"),
)  # fmt: skip
"""What is left when a request names nothing the lexicon knows, best first."""


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
    found = _candidates(request)
    medicines = _products(find_drugs(request))
    if medicines and _is_drug_request(request, found, medicines):
        return _drug_choice(request, found, medicines)
    if not found:
        return Choice(_last_resort(request), guessed=True)
    ids = _joined([entry.id for entry in _without_context(request, found)])
    if _CONSULT_FOR.match(request) and _category(ids[0]) in ("injection", "surgery", "diagnostic"):
        ids.insert(0, "specialist-referral")
    treatment, also = _ranked(ids)
    return Choice(_in_place(request, treatment), also)


def _candidates(request: str) -> list[FoundTreatment]:
    named = named_treatments(request)
    procedures = [
        FoundTreatment(*entry)
        for entry in find_procedures(request)
        if not any(entry.start < other.end and other.start < entry.end for other in named)
    ]
    found = named + procedures or named_treatments(request, any_case=True)
    return sorted(found, key=lambda entry: entry.start)


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


def _in_place(request: str, treatment: str) -> str:
    """A general word made particular by the body part, or by the way of giving."""
    if treatment == "other-surgery":
        return operation_at(request) or treatment
    return "injectable-drug" if treatment == "joint-injection" and _INTO_MUSCLE.search(request) else treatment


def _joined(ids: list[str]) -> list[str]:
    """An MRI with an arthrogram is one study."""
    parts = {"mri", "arthrogram", "mr-arthrogram"}
    if not {"mri", "arthrogram"} <= set(ids):
        return ids
    return list(dict.fromkeys("mr-arthrogram" if name in parts else name for name in ids))


def _category(treatment: str) -> str:
    return treatments()[treatment].category


def _is_drug_request(request: str, found: list[FoundTreatment], medicines: list[FoundDrug]) -> bool:
    """A drug is in dispute unless another kind of treatment stands before it or takes it as an ingredient."""
    others = [entry for entry in found if _category(entry.id) != "drug"]
    if _INTO_MUSCLE.search(request) and operation_at(request) is None:
        return True
    first = medicines[0].start
    injections = [entry for entry in others if _category(entry.id) == "injection"]
    if any(entry.start <= first for entry in injections) or (injections and _INJECT.search(request)):
        return False
    return not others or first <= others[0].start


def _products(found: list[FoundDrug]) -> list[FoundDrug]:
    """Each product once; in "Norco (hydrocodone)" the ingredient goes with the product that contains it."""
    first = {drug.generic: drug for drug in reversed(found)}
    parts = {name: set(ingredients(name)) for name in first}
    contained = {name for name in first for other in first if parts[name] <= parts[other] and _simpler(name, other)}
    return sorted((drug for name, drug in first.items() if name not in contained), key=lambda drug: drug.start)


def _simpler(name: str, other: str) -> bool:
    """Whether the first of two names stands only for an ingredient of the second."""
    return name != other and (len(ingredients(name)) < len(ingredients(other)) or drugs()[other].compound)


def _drug_choice(request: str, found: list[FoundTreatment], medicines: list[FoundDrug]) -> Choice:
    names = [drug.generic for drug in medicines]
    generics = tuple(dict.fromkeys(part for name in names for part in ingredients(name)))
    named = [entry.id for entry in found if _says_more(entry, medicines)]
    classes = _classes(request, medicines, named)
    if len(medicines) > 1 and _is_compound(request, names):
        return Choice(*_ranked(["compound", "topical", *named]), drug="/".join(names), drugs=generics)
    if _INJECTED.search(request) and not any(name.startswith("topical") for name in classes):
        classes = _injection(request, names) + classes
    return Choice(*_ranked(classes), drug=names[0], drugs=generics)


def _says_more(entry: FoundTreatment, medicines: list[FoundDrug]) -> bool:
    """Whether a class or a form is named beside the drugs' own names; "Lidoderm" says the form itself."""
    if entry.id in _FORMS:
        return True
    inside = any(drug.start < entry.end and entry.start < drug.end for drug in medicines)
    return _category(entry.id) == "drug" and entry.id != "other-drug" and not inside


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


def _injection(request: str, names: list[str]) -> list[str]:
    joint = any(entry.id == "joint-injection" for entry in find_procedures(f"{request} steroid injection"))
    return ["joint-injection"] if joint and names[0] in _STEROIDS and "IM" not in request else ["injectable-drug"]


def _is_compound(request: str, names: list[str]) -> bool:
    topical = form_in(request) != "systemic" or _COMPOUND_WORDS.search(request)
    return bool(topical) and (bool(_PERCENT.search(request)) or any(drugs()[name].topical for name in names))


@cache
def _resorts(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in table)


def _first(table: tuple[tuple[str, str], ...], request: str) -> str | None:
    return next((name for name, words in _resorts(table) if words.search(request)), None)


def _last_resort(request: str) -> str | None:
    if _INJECT.search(request):
        target = _first(_INJECTIONS, request)
        block = "nerve-block" if re.search(r"\bblocks?\b", request, re.IGNORECASE) else None
        by_place = [entry.id for entry in find_procedures(f"{request} steroid injection")]
        return _in_place(request, target or block or (by_place or ["joint-injection"])[-1])
    name = _first(_LAST_RESORTS, request)
    return _in_place(request, name) if name else None
