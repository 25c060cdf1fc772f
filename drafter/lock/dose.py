"""Strength, quantity, refills and days of supply of a drug request: "Norco 10/325mg #60 with 2 refills"."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.lock.numbers import AMOUNT, NUMBER, upper

_VALUE = r"\d[\d,]*(?:\.\d+)?|\.\d+"
_UNIT = r"mg|mcg|ug|µg|mEq|iu|units?|%"
_STRENGTH = re.compile(
    rf"(?<![\w.#])((?:{_VALUE})(?:\s?(?:mg|mcg)?\s?[/-]\s?(?:{_VALUE}))*)\s?({_UNIT})(?![a-z])"
    r"(\s?/\s?(?:\d+\s?)?(?:ml|hr|hour|h|actuation|g|gm|patch|day)\b)?",
    re.IGNORECASE,
)
_BARE_PAIR = re.compile(r"(?<![\w.#/])(\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?){1,3})(?![\w/]|\.\d)")
_DATE = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)")
_GLUED = re.compile(r"(?<![a-z])x(?=\d)", re.IGNORECASE)
_PACK = (
    r"tab(?:let)?s?|cap(?:sule)?s?|pills?|patch(?:es)?|pads?|box(?:es)?|bottles?|tubes?|vials?|syringes?|containers?|jars?"
    r"|kits?|units?|packs?|packets?|pouch(?:es)?|count|ct|cans?|suppositor(?:y|ies)|lozenges?|doses?|sprays?|packages?"
)
_HASH = re.compile(rf"#\s?({AMOUNT})", re.IGNORECASE)
_LABELLED = re.compile(
    rf"\b(?:qty|quantity|quanity|disp(?:ense)?)\b\s*(?:of|is|:|=|#|-|\()*\s*({AMOUNT})", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"({AMOUNT})\s*(?:count\s*(?:of\s*)?|additional\s+)?(?:{_PACK})\b(?!\s*(?:by mouth|po\b|orally|daily|every|at "
    r"|per |a day|twice|once|q\s?\d|bid|tid|qd|prn|as needed|three times|two times|\d))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?<!\w)(?:x|times)\s?({NUMBER})(?!\s*(?:days?|weeks?|wks?|months?|refills?|mg|a |per |daily))", re.IGNORECASE
)
_GRAMS = re.compile(
    r"(?<![\w.#])(\d{1,6}(?:\.\d{1,3})?)\s?-?(?:g|gm|gms|grams?|gr|ml|oz|ounces?)\b(?!\s?/)", re.IGNORECASE
)
_ONE_PACK = re.compile(r"(\d\s?-?(?:g|gm|gms|grams?|ml|oz)\b)\s*(?:x|times)\s?1(?![\d.])", re.IGNORECASE)
"""One bottle or tube: `150 mL x 1` is 150 mL."""
_REFILLS_AFTER = re.compile(rf"(?<!#)(?<!# )({AMOUNT})\s*(?:additional\s+|more\s+)?(?:refills?|rf)\b", re.IGNORECASE)
_REFILLS_BEFORE = re.compile(
    rf"\b(?:refills?|rf)\b\s*(?:of|:|=|x|times|#|\()*\s*({NUMBER})(?!\s*(?:mg|%|mcg|/))", re.IGNORECASE
)
_NO_REFILLS = re.compile(r"\b(?:no|zero|without|w/o)\s+refills?\b", re.IGNORECASE)
_ONE_REFILL = re.compile(r"\b(?:with|and|plus|w/|a)\s+(?:a\s+)?refill\b(?!s|\s*[:x#\d])", re.IGNORECASE)
_SUPPLY = re.compile(rf"({AMOUNT})[\s-]*(days?|weeks?|months?)['’]?s?[\s-]*(?:supply|supplies|worth)", re.IGNORECASE)
_SUPPLY_AFTER = re.compile(rf"\bdays?['’]?s?\s+supply\s*[:=]?\s*(?:of\s*)?({NUMBER})", re.IGNORECASE)
_FOR_DAYS = re.compile(
    rf"(?:\b(?:for|x|times|over)\s*)?({AMOUNT})[\s-]*(days?|weeks?|wks?|months?)\b(?!\s*(?:ago|prior))", re.IGNORECASE
)
_DAYS = {"d": 1, "w": 7, "m": 30}


class Dose(NamedTuple):
    """What a drug request says about its amount; None where it does not say."""

    strength: str | None
    quantity: float | None
    refills: int | None
    days: float | None


def read_dose(request: str) -> Dose:
    """Read strength, quantity, refills and days of supply from the words of a request."""
    text = _GLUED.sub("x ", _DATE.sub(" ", request))
    return Dose(_strength(text), _quantity(text), _refills(text), _days(text))


def _strength(text: str) -> str | None:
    found = list(_STRENGTH.finditer(text))
    percents = [match for match in found if match[2] == "%"]
    if len(percents) > 1:
        return "/".join(f"{match[1]}%" for match in percents)
    if not found:
        bare = _BARE_PAIR.search(text)
        return bare[1] if bare else None
    value, unit, per = found[0][1], found[0][2], found[0][3] or ""
    value = re.sub(r"\s*([/-])\s*", r"\1", value)
    return f"{value}%" if unit == "%" else f"{value} {unit}{''.join(per.split())}"


def _quantity(text: str) -> float | None:
    """Units dispensed: `#60`, "quantity 60", "60 tablets", "120 grams"; the first of these that is stated."""
    text = _ONE_PACK.sub(r"\1", _STRENGTH.sub(" ", _NO_REFILLS.sub(" ", text)))
    for pattern in (_HASH, _LABELLED, _COUNTED, _TIMES, _GRAMS):
        found = next((match for match in pattern.finditer(text) if not _is_refill(text, match)), None)
        if found:
            return upper(found[1])
    return None


def _is_refill(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts refills: "3 refills"; in "#30 refills: 2" the first number does not."""
    return match[0][0] != "#" and re.match(r"\s*(?:refill|rf\b)", text[match.end(1) :], re.IGNORECASE) is not None


def read_packs(text: str) -> float | None:
    """Packages or pieces of supplies: "2 packs", "3 boxes"."""
    found = _COUNTED.search(text)
    return upper(found[1]) if found else None


def _refills(text: str) -> int | None:
    if _NO_REFILLS.search(text):
        return 0
    found = _REFILLS_BEFORE.search(text) or _REFILLS_AFTER.search(text)
    if found:
        return int(upper(found[1]))
    return 1 if _ONE_REFILL.search(text) else None


def _days(text: str) -> float | None:
    found = _SUPPLY_AFTER.search(text)
    if found:
        return upper(found[1])
    found = _SUPPLY.search(text) or _FOR_DAYS.search(text)
    return upper(found[1]) * _DAYS[found[2][0].lower()] if found else None
