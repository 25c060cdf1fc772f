"""Visits, frequency and duration of a request: "two times a week for six weeks", "3x2", "12 sessions", "#8"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from drafter.lock.numbers import AMOUNT, NUMBER, upper

_GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<![a-z])x(?=\d)|(?<=#)(?=\d)", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)|\b[CTLS]\d{1,2}(?:\s?[-/]\s?[CTLS]?\d{1,2})*\b|\b3\s?-?\s?in\s?-?\s?1\b"
    r"|\b\d+(?:\.\d+)?\s?(?:mg|mcg|ml|%)|\b(?:grade|type|stage|phase|level|version|age|cpt|code)\s+\w*\d\w*"
    r"|\b\d+(?:st|nd|rd|th|d)\b|\b\d(?:\.\d)?\s?(?:T|tesla)\b|\bin\s+\d+\s+(?:days|weeks|months)\b",
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
_EVERY = re.compile(rf"\b(?P<unit>weekly|monthly|(?:every(?:\s+other)?|each)\s+(?:{_WEEK}|{_MONTH}))\b", re.IGNORECASE)
_PRODUCT = re.compile(
    rf"(?P<n>{AMOUNT})\s*(?:{_BY})\s*(?P<m>{AMOUNT})\s*(?P<unit>{_WEEK}|{_MONTH}|{_VISIT}|days?)?(?![\w%])",
    re.IGNORECASE,
)
_WEEKS_AFTER = re.compile(
    rf"^\W*(?:{_BY}|over|during)\s*(?P<m>{AMOUNT})(?!\s*(?:{_VISIT}|levels?|units?|[\d/.]))", re.IGNORECASE
)
_DURATION = re.compile(
    rf"(?P<m>{AMOUNT}|(?<=\bfor )a|(?<=\bover )a)[\s-]*(?P<unit>{_WEEK}|{_MONTH}|days?|years?|yrs?)(?![a-z])",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:(?!and\b|for\b|to\b|of\b|per\b|week|month|day|hour|minute|times\b|x\b|each\b|every\b)[a-z'’()./-]+\s+){0,6}?"
)
_TOTAL = re.compile(rf"(?P<n>{AMOUNT})\s*[-,]?\s*{_BETWEEN}(?P<unit>{_VISIT})\b", re.IGNORECASE)
_TOTAL_AFTER = re.compile(
    rf"\b{_VISIT}\b\s*(?:requested|total|needed)?\s*(?:{_BY}|of|[:,=#(-]|qty|quantity|total|\s)*\s*(?P<n>{AMOUNT})(?!\s*(?:{_WEEK}|{_MONTH}|times|x|days?|{_PER})\b)",
    re.IGNORECASE,
)
_ADDED = re.compile(r"^[^()]*\b(?:and|plus|then)\b[^()]*$", re.IGNORECASE)
_MARKED = re.compile(
    rf"(?:#|\bseries\s+of\b|\b(?:qty|quantity|total(?:\s+of)?|totaling|no\.?)\b\s*(?:of|is|:|=|#|\()*|(?<![a-z])(?:x|times)\b)\s*(?P<n>{AMOUNT})"
    rf"(?!\s*(?:{_WEEK}|{_MONTH}|days?|times|x\b|hours?|a\b|per\b|minutes?|years?))",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\(\s*(?P<n>{NUMBER})\s*(?:{_VISIT}|total|in total)?\s*\)", re.IGNORECASE)
_LEADING = re.compile(
    rf"(?:^|:|\brequests? for)\W*(?P<n>{AMOUNT})(?!\s*(?:{_WEEK}|{_MONTH}|days?|hours?|times)\b|[.%-]|"
    r"\s*-?\s?(?:year|in|view|lead|phase|wheel|point|level|step))\s+[a-z]",
    re.IGNORECASE,
)
_THEN = re.compile(r",?\s*\b(?:then|followed\s+by)\b", re.IGNORECASE)
_DAYS_IN_WEEK = 7
_UNIT_DAYS = {"d": 1.0, "w": 7.0, "m": 30.0, "y": 365.0}


class Schedule(NamedTuple):
    """How often and how long; None where the request does not say. `stated` marks a total that is not computed."""

    visits: int | None = None
    per_week: float | None = None
    weeks: float | None = None
    days: float | None = None
    stated: bool = False


class Length(NamedTuple):
    """A stated duration: its number, and the first letter of its unit (day, week, month, year)."""

    amount: float
    unit: str

    @property
    def days(self) -> float:
        return self.amount * _UNIT_DAYS[self.unit]


class _Rate(NamedTuple):
    """A frequency per week or month, the length that goes with it, and the text without the two."""

    often: float | None
    unit: str
    length: Length | None
    rest: str


def read_schedule(request: str) -> Schedule:
    """Read visits, frequency and duration; a stated total goes before one computed from the other two."""
    parts = [_read_part(part) for part in _THEN.split(_plain(request))]
    first = parts[0]
    if len(parts) == 1 or any(part.visits is None for part in parts):
        return first
    weeks = [part.weeks for part in parts if part.weeks is not None]
    return first._replace(
        visits=sum(part.visits or 0 for part in parts), weeks=sum(weeks) if len(weeks) == len(parts) else first.weeks
    )


def read_marked(request: str) -> float | None:
    """A bare number of things: `#1`, "QTY: 2", "times 1", "One (1) x-ray"."""
    text = _plain(request)
    found = _MARKED.search(text) or _LEADING.search(text)
    return upper(found["n"]) if found else None


def read_length(request: str) -> Length | None:
    """The duration as stated: "3 month rental", "one week trial"."""
    rate = _rate(_plain(request))
    return rate.length or _length(rate.rest)


def _plain(request: str) -> str:
    """The request without dates, strengths and levels, `2x6` opened to `2 x 6`."""
    text = _NO_AMOUNT.sub(" ", request)
    return _GLUED.sub(lambda match: f"{match[0]} ", text)


def _read_part(text: str) -> Schedule:
    rate = _rate(text)
    length = rate.length or _length(rate.rest)
    total = _total(rate.rest)
    per_week = rate.often if rate.unit == "w" else None
    weeks = _weeks(length, per_week)
    days = length.days if length and weeks is None else None
    computed = per_week * weeks if per_week and weeks else None
    if rate.often and rate.unit == "m" and length and length.unit == "m":
        computed = rate.often * length.amount
    visits = total if total is not None else computed
    return Schedule(_whole(visits), per_week, weeks, days, total is not None)


def _weeks(length: Length | None, per_week: float | None) -> float | None:
    """The duration in weeks; a month counts four when a weekly frequency goes with it."""
    if length is None:
        return None
    if length.unit == "w":
        return length.amount
    return 4 * length.amount if length.unit == "m" and per_week else None


def _rate(text: str) -> _Rate:
    for found in _FREQUENCY.finditer(text):
        if _HAS_PER.search(found[0]):
            return _stated_rate(text, found)
    product = _PRODUCT.search(text)
    if product and (product["unit"] or "")[:1].lower() != "d" and upper(product["n"]) <= _DAYS_IN_WEEK:
        unit = (product["unit"] or "w")[0].lower()
        length = Length(upper(product["m"]), unit if unit in "wm" else "w")
        return _Rate(upper(product["n"]), "w", length, _without(text, product.start(), product.end()))
    every = _EVERY.search(text)
    if every:
        words = every["unit"].lower()
        count = 0.5 if "other" in words else 1.0
        return _Rate(count, "m" if "month" in words else "w", None, _without(text, every.start(), every.end()))
    return _Rate(None, "", None, text)


def _stated_rate(text: str, found: re.Match[str]) -> _Rate:
    """A rate as "two times a week"; in "2x/week x 6" the length has no unit of its own."""
    count = _ONCE.get(found["n"].lower()) or upper(found["n"])
    unit = found["unit"][0].lower()
    after = _WEEKS_AFTER.match(text[found.end() :])
    if after and not _DURATION.search(text[found.end() :]):
        rest = _without(text, found.start(), found.end() + after.end())
        return _Rate(count, unit, Length(upper(after["m"]), unit), rest)
    return _Rate(count, unit, None, _without(text, found.start(), found.end()))


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} ; {text[end:]}"


def _length(text: str) -> Length | None:
    found = _DURATION.search(text)
    if not found:
        return None
    amount = 1.0 if found["m"].lower() == "a" else upper(found["m"])
    return Length(amount, found["unit"][0].lower())


def _total(text: str) -> float | None:
    """The stated number of visits; numbers for different body parts or therapies are added up."""
    bare = _DURATION.sub(" ; ", text)
    totals = list(_TOTAL.finditer(bare))
    if totals:
        added = [after for before, after in pairwise(totals) if _ADDED.search(bare[before.end() : after.end("n")])]
        return sum(upper(found["n"]) for found in [totals[0], *added])
    found = _TOTAL_AFTER.search(bare) or _MARKED.search(bare) or _BRACKETED.search(bare)
    return upper(found["n"]) if found else None


def _whole(value: float | None) -> int | None:
    return None if value is None else max(1, round(value))
