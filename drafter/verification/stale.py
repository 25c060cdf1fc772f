"""What is told as the present state is not an old note that later ones follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafter.draft import DraftItem, Flag
from drafter.text import find_dates
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_spans, numbered, shortened
from drafter.verification.prose import outside_quotes

_NOW = re.compile(
    r"\b(?:current(?:ly)?|at present|presently|now|today|to this day|most recent\w*|latest|at the last visit"
    r"|still|as of now"
    r"|ongoing|remains|continues)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:previous(?:ly)?|prior|initial(?:ly)?|in the past|history of|formerly|earlier|at the time of (?:the )?injury"
    r"|years ago|months ago|back in)\b",
    re.IGNORECASE,
)
_OLD = timedelta(days=60)
"""A note that the newest one follows by more than this is no present state."""


def check_stale(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences that say "currently" of what their quotes date long before the newest note, or call past.

    A sentence that gives the day of its quote tells nothing as present.
    """
    newest = _newest(context)
    for where, sentence in numbered(item):
        spans = cited_spans(sentence, item) if sentence.role in ("finding", "contrary") else []
        if not spans or not _NOW.search(outside_quotes(sentence.text)):
            continue
        quotes = " ".join(span.quote for span in spans)
        if _NOW.search(quotes):
            continue
        dated = [found.value for found in find_dates(quotes)]
        records = [context.case.record(span.record) for span in spans]
        dated = dated or [record.date for record in records if record and record.date]
        if any(found.value in dated for found in find_dates(outside_quotes(sentence.text))):
            continue
        if _PAST.search(quotes) or (dated and newest and newest - max(dated) > _OLD):
            yield Code.STALE_AS_CURRENT.flag(
                where, f"tells as present what is {_age(dated)}: {shortened(spans[0].quote)!r}"
            )


def _newest(context: Context) -> date | None:
    """The latest day of which a clinical note speaks, not after the case came to its reviewer."""
    header = context.case.header
    known_by = header.date_assigned or header.application_received or header.ur_denial_date
    days = [found.value for read in context.sentences for found in find_dates(read.text)]
    days += [record.date for record in context.case.records if record.date]
    return max((day for day in days if known_by is None or day <= known_by), default=None)


def _age(dated: list[date]) -> str:
    return f"of {max(dated)}" if dated else "told as past"
