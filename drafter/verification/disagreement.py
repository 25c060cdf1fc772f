"""What the documents do not agree on, what is missing and what is another patient's: the reviewer settles it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Page, Span
from drafter.draft import Draft, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context


def check_disagreements(draft: Draft, context: Context) -> Iterator[Flag]:
    """One flag for each thing that application, RFA, UR decision and report do not agree on, with both places."""
    for found in context.case.discrepancies:
        places = "; ".join(_shown(span, context) for span in found.places)
        where = f"item {found.item}" if found.item else "case"
        yield Code.DOCUMENTS_DISAGREE.flag(where, f"{found.message}: {places}")


def check_completeness(draft: Draft, context: Context) -> Iterator[Flag]:
    """Pages that were not read, another patient's among them, and documents that are referred to and absent."""
    for page in context.case.set_apart:
        yield Code.PAGE_SET_APART.flag("case", f"{page.source.file} page {page.source.page}: {page.reason}")
    yield from _unread(context)
    for missing in context.case.missing:
        dated = f" of {missing.date}" if missing.date else ""
        place = _shown(missing.mentioned, context)
        yield Code.RECORD_MISSING.flag("case", f"{missing.description}{dated} is referred to and not here: {place}")


def _unread(context: Context) -> Iterator[Flag]:
    for record in context.case.records:
        for page in record.pages:
            if page.unread:
                yield Code.PAGES_UNREAD.flag("case", f"{_place(page, record.id)}: {page.unread}")


def _shown(span: Span, context: Context) -> str:
    record = context.case.record(span.record)
    page = record.pages[span.page - 1] if record and span.page <= len(record.pages) else None
    place = _place(page, span.record) if page else f"{span.record} page {span.page}"
    quote = " ".join(span.quote.split())
    return f'{place} "{quote[:160]}"'


def _place(page: Page, record: str) -> str:
    return f"{page.source.file} page {page.source.page}" if page.source else f"{record} page {page.number}"
