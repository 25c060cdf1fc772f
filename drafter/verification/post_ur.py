"""Newly developed records are allowed, and visible: what is dated after the UR decision is flagged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.case import Page, Record
from drafter.casefile.records.view import content
from drafter.draft import Draft, DraftItem, Flag
from drafter.evidence.standing import documents_facts
from drafter.text import find_dates
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_spans, numbered

_PRINTED = re.compile(
    r"^\W*(?:printed|print(?:ed)? date|date printed|run date|generated|exported|downloaded)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)


def check_post_ur_citations(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences that rest on a record, or quote a date, after the UR decision."""
    denied = context.case.header.ur_denial_date
    if denied is None:
        return
    for where, sentence in numbered(item):
        for span in cited_spans(sentence, item):
            record = context.case.record(span.record)
            for written in _later(span.quote, denied):
                yield Code.POST_DATES_UR.flag(
                    where, f"cites {written} ({span.record} page {span.page}), after the UR decision of {denied}"
                )
            if record and _is_later(record, denied):
                yield Code.POST_DATES_UR.flag(where, f"cites {_named(record)}, after the UR decision of {denied}")


def check_post_ur_records(draft: Draft, context: Context) -> Iterator[Flag]:
    """Records dated after the UR decision, and pages of others that speak of a later day.

    The application and the letters that go with it always come after the decision that they dispute.
    """
    denied = context.case.header.ur_denial_date
    if denied is None:
        return
    for record in context.case.records:
        if not documents_facts(record):
            continue
        if _is_later(record, denied):
            yield Code.POST_DATES_UR.flag(f"record {record.id}", f"{_named(record)}, after the UR decision of {denied}")
            continue
        yield from _speaking_of_later(record, denied)


def _speaking_of_later(record: Record, denied: date) -> Iterator[Flag]:
    """One flag for what a record says of later days; the day on which a page was printed or faxed is none of them."""
    pages = {page.number: found for page in record.pages if (found := _later(_written(page), denied))}
    written = ", ".join(dict.fromkeys(day for days in pages.values() for day in days))
    if written:
        numbers = ", ".join(map(str, pages))
        where = f"record {record.id} page{'s' if len(pages) > 1 else ''} {numbers}"
        yield Code.POST_DATES_UR.flag(where, f"speaks of {written}, after the UR decision of {denied}")


def _written(page: Page) -> str:
    """The text of a page without the days on which it was faxed or printed."""
    return _PRINTED.sub("", content(page.text))


def _later(text: str, denied: date) -> list[str]:
    """Dates after the UR decision as they are written, each once."""
    return list(dict.fromkeys(text[found.start : found.end] for found in find_dates(text) if found.value > denied))


def _is_later(record: Record, denied: date) -> bool:
    return record.after_ur or (record.date is not None and record.date > denied)


def _named(record: Record) -> str:
    return f"{record.title} of {record.date}" if record.date else f"{record.title}, marked as later"
