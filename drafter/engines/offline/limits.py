"""Comparing what is requested with a guideline's numbers."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from drafter.case import Case, DisputedItem, Span
from drafter.criteria.card import Card, Criterion, Limit
from drafter.draft import Finding, Status
from drafter.engines.base import Matter
from drafter.evidence.concerns import same_part
from drafter.evidence.reading import request_sentence
from drafter.evidence.stage import stage_of_care
from drafter.evidence.visits import VisitCount, visits_done

_BUYS = re.compile(r"\b(?:purchased?|buy)\b", re.IGNORECASE)


class Amount(NamedTuple):
    """What a limit is compared with: the request's number, and the visits that come before it."""

    asked: float
    """Infinite where a device is to be bought."""
    done: int = 0
    places: tuple[Span, ...] = ()
    """Where the visits done are stated."""

    @property
    def total(self) -> float:
        return self.asked + self.done


def judge_limit(criterion: Criterion, card: Card, matter: Matter) -> Finding:
    """`met` within the limit, `not_met` above it, `not_documented` when the request states no such number.

    `contrary` where only the visits already done make the excess: reviewers grant such a request where they helped.
    """
    assert criterion.limit is not None
    amount = measured_amount(criterion, matter)
    status = _status(amount, criterion.limit)
    request = (request_span(matter.case, matter.item),)
    places = amount.places if amount else ()
    return Finding(
        id=criterion.id,
        card=card.id,
        text=criterion.text,
        subject=criterion.subject,
        kind=criterion.kind,
        necessary=criterion.limit.decides,
        status=status,
        evidence={"met": (*request, *places), "contrary": request}.get(status, ()),
        contrary={"not_met": (*request, *places), "contrary": places}.get(status, ()),
        searched=request if status == "not_documented" else (),
        searched_for=(criterion.limit.quantity,) if status == "not_documented" else (),
        sentences_searched=len(matter.reading.sentences),
        note=_note(amount, criterion, matter),
    )


def _status(amount: Amount | None, limit: Limit) -> Status:
    if amount is None:
        return "not_documented"
    if amount.total <= limit.max:
        return "met"
    return "contrary" if amount.asked <= limit.max else "not_met"


def measured_amount(criterion: Criterion, matter: Matter) -> Amount | None:
    """What `criterion`'s limit is compared with; None where the request states no such number.

    A guideline's number of visits is for a course of treatment, so visits that the record counts come on top.
    """
    limit = criterion.limit
    asked = requested_amount(matter.item, limit) if limit else None
    if limit is None or asked is None:
        return None
    visits = visits_done(matter.item, matter.reading)
    apart = limit.quantity != "visits" or not limit.counts_earlier or criterion.applies == "initial"
    if apart or visits is None or not visits.done or not _same_course(visits, matter.item):
        return Amount(asked)
    return Amount(asked, visits.done, visits.places)


def _same_course(visits: VisitCount, item: DisputedItem) -> bool:
    """Visits for another part of the body are another course."""
    return all(same_part(place.quote, item.lock.sites) for place in visits.places)


def _note(amount: Amount | None, criterion: Criterion, matter: Matter) -> str | None:
    if amount is None:
        return None
    of_visits = criterion.limit is not None and criterion.limit.quantity == "visits"
    if math.isinf(amount.asked):
        return "requested: a purchase"
    return f"requested: {amount.asked:g}{_done(matter) if of_visits else ''}"


def _done(matter: Matter) -> str:
    """Visits so far, whether they count towards the number or not; of a course that goes on, that nobody says so."""
    visits = visits_done(matter.item, matter.reading)
    if visits and visits.done:
        return f"; done so far: {visits.done}" if _same_course(visits, matter.item) else ""
    goes_on = stage_of_care(matter.item, matter.reading) == "continuing"
    return "; done so far: unknown, the record gives no number of earlier visits" if goes_on else ""


def requested_amount(item: DisputedItem, limit: Limit) -> float | None:
    """The request's number that a limit speaks of; what is bought is kept longer than any number of days or weeks."""
    lock = item.lock
    if limit.quantity in ("days", "weeks") and not (lock.days or lock.weeks) and _BUYS.search(item.request):
        return math.inf
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
