"""Documents that the file refers to and does not hold."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from drafter.case import MissingRecord, Page, Record, Span
from drafter.casefile.records.cues import Referred, fold, record_lexicon
from drafter.casefile.records.days import all_dates
from drafter.text import split_sentences

_SILENT = frozenset({"application", "rfa", "prior_imr", "other"})
"""Forms that list what was asked for, an earlier review of other papers, bills and the like."""
_NEAR = 60
_DOCTOR = re.compile(
    r"\b(?:by|of|from|with) dr\.? ((?:(?!(?:on|in|of|and|at|the|who|which|was|for)\b)[^\W\d_][\w'-]*\.?\s?){1,3})"
)
_YEAR = re.compile(r"\b(?:in|of|from) ((?:19|20)\d{2})\b")
_PLANNED = re.compile(
    r"\b(?:request\w*|recommend\w*|order(?:ed)?|schedul\w+|consider|await\w*|pending|will|if|should|would|plan(?:ned)?"
    r"|authoriz\w+|needs?|obtain|repeat)\b"
)
_JOIN = re.compile(
    r"^(?!.*\b(?:received|denied|requested)\b)[^.;\d]{0,40}?"
    r"\b(?:of|dated|from|on|done|performed|taken|obtained)\W{0,3}(?:\w+day,? )?$"
)
_LIST = re.compile(
    r"^(?!.*\b(?:outcome|requests?|received)\b)[\s.,:;-]*(?:dr\.? [\w.' -]{2,30}[,.]\s*)?(?:an? |the )?(?:\w+ ){0,2}$"
)
_VISIT = re.compile(r"\b(?:urgent care|emergency)\b")
_NOT_DONE = re.compile(r"\b(?:received|requested|dob|birth|injury)\W*(?:on\W*)?$")
_LONGEST = 1200
_DAYS = 3
_TOP = 16
_ELSEWHERE = "visit elsewhere"


class _Mention(NamedTuple):
    referred: Referred
    date: dt.date | None
    year: int | None
    doctor: str | None
    span: Span


Shelf = dict[tuple[str, object], set[str]]
"""Ids of the records of a kind, by what a mention can name of them: a day, a name of the author, a year, a visit."""


def find_missing(records: Sequence[Record]) -> tuple[MissingRecord, ...]:
    """One entry a document, at the mention that says most of it; what cannot be told from a held one is left out."""
    shelf = _shelf([record for record in records if record.kind != "request"])
    found: dict[tuple[str, object], _Mention] = {}
    for record in records:
        if record.duplicate_of or record.kind in _SILENT or record.kind == "request":
            continue
        for mention in _mentions(record):
            if not _is_held(shelf, mention, record):
                key = (mention.referred.name, mention.date or mention.doctor)
                known = found.get(key)
                if known is None or (known.doctor is None and mention.doctor is not None):
                    found[key] = mention
    return tuple(_missing(mention) for mention in found.values())


def _shelf(records: Sequence[Record]) -> Shelf:
    shelf: Shelf = defaultdict(set)
    for record in records:
        for key in _keys(record):
            shelf[record.kind, key].add(record.id)
    return shelf


def _keys(record: Record) -> Iterator[object]:
    top = [fold(line) for line in _top(record)]
    days = _days_of(record, top)
    yield from (day + dt.timedelta(days=off) for day in days for off in range(-_DAYS, _DAYS + 1))
    yield from {day.year for day in days}
    yield from re.findall(r"[\w'-]+", fold(record.author or ""))
    if _VISIT.search(" ".join(top)):
        yield _ELSEWHERE


def _days_of(record: Record, top: Sequence[str]) -> set[dt.date]:
    return {found.value for line in top for found in all_dates(line)} | ({record.date} if record.date else set())


def _top(record: Record) -> list[str]:
    return [line for page in record.pages[:1] for line in page.text.splitlines()[:_TOP]]


def _is_held(shelf: Shelf, mention: _Mention, own: Record) -> bool:
    """Whether another record may be what is mentioned; the record itself only by its own date."""
    if mention.date and mention.date == own.date:
        return True
    keys: list[object] = [mention.date] if mention.date else [mention.year]
    if not mention.date:
        keys += [mention.doctor.split()[-1] if mention.doctor else None, _ELSEWHERE if mention.referred.visit else None]
    held = (shelf.get((kind, key), set()) for kind in mention.referred.kinds for key in keys if key is not None)
    return any(len(ids) > (own.id in ids) for ids in held)


def _mentions(record: Record) -> Iterator[_Mention]:
    for page in record.pages:
        if not _any().search(fold(page.text)):
            continue
        for start, end in split_sentences(page.text):
            yield from _in_sentence(record, page, start, end)


def _in_sentence(record: Record, page: Page, start: int, end: int) -> Iterator[_Mention]:
    quote = page.text[start:end]
    text = " ".join(fold(quote).split())
    if len(text) > _LONGEST or not _any().search(text):
        return
    for referred, pattern in _patterns():
        for found in pattern.finditer(text):
            date = _date_of(text, found)
            doctor = _DOCTOR.search(text[found.end() : found.end() + _NEAR])
            year = _YEAR.search(text[found.end() : found.end() + _NEAR])
            named = doctor[1].strip() if doctor else None
            if date is None and not (named and year) and not referred.visit:
                continue
            if date is None and _PLANNED.search(text[max(0, found.start() - _NEAR) : found.start()]):
                continue
            span = Span(record=record.id, page=page.number, start=start, end=end, quote=quote)
            yield _Mention(referred, date, int(year[1]) if year else None, named, span)


def _date_of(text: str, found: re.Match[str]) -> dt.date | None:
    """The date of a mention: `MRI of 3/4/14`, `studies were done by Dr. X on March 12, 2013`, `3/4/14 MRI`."""
    behind = text[found.end() : found.end() + _NEAR + 20]
    for day in all_dates(behind)[:1]:
        if day.start <= 2 or _JOIN.search(re.sub(r"\bdr\.", "dr", behind[: day.start])):
            return day.value
    before = text[max(0, found.start() - _NEAR) : found.start()]
    for day in all_dates(before)[-1:]:
        if _LIST.search(before[day.end :]) and not _NOT_DONE.search(before[: day.start]):
            return day.value
    return None


def _missing(mention: _Mention) -> MissingRecord:
    by = f" by Dr. {mention.doctor.title()}" if mention.doctor else ""
    when = f", {mention.year}" if mention.date is None and mention.year else ""
    return MissingRecord(description=f"{mention.referred.name}{by}{when}", date=mention.date, mentioned=mention.span)


@cache
def _any() -> re.Pattern[str]:
    """Anything that can be referred to; most pages and sentences hold nothing of it."""
    words = "|".join(entry.pattern for entry in record_lexicon().referred)
    return re.compile(rf"\b(?:{words})\b".replace(" ", r"\s+"))


@cache
def _patterns() -> tuple[tuple[Referred, re.Pattern[str]], ...]:
    return tuple((entry, re.compile(rf"\b(?:{entry.pattern})\b")) for entry in record_lexicon().referred)
