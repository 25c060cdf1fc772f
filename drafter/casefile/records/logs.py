"""The day of a paper that grows by entries: the last visit of a log, the last entry of a bill or of claim notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.casefile.records.days import OF_LIFE, all_dates, day_of, full_year
from drafter.text import FoundDate

ENTRY = 24
"""The day of an entry stands within so many letters of its line's beginning."""
_YEARLESS = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/.%-])")
_CELL = re.compile(
    r"(?<![\d/.-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?:/(?P<year>\d{4}|\d{2}))?(?![\d/%-])"
)
"""A day with its year or without."""
_LONE_YEAR = re.compile(r"(?<![\d/.-])(20\d{2}|19\d{2})(?![\d/-])")
_ROW = re.compile(r"^\W*(?:(?:\d{1,3}|[a-z/]{2,4})[.:]?\s+)?\d{1,2}(?:[/.-]\d{1,2}|-[a-z]{3}-)")
"""A row of a log: a number or a mark such as `N/S`, and a date."""
_VISITS = 5
"""So many dates at the start of their lines make a log of visits."""
_DATE_ROW = re.compile(r"^\W*(?:(?:visit|session|treatment|service)?\W*dates?|d\.?o\.?s\.?|\d{1,2}/\d{1,2})\b")
_DATES = re.compile(r"^\W*(?:(?:visit|session|treatment|service)\W*)?dates?\b")
_ACROSS = 3
"""So many days in one row are the visits of a flow sheet that has them side by side."""
_TURN = 6
"""A month that is so much earlier than the one before it is of the next year."""
_NUMBERED_VISIT = re.compile(
    r"^\W*(?:visit|session|tx|treatment)(?: (?:no|number))?\W*#?\s?\d{1,3}\W+(?=\d|[a-z]{3,9} \d)"
)


def last_of_log(lines: Sequence[str]) -> dt.date | None:
    """The last day of a log of visits, with a year in some dates, or months and days of the one year that is named."""
    rows = [line for line in lines if _ROW.match(line)]
    of_cells = _in_cells(rows)
    if of_cells:
        return of_cells
    days = [found.value for line in rows for found in all_dates(line)[:1] if found.start < ENTRY]
    if len(days) >= _VISITS or (len(rows) >= _VISITS and len(days) > 1):
        return max(days)
    numbered = [day.value for line in lines if (label := _NUMBERED_VISIT.match(line)) for day in _at(line, label.end())]
    if len(numbered) > 1:
        return max(numbered)
    across = _days_across(lines)
    return across[-1] if across else _of_named_years(lines)


def entries(lines: Sequence[str]) -> Iterator[tuple[str, FoundDate]]:
    """Lines with a day at their beginning, which may be those of entries."""
    for line in lines:
        days = all_dates(line[:ENTRY])
        if days:
            yield line, days[0]


def is_kept_in_order(days: Sequence[dt.date]) -> bool:
    """Whether entries go up or down in time, as somebody writes them who keeps notes."""
    return list(days) in (sorted(days), sorted(days, reverse=True))


def _in_cells(rows: Sequence[str]) -> dt.date | None:
    """The last of many visits side by side on a card, in their order; a year holds for the days behind it."""
    found = [cell for row in rows for cell in _CELL.finditer(row)]
    if len(found) < _VISITS or len(found) < 2 * len(rows) or not found[0]["year"]:
        return None
    year, before = 0, 0
    days: list[dt.date] = []
    for cell in found:
        month = int(cell["month"])
        year = full_year(int(cell["year"])) if cell["year"] else year + (before - month >= _TURN)
        before = month
        days += filter(None, [day_of(year, month, int(cell["day"]))])
    return days[-1] if days and days == sorted(days) else None


def _of_named_years(lines: Sequence[str]) -> dt.date | None:
    years = sorted({int(found[1]) for line in lines for found in _LONE_YEAR.finditer(line)}) or _only_year(lines)
    written = any(_LONE_YEAR.search(line) for line in lines)
    dated = lines if written and len(years) == 1 else [line for line in lines if _DATE_ROW.match(line)]
    bare = [(int(m[1]), int(m[2])) for line in dated for m in _YEARLESS.finditer(line)]
    if not years or len(bare) < _VISITS or years[-1] - years[0] != len(years) - 1 or len(years) > 2:
        return None
    return max(_in_years(bare, years), default=None)


def _at(line: str, start: int) -> list[FoundDate]:
    return [day for day in all_dates(line) if day.start == start]


def _days_across(lines: Sequence[str]) -> list[dt.date]:
    """The days of a flow sheet that has its visits side by side: dates behind one label, each a later one."""
    for line in filter(_DATES.match, lines):
        found = all_dates(line)
        gaps = "".join(line[one.end : other.start] for one, other in pairwise(found))
        days = [day.value for day in found]
        if len(days) >= _ACROSS and not re.search(r"[a-z]", gaps) and days == sorted(set(days)):
            return days
    return []


def _only_year(lines: Sequence[str]) -> list[int]:
    """The year of all dates that are written with one, births and injuries left out."""
    named = {day.value.year for line in lines for day in all_dates(line) if not OF_LIFE.search(line[: day.start])}
    return sorted(named) if len(named) == 1 else []


def _in_years(bare: Sequence[tuple[int, int]], years: Sequence[int]) -> Iterator[dt.date]:
    """Months and days in the order of a log, from the first of its years on; after December comes the next year."""
    year, before = years[0], 0
    for month, number in bare:
        if month < before and before - month >= _TURN and year < years[-1]:
            year += 1
        before = month
        day = day_of(year, month, number)
        if day:
            yield day
