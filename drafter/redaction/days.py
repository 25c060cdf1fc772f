"""Days as numbers: what can be one, and which is the latest of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d\d[/.-]\d\d")
_YEAR = re.compile(r"(?<![\w/.-])\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)?\d\d)(?![\w/-])")
_EARLIEST = 2009
"""No case that is reviewed ends before."""


def is_date(text: str) -> bool:
    """Whether the number can be a day: "77-41-18" and "00-12-8834" are shaped like one and are none."""
    if not DATE.fullmatch(text):
        return False
    first, second, third = map(int, re.split(r"[/.-]", text))
    if first > 31:
        first, second, third = second, third, first
    return 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31 and (third < 100 or 1900 <= third < 2100)


def full_year(year: int) -> int:
    """Whoever works was born before 2011, so that two digits up to 10 are of this century."""
    return year if year > 99 else year + (2000 if year <= 10 else 1900)


def latest_year(texts: Iterable[str]) -> int:
    """The year in which the file ends, as its dates tell; two digits up to 30 are of this century."""
    years = (int(found[1]) for text in texts for found in _YEAR.finditer(text) if is_date(found[0]))
    read = (year if year > 99 else year + (2000 if year <= 30 else 1900) for year in years)
    return max(year for year in (*read, _EARLIEST) if year <= 2030)
