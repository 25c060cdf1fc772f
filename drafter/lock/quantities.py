"""Numbers with their units in running text: doses, visits, durations, percentages, degrees."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.lock.numbers import AMOUNT, find_numbers

_UNITS = {
    "mg": r"mgs?|milligrams?",
    "mcg": r"mcg|ug|µg|micrograms?",
    "g": r"g|gm|gms|grams?",
    "ml": r"ml|cc|millilit(?:er|re)s?",
    "%": r"%|percent",
    "visit": r"visits?|sessions?|treatments?|appointments?",
    "hour": r"hours?|hrs?",
    "minute": r"minutes?|mins?",
    "day": r"days?",
    "week": r"weeks?|wks?",
    "month": r"months?|mos?",
    "year": r"years?|yrs?",
    "time": r"times?|x",
    "refill": r"refills?",
    "piece": r"tab(?:let)?s?|cap(?:sule)?s?|pills?|patch(?:es)?|units?|box(?:es)?|bottles?|tubes?|vials?",
    "degree": r"degrees?|°",
    "level": r"levels?",
    "injection": r"injections?|blocks?|shots?",
    "mm": r"mm|millimet(?:er|re)s?",
    "cm": r"cm|centimet(?:er|re)s?",
    "inch": r"inch(?:es)?",
    "foot": r"feet|foot",
    "mile": r"miles?",
    "pound": r"pounds?|lbs?",
    "point": r"points?",
    "ng/ml": r"ng/ml",
}
_NAMED = "|".join(f"(?P<u{row}>{words})" for row, words in enumerate(_UNITS.values()))
_MEASURE = re.compile(
    rf"#\s?(?P<count>{AMOUNT})|(?P<n>{AMOUNT})(?:\s*-\s*|\s*)(?:(?:additional|more|further|physical therapy|acupuncture"
    rf"|chiropractic|massage therapy|massage|therapy|PT)\s+)*(?:{_NAMED})(?![a-z])|"
    rf"(?P<score>\d\d?\d?(?:\.\d)?)\s?/\s?(?P<of>5|10)(?![\d/])",
    re.IGNORECASE,
)
_NAMES = tuple(_UNITS)


class FoundQuantity(NamedTuple):
    """A number with its unit; `low` and `high` differ for a range ("8-12 visits")."""

    low: float
    high: float
    unit: str
    start: int
    end: int


def find_quantities(text: str) -> list[FoundQuantity]:
    """Numbers with units, in reading order; `#60` has the unit `piece`, a score `7/10` the unit `/10`."""
    return [_quantity(found) for found in _MEASURE.finditer(text)]


def _quantity(found: re.Match[str]) -> FoundQuantity:
    if found["score"]:
        value = float(found["score"])
        return FoundQuantity(value, value, f"/{found['of']}", found.start(), found.end())
    values = [entry.value for entry in find_numbers(found["count"] or found["n"])]
    unit = "piece" if found["count"] else _NAMES[int((found.lastgroup or "u0")[1:])]
    return FoundQuantity(min(values), max(values), unit, found.start(), found.end())
