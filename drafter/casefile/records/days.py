"""Dates in every form that records write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from drafter.text import FoundDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"'?(\d{4}|\d{2})"
_NUMERIC = re.compile(rf"(?<![\d/.-])(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?{_YEAR}(?![\d/-])")
_SPACED = re.compile(r"(?<![\d/.-])(?<!\d )(\d{2}) (\d{2}) ((?:19|20)\d{2})(?![\d/-]| \d(?!\d \d\d (?:19|20)))")
"""A date written into the boxes of a form, which leave no strokes behind."""
_ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NAMED = re.compile(rf"\b{_MONTH}[.\s-]\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*[,;.-]?\s*(\d{{4}}|'\d\d)\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]?(?:(?:day )?of )?{_MONTH}\.?[\s,-]*(\d{{4}}|'\d\d)\b")
_SPANISH_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
_SPANISH = re.compile(rf"\b(\d{{1,2}}) de ({'|'.join(_SPANISH_MONTHS)}) (?:de |del )?(\d{{4}})\b")
_COMPACT = re.compile(r"^\W{0,2}((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\s)", re.MULTILINE)
"""The day of an entry as a program writes it, at the beginning of its line; elsewhere eight digits are a number."""
_SHORT_YEAR = re.compile(rf"\b(\d{{1,2}})(-){_MONTH}\2(\d{{2}})\b(?![:/])")
_ONLY_DAY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?\b)(?![,.]? ?\d)"
)
_ONLY_NUMBERS = re.compile(r"(?:(?<=\bon )|(?<=\bdated ))(\d{1,2})/(\d{1,2})(?![/\d%])")
_ONLY_MONTH = re.compile(rf"\b(?:in|of|from|last|since) {_MONTH},?(?: of)?(?: ((?:19|20)\d{{2}}))?\b(?! \d)")
_MONTH_AND_YEAR = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])/((?:19|20)\d{2})(?![\d/-])")
_EARLIEST = 1900
_DIGIT = re.compile(r"\d")
_NAMES_MONTH = re.compile(rf"{'|'.join(_MONTHS)}|ene|abr|ago|dic")
"""Most lines name no month, in either language."""
OF_LIFE = re.compile(
    r"\b(?:d\.?\s?o\.?\s?[bi]\b\.?|d/[ia]|born|(?:date of )?(?:birth|injury|loss|accident)(?: date)?)"
    r"\W{0,4}(?:\(mm/dd/yyyy\)\W{0,3})?(?:cumulative )?$"
)
"""Before the days of birth and of injury, which stand at the top of most papers and date none."""


def all_dates(folded: str) -> list[FoundDate]:
    """Dates with a year in a folded text, in order."""
    if not _DIGIT.search(folded):
        return []
    return sorted({*_numeric(folded), *_iso(folded), *_named(folded)})


def is_only_date(folded: str) -> bool:
    """Whether a line holds nothing but a date, as that of a letter does."""
    days = all_dates(folded)
    return len(days) == 1 and not re.search(r"[a-z0-9]{3,}", folded[: days[0].start] + folded[days[0].end :])


def yearless_dates(folded: str, latest: dt.date) -> list[FoundDate]:
    """Days named with their month and without a year, each taken as the last such day up to `latest`."""
    named = [
        (match, 1 + _MONTHS.index(match[2] or match[3]), int(match[1] or match[4]))
        for match in _ONLY_DAY.finditer(folded)
    ]
    numbered = [(match, int(match[1]), int(match[2])) for match in _ONLY_NUMBERS.finditer(folded)]
    found = []
    for match, month, number in (*named, *numbered):
        day = last_such_day(latest, month, number)
        if day:
            found.append(FoundDate(match.start(), match.end(), day))
    return sorted(found)


def last_such_day(latest: dt.date, month: int, number: int) -> dt.date | None:
    """The last day of that month and number up to `latest`, within the year before."""
    days = (day_of(year, month, number) for year in (latest.year, latest.year - 1))
    return next((day for day in days if day and day <= latest), None)


def months(folded: str, latest: dt.date | None) -> list[tuple[int, int]]:
    """Year and month of months named without a day, a missing year taken as the last one up to `latest`."""
    found = []
    for match in _ONLY_MONTH.finditer(folded):
        number = 1 + _MONTHS.index(match[1])
        if match[2]:
            found.append((int(match[2]), number))
        elif latest:
            found.append((latest.year - (number > latest.month), number))
    found += [(int(match[2]), int(match[1])) for match in _MONTH_AND_YEAR.finditer(folded)]
    return found


def month_first(folded: str) -> str:
    """The text of a page with its numeric dates as month, day, year, where it writes the day first.

    It does where a date would have a thirteenth month and none a day of that number; lengths stay. Dates with another
    stroke between their numbers are another writer's, copied: each stroke is judged by itself.
    """
    dates: dict[str, list[tuple[int, int]]] = {}
    for found in _NUMERIC.finditer(folded):
        dates.setdefault(found[2], []).append((int(found[1]), int(found[3])))
    turned = {stroke for stroke, days in dates.items() if _is_day_first(days)}
    return _NUMERIC.sub(lambda found: _swapped(found) if found[2] in turned else found[0], folded) if turned else folded


def _is_day_first(days: Sequence[tuple[int, int]]) -> bool:
    return any(first > 12 for first, _ in days) and not any(second > 12 for _, second in days)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day or nobody can have lived to see it."""
    if year < _EARLIEST:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _swapped(found: re.Match[str]) -> str:
    day, month = found.span(1), found.span(3)
    text, start = found[0], found.start()
    return f"{found[3]}{text[day[1] - start : month[0] - start]}{found[1]}{text[month[1] - start :]}"


def _numeric(text: str) -> Iterator[FoundDate]:
    for found in _NUMERIC.finditer(text):
        yield from _dated(found, full_year(int(found[4])), int(found[1]), int(found[3]))
    for found in _SPACED.finditer(text):
        yield from _dated(found, int(found[3]), int(found[1]), int(found[2]))


def _iso(text: str) -> Iterator[FoundDate]:
    for found in _ISO.finditer(text):
        yield from _dated(found, int(found[1]), int(found[3]), int(found[4]))
    for found in _COMPACT.finditer(text):
        yield from _dated(found, int(found[1]), int(found[2]), int(found[3]))


def _named(text: str) -> Iterator[FoundDate]:
    if not _NAMES_MONTH.search(text):
        return
    for found in _NAMED.finditer(text):
        yield from _dated(found, full_year(int(found[3].strip("'"))), 1 + _MONTHS.index(found[1]), int(found[2]))
    for found in _DAY_FIRST.finditer(text):
        yield from _dated(found, full_year(int(found[3].strip("'"))), 1 + _MONTHS.index(found[2]), int(found[1]))
    for found in _SPANISH.finditer(text):
        yield from _dated(found, int(found[3]), 1 + _SPANISH_MONTHS.index(found[2]), int(found[1]))
    for found in _SHORT_YEAR.finditer(text):
        yield from _dated(found, full_year(int(found[4])), 1 + _MONTHS.index(found[3]), int(found[1]))


def _dated(found: re.Match[str], year: int, month: int, day: int) -> Iterator[FoundDate]:
    value = day_of(year, month, day)
    if value:
        yield FoundDate(found.start(), found.end(), value)


def full_year(year: int) -> int:
    """A year that may be written with two digits."""
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)
