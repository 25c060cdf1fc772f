"""What the documents do not agree on, what is missing and what is another patient's: the reviewer settles it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Span
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
    """Pages of another patient, which were not read, and documents that are referred to and absent."""
    for page in context.case.set_apart:
        yield Code.PAGE_SET_APART.flag("case", f"{page.source.file} page {page.source.page}: {page.reason}")
    for missing in context.case.missing:
        dated = f" of {missing.date}" if missing.date else ""
        place = _shown(missing.mentioned, context)
        yield Code.RECORD_MISSING.flag("case", f"{missing.description}{dated} is referred to and not here: {place}")


def _shown(span: Span, context: Context) -> str:
    record = context.case.record(span.record)
    source = record.pages[span.page - 1].source if record and span.page <= len(record.pages) else None
    place = f"{source.file} page {source.page}" if source else f"{span.record} page {span.page}"
    quote = " ".join(span.quote.split())
    return f'{place} "{quote[:160]}"'
