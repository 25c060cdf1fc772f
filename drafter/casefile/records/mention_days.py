"""By which day a text knows a paper that it mentions: the one that stands behind or before the mention."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drafter.casefile.records.days import all_dates, last_such_day, yearless_dates
from drafter.text import FoundDate

PERSON = (
    r"(?:(?!(?:on|in|of|and|at|the|who|which|was|for|dated|about|regarding|from|to|is|has)\b)"
    r"[^\W\d_][\w'-]*\.?\s?){1,3}"
)
_SOMEBODY = re.compile(rf",?\s*\bdr\.? {PERSON},?\s?")
_DEGREE = re.compile(r"\b(m|ph|psy|d|p)\.\s?([dotc])\.")
_BARE_DAY = re.compile(
    r"^,?(?: (?:was|were|is))?(?: (?:done|performed|taken|obtained|made))?"
    r"(?:,? (?:at|by|from|in|with) [^.;:\d()]{2,30}?)?"
    r"\s(?:on )?(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9])(?![/\d%.]|\s*(?:pain|strength|in\b|out\b))"
)
"""A month and a day behind a test and its house: `CT was done at Harbor Gate 8/16`."""
_JOIN = re.compile(
    r"^(?!.*\b(?:received|denied|requested)\b)[^.;\d]{0,40}?"
    r"\b(?:of|dated|from|on|done|performed|taken|obtained|collected|drawn|was|were)\W{0,3}(?:\w+day,? )?$"
    r"|^(?:,? (?:by|of) [^.;:\d()]{0,50})?\s?\($"
)
_APPOSED = re.compile(
    r"^(?!.*\b(?:order\w*|request\w*|den(?:y|ied|ial)|schedul\w*|await\w*|pending|will|is|are|was|were|has|had|have|for|to"
    r"|until|since|received|authoriz\w+|approv\w+|and|then|after|before|today|repeat|due|next|dob|doi|claim)\b)[^.;:|\d]{0,45}[,|\s]\s?$"
)
"""Between a paper of a list and its day: `MRI right knee, Harbor Imaging, 2/11/2015`."""
_RANGE = re.compile(r"\s?(?:-|to|through|thru|until)\s?")
_LIST = re.compile(
    r"^(?!.*\b(?:outcome|requests?|received)\b)[\s.,:;|-]*(?:dr\.? [\w.' -]{2,30}[,.]\s*)?(?:an? |the )?(?:\w+ ){0,2}$"
)
_NOT_DONE = re.compile(r"\b(?:received|requested|dob|born|birth|injury|date(?: of [\w ]{1,30})?|dos)\W*(?:on\W*)?$")
MONTH_NAMED = re.compile(
    r"\W{0,3}(?:(?:of|in|from|dated)\s+)?"
    r"(?:(?:0?[1-9]|1[0-2])/|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? )"
    r"(?:19|20)\d{2}\b"
)
"""A test is known by its month and year."""


def day_of_mention(before: str, behind: str, latest: dt.date | None) -> dt.date | None:
    """The date of a mention: `MRI of 3/4/14`, `studies were done by Dr. X on March 12, 2013`, `3/4/14 MRI`."""
    days = all_dates(behind)[:1] or (yearless_dates(behind, latest)[:1] if latest else [])
    bare = _BARE_DAY.match(re.sub(r"\bdr\.", "dr ", behind)) if latest else None
    if bare and latest and not (days and days[0].start < bare.end()):
        return last_such_day(latest, int(bare[1]), int(bare[2]))
    for day in days:
        between = list(_without_names(behind[: day.start]))
        if day.start <= 2 or any(map(_JOIN.search, between)) or any(map(_APPOSED.search, between)):
            return _end_of(behind, day)
    if MONTH_NAMED.match(behind):
        return None
    for day in all_dates(before)[-1:] or (yearless_dates(before, latest)[-1:] if latest else []):
        if _LIST.search(before[day.end :]) and not _NOT_DONE.search(before[: day.start]):
            return day.value
    return None


def _end_of(behind: str, day: FoundDate) -> dt.date:
    """The day, or the last one of a period that it begins."""
    rest = behind[day.end :]
    end = next((other for other in all_dates(rest) if _RANGE.fullmatch(rest[: other.start])), None)
    return end.value if end else day.value


def _without_names(text: str) -> Iterator[str]:
    """The words between a mention and its date: as they are, and without the doctor that they name."""
    plain = _DEGREE.sub(r"\1\2", text)
    yield re.sub(r"\bdr\.", "dr", plain)
    yield _SOMEBODY.sub(" ", plain)
