"""The checkable facts of a text, normalised so that different spellings of one fact are equal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from drafter.lock import find_drugs, find_levels, find_sites
from drafter.text import find_dates
from drafter.verification.quantities import Quantity, numbers_of

_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?(\d{{4}})\b", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE)
_CODE = re.compile(r"(?<![\w.])(?:[A-Za-z]{1,6}-?\d[\w./-]*\w|[A-Za-z]{1,6}\d|\d+(?:\.\d+){2,})")
_TIMES_CODE = re.compile(r"x\d+$", re.IGNORECASE)
_LEVEL_CODE = re.compile(r"[CTLS]\d", re.IGNORECASE)
_SIDES = {"left": "left", "l": "left", "lt": "left", "right": "right", "r": "right", "rt": "right"}
_SIDE = re.compile(
    r"\b(left|right|bilateral|bilaterally)\b|\((l|r|lt|rt)\)|\b(lt|rt)\b\.?|\b([lr])(?=\s+[a-z])", re.IGNORECASE
)
_NOT_A_SIDE = re.compile(
    r"\s*(?:away|to\b|of\b|now|untreated|with\b|without|work|before|after|by\b|as\b|,? however)", re.IGNORECASE
)
_SPEAKERS = {
    "QME": r"P?QME|qualified medical (?:evaluator|examiner)",
    "AME": r"AME|agreed medical (?:evaluator|examiner)",
    "chiropractor": r"chiropract\w+|D\.?C\.?(?= )",
    "therapist": r"physical therapist|occupational therapist|physical therapy|occupational therapy",
    "psychologist": r"psycholog\w+|Psy\.?D",
    "psychiatrist": r"psychiatr\w+",
    "acupuncturist": r"acupunctur\w+|L\.?Ac",
    "surgeon": r"surgeon|surgical|surgery|orthop(?:a)?edi\w+",
}
_SPEAKER_CLAIMS = re.compile(
    r"\b(?:(?P<QME>P?QME|qualified medical (?:evaluator|examiner))|(?P<AME>AME|agreed medical (?:evaluator|examiner))"
    r"|(?P<chiropractor>chiropractor)|(?P<therapist>(?:physical|occupational) therapist)"
    r"|(?P<psychologist>psychologist)"
    r"|(?P<psychiatrist>psychiatrist)|(?P<acupuncturist>acupuncturist)|(?P<surgeon>surgeon))s?\b"
)
_SPEAKER_SUPPORT = {name: re.compile(rf"\b(?:{words})") for name, words in _SPEAKERS.items()}


class Facts(NamedTuple):
    """What a text says that can be compared; each field a set of normalised values."""

    dates: frozenset[date] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()
    """(year, month)"""
    days: frozenset[tuple[int, int]] = frozenset()
    """(month, day)"""
    quantities: frozenset[Quantity] = frozenset()
    compounds: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    sites: frozenset[tuple[str, str | None]] = frozenset()
    """(body part, side)"""
    levels: frozenset[str] = frozenset()
    drugs: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    """Roles that the text states someone speaks in."""
    speaker_words: frozenset[str] = frozenset()
    """Roles that the text's words would bear out."""


def merged(many: Iterable[Facts]) -> Facts:
    """The union of several texts' facts."""
    columns = zip(*many, strict=True)
    return Facts(*(frozenset().union(*column) for column in columns))


@lru_cache(maxsize=4096)
def find_facts(text: str) -> Facts:
    """All facts of `text`."""
    dates, months, days, rest = _dates(text)
    codes = {
        match.group().lower().rstrip(".-/") for match in _CODE.finditer(rest) if not _TIMES_CODE.match(match.group())
    }
    numbers = numbers_of(_CODE.sub(_blank_code, rest))
    sites = frozenset((site.part, site.side) for site in find_sites(text))
    return Facts(
        dates=frozenset(dates),
        months=frozenset(months),
        days=frozenset(days),
        quantities=numbers.quantities,
        compounds=numbers.compounds,
        codes=frozenset(code for code in codes if not _LEVEL_CODE.match(code)),
        sides=frozenset(_sides(text)) | {side for _, side in sites if side},
        sites=sites,
        levels=frozenset(found.level for found in find_levels(text)),
        drugs=frozenset(found.generic for found in find_drugs(text)),
        speakers=frozenset(match.lastgroup for match in _SPEAKER_CLAIMS.finditer(text) if match.lastgroup),
        speaker_words=frozenset(name for name, words in _SPEAKER_SUPPORT.items() if words.search(text)),
    )


def _dates(text: str) -> tuple[set[date], set[tuple[int, int]], set[tuple[int, int]], str]:
    """Full dates, (year, month) and (month, day) pairs, and the text with all of them blanked."""
    found = [(entry.start, entry.end, entry.value) for entry in find_dates(text)]
    found += [(m.start(), m.end(), day) for m in _ISO.finditer(text) if (day := _date(int(m[1]), int(m[2]), int(m[3])))]
    found += [
        (m.start(), m.end(), day)
        for m in _DAY_FIRST.finditer(text)
        if (day := _date(int(m[3]), _month(m[2]), int(m[1])))
    ]
    rest = _blanked(text, [(start, end) for start, end, _ in found])
    months = {(day.year, day.month) for _, _, day in found}
    days = {(day.month, day.day) for _, _, day in found}
    for pattern, kind in ((_MONTH_YEAR, "year"), (_MONTH_DAY, "day")):
        partial = list(pattern.finditer(rest))
        months |= {(int(m[2]), _month(m[1])) for m in partial if kind == "year"}
        days |= {(_month(m[1]), int(m[2])) for m in partial if kind == "day"}
        rest = _blanked(rest, [m.span() for m in partial])
    return {day for _, _, day in found}, months, days, rest


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return 1 + _MONTH_NAMES.index(name[:3].lower())


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _blank_code(match: re.Match[str]) -> str:
    return match.group() if _TIMES_CODE.match(match.group()) else " " * len(match.group())


def _sides(text: str) -> Iterable[str]:
    for match in _SIDE.finditer(text):
        word = next(group for group in match.groups() if group).lower()
        if not _NOT_A_SIDE.match(text, match.end()):
            yield _SIDES.get(word, "bilateral")
