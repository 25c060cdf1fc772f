"""The sentences that state one finding.

What a sentence says of the record is named after the concept that its quote documents, not after the criterion: a
criterion may ask for failed care where the record documents only that care was tried.
"""

from __future__ import annotations

import math

from drafter.case import Span
from drafter.criteria.card import Card, Criterion, Limit
from drafter.draft import Finding, Outcome, SentenceRole
from drafter.engines.base import Matter
from drafter.engines.offline.citing import Composer, fact_for, fact_stating, states
from drafter.engines.offline.limits import Amount, measured_amount, request_span
from drafter.lexicon import Modality

_UNITS = {
    "visits": ("1 visit", "{:g} visits"),
    "weeks": ("1 week", "{:g} weeks"),
    "days": ("1 day", "{:g} days"),
    "levels": ("1 level", "{:g} levels"),
    "quantity": ("a quantity of 1", "a quantity of {:g}"),
    "per_week": ("1 visit a week", "{:g} visits a week"),
}


_AS: dict[Modality, str] = {
    "asserted": "documents",
    "historical": "documents",
    "planned": "documents, as planned or recommended,",
    "requested": "documents, as requested,",
    "conditional": "mentions, as possible,",
}


def state_finding(text: Composer, card: Card, matter: Matter, finding: Finding) -> None:
    """One sentence for a finding that argues for the outcome."""
    if finding.kind == "limit":
        _state_limit(text, card, matter, finding)
    elif finding.status == "not_documented":
        _state_absence(text, card, finding)
    elif finding.status == "met":
        _state_documented(text, matter, finding)
    elif finding.status == "contrary":
        _state_divided(text, matter, finding)
    else:
        against = finding.contrary[0]
        source = _record(against, matter)
        sentence = f"On {finding.contrary_to}, {source} states the opposite: {_quoted(against)}."
        text.add(sentence, finding.contrary[:1], "finding", finding.id)


def state_other_side(text: Composer, matter: Matter, finding: Finding, outcome: Outcome) -> None:
    """One sentence for a finding that argues against the outcome, so that it is weighed and not hidden."""
    if finding.status == "contrary":
        _state_divided(text, matter, finding)
        return
    side = "In favour of the request" if outcome == "upheld" else "Against the request"
    if finding.evidence:
        _state_documented(text, matter, finding, f"{side}, ", "contrary")
    else:
        against = finding.contrary[0]
        source = _record(against, matter)
        sentence = f"{side}, {source} states the opposite of {finding.contrary_to}: {_quoted(against)}."
        text.add(sentence, finding.contrary[:1], "contrary", finding.id)


def weigh_number(text: Composer, card: Card, matter: Matter, finding: Finding) -> None:
    """Say where the request's number stands; a limit whose number the card does not state stays in the worksheet."""
    criterion, limit = _criterion(card, finding)
    amount = measured_amount(criterion, matter)
    fact = fact_stating(card, limit.max)
    if amount is None or fact is None:
        return
    if limit.usual_min and not states(fact, limit.usual_min):
        limit = limit.model_copy(update={"usual_min": None})
    sentence = f"{_request(amount, limit)} is {_place(amount.total, limit)}"
    text.add(
        f"{sentence}; the number by itself does not decide it.",
        [request_span(matter.case, matter.item), *amount.places, fact],
        "limit",
        finding.id,
    )


def _request(amount: Amount, limit: Limit) -> str:
    """The request with its number, and with what was done before it."""
    if math.isinf(amount.asked):
        return "The purchase requested, which has no end,"
    one, many = _UNITS[limit.quantity]
    request = f"The request for {one if amount.asked == 1 else many.format(amount.asked)}"
    return f"{request}, on top of {amount.done} already done," if amount.done else request


def _place(total: float, limit: Limit) -> str:
    usual = f"{limit.usual_min:g} to {limit.max:g}" if limit.usual_min else f"{limit.max:g}"
    if total > limit.max:
        return f"above the guideline's {usual}"
    if limit.usual_min and total >= limit.usual_min:
        return f"within the guideline's {usual}"
    return f"not above the guideline's {limit.max:g}"


def _state_limit(text: Composer, card: Card, matter: Matter, finding: Finding) -> None:
    criterion, limit = _criterion(card, finding)
    amount = measured_amount(criterion, matter)
    assert amount is not None, "a finding with a status comes from a number that is requested"
    verb = "stays within" if finding.status == "met" else "exceeds"
    allowed = _UNITS[limit.quantity][1].format(limit.max) if math.isinf(amount.asked) else f"{limit.max:g}"
    text.add(
        f"{_request(amount, limit)} {verb} the guideline's {allowed}.",
        [
            request_span(matter.case, matter.item),
            *amount.places,
            fact_stating(card, limit.max) or fact_for(card, finding.text),
        ],
        "limit",
        finding.id,
    )


def _criterion(card: Card, finding: Finding) -> tuple[Criterion, Limit]:
    criterion = next(criterion for criterion in card.criteria if criterion.id == finding.id)
    assert criterion.limit is not None, "a finding of kind `limit` comes from a criterion with a limit"
    return criterion, criterion.limit


def _state_absence(text: Composer, card: Card, finding: Finding) -> None:
    where = "in the pages that could be read" if finding.pages_unread else "in the record"
    sentence = f"No documentation of {finding.subject} was found {where}"
    if finding.note and finding.searched:
        sentence += f"; {finding.note}: {_quoted(finding.searched[0])}"
    text.add(f"{sentence}.", [*finding.searched[:2], fact_for(card, finding.text)], "absence", finding.id)


def _state_documented(
    text: Composer, matter: Matter, finding: Finding, opening: str = "", role: SentenceRole = "finding"
) -> None:
    first = finding.evidence[0]
    by_request = first.record == "request"
    source = "the request itself states" if by_request else f"{_record(first, matter)} {_AS[finding.evidence_as]}"
    sentence = f"{opening}{source} {finding.evidence_for}: {_quoted(first)}."
    text.add(sentence[:1].upper() + sentence[1:], [first], role, finding.id)


def _state_divided(text: Composer, matter: Matter, finding: Finding) -> None:
    named = dict.fromkeys((finding.evidence_for, finding.contrary_to))
    support = finding.evidence[0]
    against = next((span for span in finding.contrary if span != support), support)
    quotes = dated_quote(support, matter)
    if against != support:
        quotes += f", but also {dated_quote(against, matter)}"
    text.add(
        f"The record is divided on {' and '.join(filter(None, named))}: {quotes}.",
        [support, against],
        "contrary",
        finding.id,
    )


def _record(span: Span, matter: Matter) -> str:
    """The record that a quote stands in; in a case file by its date, since what was true then may not be true now."""
    written = _written(span, matter)
    return f"the record of {written}" if written else "the record"


def dated_quote(span: Span, matter: Matter) -> str:
    """The quote, in a case file with the date of its record."""
    written = _written(span, matter)
    return f"{_quoted(span)} ({written})" if written else _quoted(span)


def _written(span: Span, matter: Matter) -> str | None:
    record = matter.case.record(span.record) if matter.reading.is_case_file else None
    return f"{record.date:%m/%d/%Y}" if record and record.date else None


def _quoted(span: Span) -> str:
    return f"“{span.quote.rstrip('.')}”"
