"""What the requesting physician's own report asks for, to be held against the form that was sent in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.case import DisputedItem, Record, Span
from drafter.casefile.misread import respelled_by
from drafter.casefile.sentences import plan_at
from drafter.casefile.statements import Statement, same_treatment, statement
from drafter.lock import parse_lock
from drafter.text import split_sentences

_BEFORE = dt.timedelta(days=60)
_AFTER = dt.timedelta(days=3)
_ORDER = re.compile(r"\border\b|\bprescription\b|\bmedical necessity\b", re.IGNORECASE)
_TOP = 200
_LINES = 3
_DONE = re.compile(r"\b(?:has|have|had|completed|continued|since|was|were|gave|denied|helped)\b", re.IGNORECASE)


def requests_in_reports(
    reports: Sequence[Record], item: DisputedItem, rfa: Sequence[Record], words: frozenset[str] = frozenset()
) -> list[Statement]:
    """Sentences of the plan of the report behind the RFA that ask for the item's treatment.

    On a scan words that are nearly those of `words`, which the request has, are read as they are there.
    """
    for record in sorted(reports, key=lambda report: report.date or dt.date.min, reverse=True):
        if any(_stands_behind(record, form) for form in rfa):
            asked = _asked(record, item, words)
            if asked:
                return asked
    return []


def requests_in_orders(papers: Sequence[Record], item: DisputedItem, rfa: Sequence[Record]) -> list[Statement]:
    """What an order to a supplier says of the item's treatment, with the lines below that give length and number."""
    found = []
    for record in papers:
        if not (_ORDER.search(record.pages[0].text[:_TOP]) and any(_stands_behind(record, form) for form in rfa)):
            continue
        lines = [line for line in record.pages[0].text.splitlines() if line.strip()]
        for row in range(len(lines)):
            block = lines[row : row + _LINES]
            if same_treatment(parse_lock(lines[row]), item.lock):
                found.append(statement(record, record.pages[0], block, " ".join(block)))
    return found[:1]


def _stands_behind(report: Record, form: Record) -> bool:
    if report.duplicate_of or report.date is None or form.date is None or report.author is None:
        return False
    return form.date - _BEFORE <= report.date <= form.date + _AFTER and report.author == form.author


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, those of a list one by one: a line that ends like a sentence ends it."""
    for start, end in split_sentences(text):
        cuts = [start + found.end() for found in re.finditer(r"[.;][ \t]*\n", text[start:end])]
        yield from pairwise(dict.fromkeys([start, *cuts, end]))


def _asked(record: Record, item: DisputedItem, words: frozenset[str]) -> list[Statement]:
    found = []
    for page in record.pages:
        plan = plan_at(page.text)
        for start, end in _sentences(page.text):
            text = " ".join(page.text[start:end].split())
            if page.ocr_confidence is not None:
                text = respelled_by(text, words)
            if plan is None or start < plan or _DONE.search(text):
                continue
            lock = parse_lock(text)
            if same_treatment(lock, item.lock):
                span = Span(record=record.id, page=page.number, start=start, end=end, quote=page.text[start:end])
                found.append(Statement(text, lock, span))
    return found
