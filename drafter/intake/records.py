"""The records of a case that comes as a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from drafter.case import Page, Record, RecordKind
from drafter.intake.lines import Line, has_gaps, join_lines, paragraphs
from drafter.intake.review import entries


def request_record(requests: Iterable[str]) -> Record:
    """The disputed items, one per line, as they are asked for."""
    return make_record("request", "Disputed items", "request", ["\n".join(requests)])


def summary_record(lines: Sequence[Line]) -> Record:
    """The clinical case summary with the page breaks of the letter; pages count from 1 within the record."""
    gaps = has_gaps(lines)
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    return make_record("summary", "Clinical case summary", "clinical_summary", [_page(page, gaps) for page in pages])


def documents_record(lines: Sequence[Line]) -> Record:
    """The letter's own list of documents reviewed, one per line."""
    return make_record("documents", "Documents reviewed", "other", ["\n".join(entries(lines))])


def make_record(record_id: str, title: str, kind: RecordKind, texts: Sequence[str]) -> Record:
    pages = tuple(Page(number=number, text=text) for number, text in enumerate(texts, start=1))
    return Record(id=record_id, title=title, kind=kind, pages=pages, sha256=pages_sha256(texts))


def pages_sha256(texts: Iterable[str]) -> str:
    """Hash of a record: its page texts, a form feed between them."""
    return hashlib.sha256("\f".join(texts).encode()).hexdigest()


def _page(lines: list[Line], gaps: bool) -> str:
    if not gaps:
        return join_lines(lines)
    return "\n\n".join(join_lines(paragraph) for paragraph in paragraphs(lines, gaps=True))
