"""Documents that the file refers to and does not hold."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafter.case import MissingRecord, Record
from drafter.casefile.records.cues import fold
from drafter.casefile.records.days import OF_LIFE, all_dates
from drafter.casefile.records.mentions import Mention, mentions_in

_SILENT = frozenset({"application", "prior_imr", "request", "other"})
"""The form of the dispute, an earlier review of other papers, bills and the like."""
_VISIT = re.compile(r"\b(?:urgent care|emergency)\b")
_COMMON_PLACE = re.compile(
    r"(?:cent(?:er|re)|hosp\w*|clinic|group|medical|associates|care|institute|department|health)$"
)
_DAYS = 3
_TOP = 16
_HEAD = 5
_ELSEWHERE = "visit elsewhere"

Shelf = dict[tuple[str, object], set[str]]
"""Ids of the records of a kind, by what a mention can name: a day, a month, a year, a name, a house, a visit."""


def find_missing(records: Sequence[Record]) -> tuple[MissingRecord, ...]:
    """One entry a document, at the mention that says most of it; what cannot be told from a held one is left out."""
    shelf = _shelf([record for record in records if record.kind != "request"])
    texts = {record.id: fold(record.pages[0].text) for record in records}
    found: dict[tuple[str, object], Mention] = {}
    for record in records:
        if record.duplicate_of or record.kind in _SILENT:
            continue
        for mention in mentions_in(record):
            if not _is_held(shelf, texts, mention, record):
                key = (mention.referred.name, mention.date or mention.year or mention.doctor or mention.place)
                known = found.get(key)
                if known is None or (known.doctor is None and mention.doctor is not None):
                    found[key] = mention
    named = {mention.date for mention in found.values() if not mention.referred.loose}
    return tuple(
        _missing(mention)
        for mention in found.values()
        if not (mention.referred.loose and mention.date and mention.date in named)
    )


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
    yield from {(day.year, day.month) for day in days}
    yield from {day.year for day in days}
    yield from re.findall(r"[\w'-]+", fold(record.author or ""))
    yield from {("at", word) for line in top[:_HEAD] for word in re.findall(r"[\w'-]{4,}", line)}
    if _VISIT.search(" ".join(top)):
        yield _ELSEWHERE


def _days_of(record: Record, top: Sequence[str]) -> set[dt.date]:
    named = {day.value for line in top for day in all_dates(line) if not OF_LIFE.search(line[: day.start])}
    return named | ({record.date} if record.date else set())


def _top(record: Record) -> list[str]:
    return [line for page in record.pages[:1] for line in page.text.splitlines()[:_TOP]]


def _is_held(shelf: Shelf, texts: Mapping[str, str], mention: Mention, own: Record) -> bool:
    """Whether another record may be what is mentioned; the record itself only by its own date."""
    if mention.date and mention.date == own.date and not mention.referred.sent:
        return True
    for kind in mention.referred.kinds:
        held = [_shown(_holding(shelf, kind, key) - {own.id}, texts, mention) for key in _named_by(mention)]
        if held and (set.intersection(*held) if mention.referred.loose else any(held)):
            return True
    return False


def _shown(ids: set[str], texts: Mapping[str, str], mention: Mention) -> set[str]:
    """The papers that say what one of the kind that is meant says."""
    shows = mention.referred.shows
    return {one for one in ids if re.search(shows, texts[one])} if shows else ids


def _holding(shelf: Shelf, kind: str, key: object) -> set[str]:
    """The records of the kind that have the key; of a house all the words of its name."""
    if isinstance(key, frozenset):
        return set.intersection(*(shelf.get((kind, ("at", word)), set()) for word in key))
    return shelf.get((kind, key), set())


def _at(place: str) -> frozenset[str]:
    """The words by which a house is known from others: two of one town share the town's name."""
    words = re.findall(r"[\w'-]{4,}", fold(place))
    return frozenset(word for word in words if not _COMMON_PLACE.match(word)) or frozenset(fold(place).split()[:1])


def _named_by(mention: Mention) -> list[object]:
    """What a record is to have to be the one that is meant; all of it where the word for it says little."""
    who: list[object] = [fold(mention.doctor).split()[-1]] if mention.doctor else []
    who += [_at(mention.place)] if mention.place else []
    when: list[object] = [*filter(None, (mention.date, mention.month, mention.year))][:1]
    if mention.referred.loose:
        return [*when, *who]
    return when or who or ([_ELSEWHERE] if mention.referred.visit else [])


def _missing(mention: Mention) -> MissingRecord:
    by = (
        f" by Dr. {mention.doctor.strip(' .').title()}"
        if mention.doctor
        else f" at {mention.place}"
        if mention.place
        else ""
    )
    when = f", {mention.year}" if mention.date is None and mention.year else ""
    return MissingRecord(description=f"{mention.referred.name}{by}{when}", date=mention.date, mentioned=mention.span)
