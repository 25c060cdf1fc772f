"""A draft without identifiers, which `drafter verify` still checks against the redacted case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.case import Span
from drafter.draft import (
    Citation,
    ConditionQuote,
    Draft,
    DraftItem,
    DraftRecord,
    Finding,
    Flag,
    RationaleSentence,
    TimelineEvent,
)
from drafter.redaction.case import CaseCopy, heading_texts

_SHORT = 12
"""Quotes shorter than this may stand in a sentence by chance."""


def redact_draft(draft: Draft, copy: CaseCopy) -> Draft:
    """`draft` with every text of the case redacted; what guidelines and prior decisions say stays as it is."""
    return draft.model_copy(
        update={
            "case": draft.case.model_copy(update={"case_number": copy.number(draft.case.case_number)}),
            "records": tuple(_record(record, copy) for record in draft.records),
            "timeline": _events(draft.timeline, copy),
            "condition": tuple(_quote(quote, copy) for quote in draft.condition),
            "items": tuple(_item(item, copy) for item in draft.items),
            "flags": _flags(draft.flags, copy),
        }
    )


def _record(record: DraftRecord, copy: CaseCopy) -> DraftRecord:
    """The same line as in the redacted case, where the record is in it."""
    copied = copy.record(record.id)
    if copied is None:
        told = {"title": copy.text(record.title), "author": copy.text(record.author) if record.author else None}
        return record.model_copy(update=told)
    return DraftRecord(**copied.model_dump(exclude={"pages"}), pages=record.pages)


def _item(item: DraftItem, copy: CaseCopy) -> DraftItem:
    citations = {key: _citation(one, copy) for key, one in item.citations.items()}
    return item.model_copy(
        update={
            "request": copy.text(item.request),
            "lock": copy.lock(item.lock),
            "needs_reviewer": tuple(map(copy.text, item.needs_reviewer)),
            "timeline": _events(item.timeline, copy),
            "criteria": tuple(_finding(finding, copy) for finding in item.criteria),
            "rationale": tuple(_sentence(sentence, item.citations, copy) for sentence in item.rationale),
            "citations": citations,
            "flags": _flags(item.flags, copy),
        }
    )


def _events(events: Iterable[TimelineEvent], copy: CaseCopy) -> tuple[TimelineEvent, ...]:
    """Titles in a timeline may name somebody, and so may the ids of the records that it points to."""
    return tuple(
        event.model_copy(update={"what": copy.text(event.what), "record": _copied_id(event.record, copy)})
        for event in events
    )


def _copied_id(name: str | None, copy: CaseCopy) -> str | None:
    copied = copy.record(name) if name else None
    return copied.id if copied else None


def _quote(quote: ConditionQuote, copy: CaseCopy) -> ConditionQuote:
    return quote.model_copy(update={"span": copy.span(quote.span)})


def _citation(citation: Citation, copy: CaseCopy) -> Citation:
    return copy.span(citation) if isinstance(citation, Span) else citation


def _finding(finding: Finding, copy: CaseCopy) -> Finding:
    return finding.model_copy(
        update={
            "evidence": tuple(map(copy.span, finding.evidence)),
            "contrary": tuple(map(copy.span, finding.contrary)),
            "searched": tuple(map(copy.span, finding.searched)),
            "superseded": tuple(map(copy.span, finding.superseded)),
            "sentences_searched": copy.searched(finding.sentences_searched),
            "note": copy.text(finding.note) if finding.note else None,
        }
    )


def _sentence(sentence: RationaleSentence, citations: dict[str, Citation], copy: CaseCopy) -> RationaleSentence:
    """What the sentence quotes is redacted as on its page, where more is known than in the sentence alone."""
    text = sentence.text
    for key in sentence.citations:
        cited = citations.get(key)
        if isinstance(cited, Span) and len(cited.quote) >= _SHORT:
            text = text.replace(cited.quote, copy.span(cited).quote)
    return sentence.model_copy(update={"text": copy.text(text)})


def _flags(flags: Iterable[Flag], copy: CaseCopy) -> tuple[Flag, ...]:
    return tuple(
        flag.model_copy(update={"message": copy.text(flag.message), "where": copy.text(flag.where)}) for flag in flags
    )


def draft_texts(draft: Draft) -> Iterator[str]:
    """Every text of a draft that comes from the case, for a redactor that has no case to learn from."""
    yield from heading_texts(draft.records)
    yield from (quote.span.quote for quote in draft.condition)
    for item in draft.items:
        yield item.request
        yield from (one.quote for one in item.citations.values() if isinstance(one, Span))
        for finding in item.criteria:
            yield from (span.quote for span in finding.spans)
        yield from (sentence.text for sentence in item.rationale)
