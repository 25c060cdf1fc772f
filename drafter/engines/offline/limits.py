"""Comparing what is requested with a guideline's numbers."""

from __future__ import annotations

from drafter.case import Case, DisputedItem, Span
from drafter.criteria.card import Card, Criterion, Limit
from drafter.draft import Finding, Status
from drafter.engines.base import Matter
from drafter.evidence.reading import request_sentence
from drafter.evidence.visits import visits_done


def judge_limit(criterion: Criterion, card: Card, matter: Matter) -> Finding:
    """`met` within the limit, `not_met` above it, `not_documented` when the request states no such number."""
    assert criterion.limit is not None
    asked = requested_amount(matter.item, criterion.limit)
    status: Status = "not_documented"
    if asked is not None:
        status = "met" if asked <= criterion.limit.max else "not_met"
    request = (request_span(matter.case, matter.item),)
    return Finding(
        id=criterion.id,
        card=card.id,
        text=criterion.text,
        subject=criterion.subject,
        kind=criterion.kind,
        necessary=criterion.limit.decides,
        status=status,
        evidence=request if status == "met" else (),
        contrary=request if status == "not_met" else (),
        searched=request if status == "not_documented" else (),
        searched_for=(criterion.limit.quantity,) if status == "not_documented" else (),
        sentences_searched=len(matter.reading.sentences),
        note=_note(asked, criterion.limit, matter),
    )


def _note(asked: float | None, limit: Limit, matter: Matter) -> str | None:
    """The request's number; for visits, those already done as well, since a guideline's number is for a course."""
    if asked is None:
        return None
    visits = visits_done(matter.item, matter.reading) if limit.quantity == "visits" else None
    done = f"; done so far: {visits.done}" if visits and visits.done is not None else ""
    return f"requested: {asked:g}{done}"


def requested_amount(item: DisputedItem, limit: Limit) -> float | None:
    """The request's number that a limit speaks of."""
    lock = item.lock
    amounts: dict[str, float | None] = {
        "visits": lock.visits,
        "weeks": lock.weeks,
        "levels": len(lock.levels) or None,
        "quantity": lock.quantity,
        "per_week": lock.per_week,
        "days": lock.days,
    }
    return amounts[limit.quantity]


def request_span(case: Case, item: DisputedItem) -> Span:
    """Where the request stands in the list of disputed items."""
    sentence = request_sentence(case, item)
    if sentence:
        return sentence.span()
    raise ValueError(f"item {item.number}: its request is not in the case's list of disputed items")
