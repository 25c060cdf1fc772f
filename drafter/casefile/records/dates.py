"""Dates in every form that records write them, and which of them is the document's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafter.case import RecordKind
from drafter.casefile.records.cues import record_lexicon
from drafter.text import FoundDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(\d{4}|\d{2})"
_NUMERIC = re.compile(rf"(?<![\d/.-])(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?{_YEAR}(?![\d/-])")
_ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)")
_NAMED = re.compile(rf"\b{_MONTH}[.\s]\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*[,;.]?\s*(\d{{4}})\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})[\s-]{_MONTH}\.?[\s,-]+(\d{{4}})\b")
_YEARLESS = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/.%-])")
_LONE_YEAR = re.compile(r"(?<![\d/.-])(20\d{2}|19\d{2})(?![\d/-])")
_ROW = re.compile(r"^\W*(?:(?:\d{1,3}|[a-z/]{2,4})[.:]?\s+)?\d{1,2}/\d{1,2}")
"""A row of a log: a number or a mark such as `N/S`, and a date."""
_VISITS = 5
"""So many dates at the start of their lines make a log of visits."""
_EARLIEST = 1900
_TOP = 14
_GAP = r"\W{0,6}(?:\(mm/dd/yyyy\)\W{0,3})?(?:\w+day\W+)?"


def all_dates(folded: str) -> list[FoundDate]:
    """Dates with a year in a folded text, in order."""
    found = [*_numeric(folded), *_iso(folded), *_named(folded)]
    return sorted(set(found))


def document_date(
    kind: RecordKind, pages: Sequence[Sequence[str]], never: frozenset[dt.date] = frozenset()
) -> dt.date | None:
    """The document's own date; `pages` are its folded lines, `never` the patient's dates of birth and of injury."""
    lines = [line for page in pages for line in page]
    own = [line for line in lines if not _is_stamp(line)]
    candidates = (
        _last_of_log(lines) if kind == "therapy_log" else None,
        _standing_alone(pages[0] if pages else (), never) if kind == "correspondence" else None,
        _labelled(kind, own),
        _standing_alone(pages[0] if pages else (), never),
        _in_headline(pages[0] if pages else (), never),
        _signed(own),
        _first_free(own[:_TOP], never),
        _first_free(own[-_TOP:], never),
    )
    return next((day for day in candidates if day), None)


def _labelled(kind: RecordKind, lines: Sequence[str]) -> dt.date | None:
    for label in _labels(kind):
        for line in lines:
            for found in label.finditer(line):
                if _is_others(line[: found.start()] + found[0]):
                    continue
                days = all_dates(line[found.end() - len(found["date"]) :])
                if days and days[0].start == 0:
                    return days[0].value
    return None


@cache
def _labels(kind: RecordKind) -> tuple[re.Pattern[str], ...]:
    date = rf"(?P<date>\d{{1,4}}[\s./-]|{_MONTH}\.?\s)"
    labels = record_lexicon().document_dates.get(kind, ("date",))
    return tuple(re.compile(rf"\b(?:{label}){_GAP}(?:date{_GAP})?{date}") for label in labels)


@cache
def _others() -> re.Pattern[str]:
    """One of the labels that make a date another one, with nothing but the date behind it."""
    return re.compile(rf"(?:{'|'.join(record_lexicon().other_dates)})[^\d]{{0,24}}$")


def _is_others(before: str) -> bool:
    return bool(_others().search(re.sub(r"\d{1,4}[\s./-]$", "", before)))


def _standing_alone(lines: Sequence[str], never: frozenset[dt.date]) -> dt.date | None:
    """A line near the top that is nothing but a date."""
    for line in lines[:_TOP]:
        days = all_dates(line)
        if (
            len(days) == 1
            and days[0].value not in never
            and not re.search(r"[a-z0-9]", line[: days[0].start] + line[days[0].end :])
        ):
            return days[0].value
    return None


def _in_headline(lines: Sequence[str], never: frozenset[dt.date]) -> dt.date | None:
    """A short line near the top with a date that no label claims: `Follow-up visit - Mar 11, 2015`."""
    for line in lines[:_TOP]:
        for found in all_dates(line):
            own = found.value not in never and not _is_others(line[: found.start])
            if own and len(line) < 110 and not _in_prose(line):
                return found.value
    return None


def _in_prose(line: str) -> bool:
    return bool(re.search(r"\b(?:the|was|has|had|is|are|she|he|on)\b", line))


def _signed(lines: Sequence[str]) -> dt.date | None:
    for line in reversed(lines):
        if re.search(r"\bsigned\b|\bsignature\b", line):
            days = all_dates(line)
            if days:
                return days[-1].value
    return None


def _last_of_log(lines: Sequence[str]) -> dt.date | None:
    """The last day of a log of visits, with a year in each date, or months and days of the one year that is named."""
    rows = [line for line in lines if _ROW.match(line)]
    days = [found.value for line in rows for found in all_dates(line)[:1]]
    if len(days) >= _VISITS:
        return max(days)
    years = {int(found[1]) for line in lines for found in _LONE_YEAR.finditer(line)}
    bare = [(int(m[1]), int(m[2])) for line in lines for m in _YEARLESS.finditer(line)]
    if len(years) != 1 or len(bare) < _VISITS:
        return None
    year = years.pop()
    return max((day for month, number in bare if (day := _day(year, month, number))), default=None)


def _first_free(lines: Sequence[str], never: frozenset[dt.date]) -> dt.date | None:
    for line in lines:
        for found in all_dates(line):
            if found.value not in never and not _is_others(line[: found.start]):
                return found.value
    return None


def _is_stamp(line: str) -> bool:
    return line.startswith("confidential")


def _numeric(text: str) -> Iterator[FoundDate]:
    for found in _NUMERIC.finditer(text):
        day = _day(_full(int(found[4])), int(found[1]), int(found[3]))
        if day:
            yield FoundDate(found.start(), found.end(), day)


def _iso(text: str) -> Iterator[FoundDate]:
    for found in _ISO.finditer(text):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        if day:
            yield FoundDate(found.start(), found.end(), day)


def _named(text: str) -> Iterator[FoundDate]:
    for found in _NAMED.finditer(text):
        day = _day(int(found[3]), 1 + _MONTHS.index(found[1]), int(found[2]))
        if day:
            yield FoundDate(found.start(), found.end(), day)
    for found in _DAY_FIRST.finditer(text):
        day = _day(int(found[3]), 1 + _MONTHS.index(found[2]), int(found[1]))
        if day:
            yield FoundDate(found.start(), found.end(), day)


def _full(year: int) -> int:
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year < _EARLIEST:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
