"""Numbers in running text, with what they count: `six visits`, `4-6 weeks`, `50%`, `10/325 mg`, `5/10`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.lock.numbers import find_numbers, is_number, number

_OFTEN = {"twice": 2.0, "thrice": 3.0}
_OFTEN_WORDS = re.compile(r"\b(?:twice|thrice)\b", re.IGNORECASE)
_UNITS: dict[str, str] = {
    "visits": r"visits?|sessions?|treatments?|appointments?|times|x|per week|a week|weekly",
    "weeks": r"weeks?|wks?",
    "months": r"months?|mos?|mth?s?",
    "days": r"days?|daily",
    "years": r"years?|yrs?|y/?o|year-old",
    "hours": r"hours?|hrs?",
    "minutes": r"minutes?|mins?",
    "%": r"%|percent|per cent",
    "mg": r"mg|milligrams?",
    "mcg": r"mcg|ug|micrograms?",
    "g": r"g|gm|grams?",
    "ml": r"ml|cc|milliliters?",
    "units": r"tablets?|tabs?|capsules?|caps?|pills?|count|patch(?:es)?|tubes?|bottles?",
    "refills": r"refills?",
    "levels": r"levels?",
    "degrees": r"degrees?|°",
}
_UNIT = "|".join(f"(?P<{'u' + str(index)}>{words})" for index, words in enumerate(_UNITS.values()))
_UNIT_NAMES = tuple(_UNITS)
_UNIT_HERE = re.compile(rf"[\s-]*(?:{_UNIT})(?![A-Za-z])", re.IGNORECASE)
_VISITS_LATER = re.compile(
    r"\s+(?:(?!weeks?|months?|days?|times)[A-Za-z/]+\s+){1,3}(?:visits?|sessions?|treatments?)\b", re.IGNORECASE
)
_RANGE_TAIL = re.compile(r"\s*(?:-|–|to|or|and)\s*(?P<second>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)\b", re.IGNORECASE)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+"
_COMPOUND = re.compile(
    rf"(?<![\w.])(?:{_DIGITS})(?:\s?[-/]\s?(?:{_DIGITS}))+(?=\s?(?:mg|mcg|ml|gm?|%)(?![a-z]))"
    rf"|(?<![\w./-])(?:\d+(?:\.\d+)?)(?:\s?/\s?|\s(?:out of|over)\s)\d+(?:\.\d+)?(?![\w/])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_TIMES = re.compile(r"(?<![A-Za-z])[x×](?=\s?\d)", re.IGNORECASE)
"""The sign in `2x3` and `x6`, which hides the number behind it."""


class Quantity(NamedTuple):
    """A number and what it counts; `unit` is None when the text does not say, or says something unlisted."""

    value: float
    unit: str | None = None

    def __str__(self) -> str:
        unit = "" if self.unit is None else "%" if self.unit == "%" else f" {self.unit}"
        return f"{self.value:g}{unit}"

    def supports(self, claim: Quantity) -> bool:
        """Whether a text with this quantity bears out `claim`; a percentage is borne out by a percentage only."""
        if self.value != claim.value:
            return False
        return claim.unit is None or self.unit == claim.unit or (self.unit is None and claim.unit != "%")


class Numbers(NamedTuple):
    """Quantities and compounds (`10/325`, `5/10`) of a text."""

    quantities: frozenset[Quantity]
    compounds: frozenset[str]


def numbers_of(text: str) -> Numbers:
    """All numbers of `text`; dates, spinal levels and codes must have been blanked before."""
    text = _TIMES.sub(" ", text)
    compounds = {_compound(match.group()) for match in _COMPOUND.finditer(text)}
    rest = _COMPOUND.sub(lambda match: " " * len(match.group()), text)
    often = (Quantity(_OFTEN[match.group().lower()], "visits") for match in _OFTEN_WORDS.finditer(rest))
    return Numbers(frozenset((*_quantities(rest), *often)), frozenset(compounds))


def _compound(written: str) -> str:
    return "/".join(f"{number(part):g}" for part in re.findall(_DIGITS, written))


def _quantities(text: str) -> Iterator[Quantity]:
    for found in find_numbers(text):
        unit = _unit_after(text, found.end) or _unit_of_range(text, found.end) or _unit_before(text, found.start)
        pronoun = unit is None and text[found.start : found.end].lower() == "one"
        if not pronoun and not _ORDINAL.match(text, found.end):
            yield Quantity(found.value, unit)


def _unit_after(text: str, end: int) -> str | None:
    match = _UNIT_HERE.match(text, end)
    if match and match.lastgroup:
        return _UNIT_NAMES[int(match.lastgroup[1:])]
    return "visits" if _VISITS_LATER.match(text, end) else None


def _unit_of_range(text: str, end: int) -> str | None:
    """In `4-6 weeks` the unit of the first number stands behind the second."""
    tail = _RANGE_TAIL.match(text, end)
    return _unit_after(text, tail.end()) if tail and is_number(tail["second"]) else None


def _unit_before(text: str, start: int) -> str | None:
    """`#60` and `qty: 60` count units dispensed."""
    return "units" if re.search(r"(?:#|\bqty:?|\bquantity:?)\s*$", text[:start], re.IGNORECASE) else None
