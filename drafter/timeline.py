"""What happened when, by date, each with its page: of the whole case, and as far as it bears on one disputed item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drafter.case import DisputedItem, Record, RecordKind
from drafter.draft import TimelineEvent
from drafter.evidence.concerns import names_treatment, same_part
from drafter.evidence.reading import CaseReading
from drafter.evidence.visits import VisitCount, count_visits
from drafter.lexicon import treatments
from drafter.lock import find_treatments

_WORDS: dict[RecordKind, str] = {
    "rfa": "treatment requested",
    "ur_decision": "decision of utilization review",
    "application": "application for review",
    "prior_imr": "earlier review decided",
    "operative_report": "operation",
    "imaging": "imaging",
    "electrodiagnostics": "electrodiagnostic study",
}
_OF_THE_CASE: dict[RecordKind, str] = _WORDS | {"medical_legal": "evaluation", "consultation": "consultation"}
_OF_ANY_PART: frozenset[RecordKind] = frozenset({"rfa", "ur_decision", "application", "prior_imr"})
_INJECTION = "injection"
_AFTER_UR = " (after the UR decision)"
_HEAD = 400
"""Characters at the top of a report in which its body part is named."""
_MOST = 12
"""Lines of an item's timeline; the latest are kept."""
_MOST_OF_CASE = 40
"""Lines of the case's timeline; what is older than all of them is told by the list of documents."""


def item_timeline(item: DisputedItem, reading: CaseReading) -> tuple[TimelineEvent, ...]:
    """Injury, studies, operations, visits, requests and decisions by date; nothing for a letter, which has no file."""
    records = (record for record in reading.records if record.kind in _WORDS and _bears_on(record, item))
    return _in_order((*_header(reading), *_told(records), *_visits(reading)), _MOST) if reading.is_case_file else ()


def case_timeline(reading: CaseReading) -> tuple[TimelineEvent, ...]:
    """The same for all parts of the body and all treatments, with consultations and evaluations."""
    records = (record for record in reading.records if record.kind in _OF_THE_CASE)
    events = (*_header(reading), *_told(records), *_visits(reading))
    return _in_order(events, _MOST_OF_CASE) if reading.is_case_file else ()


def _in_order(events: tuple[TimelineEvent, ...], most: int) -> tuple[TimelineEvent, ...]:
    """By date, each once; the injury stays, however much came after it."""
    ordered = sorted(set(events), key=lambda event: (event.date, event.what))
    return tuple(ordered if len(ordered) <= most else (ordered[0], *ordered[1 - most :]))


def _header(reading: CaseReading) -> Iterator[TimelineEvent]:
    header = reading.case.header
    dated = {record.kind for record in reading.records if record.date}
    if header.date_of_injury:
        yield TimelineEvent(date=header.date_of_injury, what="injury")
    if header.ur_denial_date and "ur_decision" not in dated:
        yield TimelineEvent(date=header.ur_denial_date, what=_WORDS["ur_decision"])
    if header.request_date and "rfa" not in dated:
        yield TimelineEvent(date=header.request_date, what=_WORDS["rfa"])


def _told(records: Iterator[Record]) -> Iterator[TimelineEvent]:
    for record in records:
        if record.date:
            what = f"{_word(record)}: {record.title}{_marked(record)}"
            yield TimelineEvent(date=record.date, what=what, record=record.id, page=1)


def _word(record: Record) -> str:
    """What a record tells of, in a word; a report of a procedure that is no operation by what it names."""
    named = {treatments()[found.id].category for found in find_treatments(_head(record))}
    is_injection = record.kind == "operative_report" and _INJECTION in named and "surgery" not in named
    return _INJECTION if is_injection else _OF_THE_CASE[record.kind]


def _bears_on(record: Record, item: DisputedItem) -> bool:
    head = _head(record)
    return record.kind in _OF_ANY_PART or same_part(head, item.lock.sites) or names_treatment(head, item.lock)


def _head(record: Record) -> str:
    return f"{record.title}. {record.pages[0].text[:_HEAD] if record.pages else ''}"


def _visits(reading: CaseReading) -> Iterator[TimelineEvent]:
    """Visits of every therapy that is counted: what was tried before bears on what is asked for now."""
    for visits in count_visits(reading).values():
        last = _last(visits, reading)
        if visits.done and last:
            name = treatments()[visits.treatment].name
            day, record, page = last
            since = f", {visits.first:%m/%d/%Y} to {visits.last:%m/%d/%Y}" if visits.first and visits.last else ""
            ended = visits.last or day
            denied = reading.case.header.ur_denial_date
            mark = _AFTER_UR if denied and ended > denied else _marked(record)
            what = f"{name}: {visits.done} visits done{since}{mark}"
            yield TimelineEvent(date=ended, what=what, record=record.id, page=page)


def _last(visits: VisitCount, reading: CaseReading) -> tuple[dt.date, Record, int] | None:
    places = [(reading.record(span.record), span.page) for span in visits.places]
    dated = [(record.date, record, page) for record, page in places if record and record.date]
    return max(dated, key=lambda entry: (entry[0], entry[1].id, entry[2]), default=None)


def _marked(record: Record) -> str:
    return _AFTER_UR if record.after_ur else ""
