"""What happened when, as far as it bears on one disputed item: a few lines for the reviewer's worksheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drafter.case import DisputedItem, Record, RecordKind
from drafter.draft import TimelineEvent
from drafter.evidence.concerns import names_treatment, same_part
from drafter.evidence.reading import CaseReading
from drafter.evidence.visits import VisitCount, count_visits
from drafter.lexicon import treatments

_WORDS: dict[RecordKind, str] = {
    "rfa": "treatment requested",
    "ur_decision": "decision of utilization review",
    "application": "application for review",
    "prior_imr": "earlier review decided",
    "operative_report": "operation",
    "imaging": "imaging",
    "electrodiagnostics": "electrodiagnostic study",
}
_OF_ANY_PART: frozenset[RecordKind] = frozenset({"rfa", "ur_decision", "application", "prior_imr"})
_HEAD = 400
"""Characters at the top of a report in which its body part is named."""
_MOST = 12
"""Lines of a timeline; the latest are kept."""


def item_timeline(item: DisputedItem, reading: CaseReading) -> tuple[TimelineEvent, ...]:
    """Injury, studies, operations, visits, requests and decisions by date; nothing for a letter, which has no file."""
    if not any(page.source for record in reading.records for page in record.pages):
        return ()
    events = sorted({*_header(reading), *_records(item, reading), *_visits(reading)}, key=_order)
    return tuple(events[-_MOST:])


def _order(event: TimelineEvent) -> tuple[dt.date, str]:
    return event.date, event.what


def _header(reading: CaseReading) -> Iterator[TimelineEvent]:
    header = reading.case.header
    dated = {record.kind for record in reading.records if record.date}
    if header.date_of_injury:
        yield TimelineEvent(date=header.date_of_injury, what="injury")
    if header.ur_denial_date and "ur_decision" not in dated:
        yield TimelineEvent(date=header.ur_denial_date, what=_WORDS["ur_decision"])
    if header.request_date and "rfa" not in dated:
        yield TimelineEvent(date=header.request_date, what=_WORDS["rfa"])


def _records(item: DisputedItem, reading: CaseReading) -> Iterator[TimelineEvent]:
    for record in reading.records:
        if record.date and record.kind in _WORDS and _bears_on(record, item):
            yield TimelineEvent(
                date=record.date, what=f"{_WORDS[record.kind]}: {record.title}", record=record.id, page=1
            )


def _bears_on(record: Record, item: DisputedItem) -> bool:
    if record.kind in _OF_ANY_PART:
        return True
    head = f"{record.title}. {record.pages[0].text[:_HEAD] if record.pages else ''}"
    return same_part(head, item.lock.sites) or names_treatment(head, item.lock)


def _visits(reading: CaseReading) -> Iterator[TimelineEvent]:
    """Visits of every therapy that is counted: what was tried before bears on what is asked for now."""
    for visits in count_visits(reading).values():
        last = _last(visits, reading)
        if visits.done and last:
            name = treatments()[visits.treatment].name
            yield TimelineEvent(date=last[0], what=f"{name}: {visits.done} visits done", record=last[1], page=last[2])


def _last(visits: VisitCount, reading: CaseReading) -> tuple[dt.date, str, int] | None:
    places = [(reading.record(span.record), span.page) for span in visits.places]
    dated = [(record.date, record.id, page) for record, page in places if record and record.date]
    return max(dated, default=None)
