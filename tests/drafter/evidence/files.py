"""Small case files: records whose pages come from files, so that they are read as pages are. All is invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

from drafter.case import Case, DisputedItem, Page, PageSource, Record
from drafter.evidence.reading import CaseReading
from tests.drafter.builders import disputed, make_case, record
from vectorstore.embedder import get_embedder

PT = "Physical therapy, 12 visits, left shoulder"


def filed(name: str, text: str, day: str | None = None, **fields: Any) -> Record:
    """A record of one page; `unread` says why the page has no text."""
    unread = fields.pop("unread", None)
    made = record(
        name,
        text,
        date=dt.date.fromisoformat(day) if day else None,
        **{k: fields.pop(k) for k in ("kind", "title", "author") if k in fields},
    )
    page = Page(number=1, text=text, source=PageSource(file=f"{name}.pdf", page=1), unread=unread)
    return made.model_copy(update={"pages": (page,), **fields})


def read(*records: Record, item: DisputedItem | None = None) -> CaseReading:
    """The reading of a case with an item in dispute and these records."""
    case: Case = make_case(item or disputed(1, PT), summary="", records=records)
    return CaseReading(case, get_embedder())
