"""Visits, frequency and duration of a request: "two times a week for six weeks", "3x2", "12 sessions", "#8"."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.lock.numbers import AMOUNT, NUMBER, upper

_GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<![a-z])x(?=\d)|(?<=#)(?=\d)", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)|\b[CTLS]\d{1,2}(?:\s?[-/]\s?[CTLS]?\d{1,2})*\b|\b3\s?-?\s?in\s?-?\s?1\b"
    r"|\b\d+(?:\.\d+)?\s?(?:mg|mcg|ml|%)|\b(?:grade|type|stage|phase|level|version|age|cpt|code)\s+\w*\d\w*",
    re.IGNORECASE,
)
_WEEK = r"(?:week|wk|weeek)s?"
_MONTH = r"(?:month|mo|mth)s?"
_VISIT = r"(?:sessions?|sesions?|visits?|treatments?|appointments?|tx|txs|classes|sittings)"
_BY = r"(?:x|×|times|time|for|by|\*)"
_PER = r"(?:per|a|an|each|every|/|x|in a|in one|times per|times a)"
_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}

_FREQUENCY = re.compile(
    rf"(?P<n>{AMOUNT}|once|twice|thrice)\s*(?:{_VISIT}|times?|x|days?|hours?|hrs?|×)?\s*"
    rf"(?:\b{_PER}\b|/|\bx)?\s*(?P<unit>{_WEEK}|{_MONTH}|weekly|monthly)(?![a-z])(?!\s*(?:supply|rental|trial|period))",
    re.IGNORECASE,
)
_HAS_PER = re.compile(
    r"(?:\b(?:per|a|an|each|every|x|times|time|once|twice|thrice)\b|/|weekly|monthly|×)", re.IGNORECASE
)
_EVERY = re.compile(rf"\b(?P<unit>weekly|every\s+{_WEEK}|each\s+{_WEEK}|every other\s+{_WEEK})\b", re.IGNORECASE)
_PRODUCT = re.compile(
    rf"(?P<n>{AMOUNT})\s*(?:{_BY})\s*(?P<m>{AMOUNT})\s*(?P<unit>{_WEEK}|{_MONTH}|{_VISIT}|days?)?(?![\w%])",
    re.IGNORECASE,
)
_WEEKS_AFTER = re.compile(
    rf"^\W*(?:{_BY}|over|during)\s*(?P<m>{AMOUNT})(?!\s*(?:{_VISIT}|levels?|units?|[\d/.]))", re.IGNORECASE
)
_DURATION = re.compile(
    rf"(?P<m>{AMOUNT}|\ba)[\s-]*(?P<unit>{_WEEK}|{_MONTH}|days?|years?|yrs?)(?![a-z])", re.IGNORECASE
)
_BETWEEN = (
    r"(?:(?!and\b|for\b|to\b|of\b|per\b|week|month|day|hour|minute|times\b|x\b|each\b|every\b)[a-z'’()./-]+\s+){0,6}?"
)
_TOTAL = re.compile(rf"(?P<n>{AMOUNT})\s*[-,]?\s*{_BETWEEN}(?P<unit>{_VISIT})\b", re.IGNORECASE)
_TOTAL_AFTER = re.compile(
    rf"\b{_VISIT}\b\s*(?:requested|total|needed)?\s*(?:{_BY}|of|[:,=#(-]|qty|quantity|total|\s)*\s*(?P<n>{AMOUNT})(?!\s*(?:{_WEEK}|{_MONTH}|times|x|days?|{_PER})\b)",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"(?:#|\b(?:qty|quantity|total(?:\s+of)?|totaling|no\.?)\b\s*(?:of|is|:|=|#|\()*|(?<![a-z])(?:x|times)\b)\s*(?P<n>{AMOUNT})"
    rf"(?!\s*(?:{_WEEK}|{_MONTH}|days?|times|x\b|hours?|a\b|per\b|minutes?|years?))",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\(\s*(?P<n>{NUMBER})\s*(?:{_VISIT}|total|in total)?\s*\)", re.IGNORECASE)
_UNIT_DAYS = {"d": 1.0, "w": 7.0, "m": 30.0, "y": 365.0}


class Schedule(NamedTuple):
    """How often and how long; None where the request does not say. `stated` marks a total that is not computed."""

    visits: int | None = None
    per_week: float | None = None
    weeks: float | None = None
    days: float | None = None
    stated: bool = False


class Span(NamedTuple):
    """A stated duration: its number, and the first letter of its unit (day, week, month, year)."""

    amount: float
    unit: str

    @property
    def days(self) -> float:
        return self.amount * _UNIT_DAYS[self.unit]


def read_schedule(request: str) -> Schedule:
    """Read visits, frequency and duration; a stated total goes before one computed from the other two."""
    text = _plain(request)
    monthly: float | None = None
    frequency, unit, length, rest = _frequency_and_length(text)
    per_week = frequency if unit == "w" else None
    if unit == "m":
        monthly = frequency
    length = length or _length(rest)
    total = _total(rest)
    weeks = length.amount if length and length.unit == "w" else None
    if length and length.unit == "m" and per_week:
        weeks = 4 * length.amount
    days = length.days if length and length.unit in "dmy" and weeks is None else None
    computed = per_week * weeks if per_week and weeks else None
    if monthly and length and length.unit == "m":
        computed = monthly * length.amount
    visits = total if total is not None else computed
    return Schedule(_whole(visits), per_week, weeks, days, total is not None)


def read_marked(request: str) -> float | None:
    """A bare number of things: `#1`, "QTY: 2", "times 1", "One (1) x-ray"."""
    text = _plain(request)
    found = _MARKED.search(text) or re.search(
        rf"(?:^|:)\W*({AMOUNT})(?!\s*(?:{_WEEK}|{_MONTH}|days?|hours?|times|-?\s?(?:year|in|view|lead|phase|wheel|point|level|step))|[.%-])\s+[a-z]",
        text, re.IGNORECASE,
    )  # fmt: skip
    return upper(found[1]) if found else None


def read_length(request: str) -> Span | None:
    """The duration as stated: "3 month rental", "one week trial"."""
    return _length(_plain(request))


def _plain(request: str) -> str:
    """The request without dates, strengths and levels, `2x6` opened to `2 x 6`."""
    text = _NO_AMOUNT.sub(" ", request)
    return _GLUED.sub(lambda match: f"{match[0]} ", text)


def _frequency_and_length(text: str) -> tuple[float | None, str, Span | None, str]:
    """Frequency, its unit, a length that goes with it, and the text without them."""
    for found in _FREQUENCY.finditer(text):
        if not _HAS_PER.search(found[0]):
            continue
        count = _ONCE.get(found["n"].lower()) or upper(found["n"])
        rest = f"{text[: found.start()]} ; {text[found.end() :]}"
        after = _WEEKS_AFTER.match(text[found.end() :])
        length = None
        if after and not _DURATION.search(text[found.end() :]):
            length = Span(upper(after["m"]), found["unit"][0].lower())
            rest = f"{text[: found.start()]} ; {text[found.end() + after.end() :]}"
        return count, found["unit"][0].lower(), length, rest
    product = _PRODUCT.search(text)
    if product and (product["unit"] or "")[:1].lower() not in ("d",) and upper(product["n"]) <= 7:
        unit = (product["unit"] or "w")[0].lower()
        length = Span(upper(product["m"]), unit if unit in "wm" else "w")
        return upper(product["n"]), "w", length, f"{text[: product.start()]} ; {text[product.end() :]}"
    every = _EVERY.search(text)
    if every:
        rest = f"{text[: every.start()]} ; {text[every.end() :]}"
        return (0.5 if "other" in every["unit"].lower() else 1.0), "w", None, rest
    return None, "", None, text


def _length(text: str) -> Span | None:
    found = _DURATION.search(text)
    if not found:
        return None
    amount = 1.0 if found["m"].lower() == "a" else upper(found["m"])
    return Span(amount, found["unit"][0].lower())


def _total(text: str) -> float | None:
    """The stated number of visits; numbers for different body parts or therapies are added up."""
    bare = _DURATION.sub(" ; ", text)
    totals = [upper(found["n"]) for found in _TOTAL.finditer(bare)]
    if len(totals) > 1 and re.search(rf"{_VISIT}\b.*\b(?:and|plus|then)\s+(?:{AMOUNT})", bare, re.IGNORECASE):
        return sum(totals)
    if totals:
        return totals[0]
    found = _TOTAL_AFTER.search(bare) or _MARKED.search(bare) or _BRACKETED.search(bare)
    return upper(found["n"]) if found else None


def _whole(value: float | None) -> int | None:
    return None if value is None else max(1, round(value))
