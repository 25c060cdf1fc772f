"""The dates by which a guideline edition is chosen. The decision date is never one of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.criteria.card import Guideline


class AsOf(NamedTuple):
    """Request and service date of an item, and where they come from."""

    request: date
    service: date
    basis: str
    """`request date`, `service date` or `UR denial date`, for the reader."""

    @property
    def shown(self) -> date:
        """The one date that stands for the pair in a draft."""
        return self.service if self.basis == "service date" else self.request


def as_of(case: Case, item: DisputedItem) -> AsOf | None:
    """Choose the dates; None when the case has none that could select an edition.

    A retrospective request goes by its date of service. A prospective one is not yet rendered, so that the UR
    denial date stands for the earliest day of service, and for the request date where that is not known.
    """
    header = case.header
    fallback = header.ur_denial_date or header.application_received or header.date_assigned
    basis = "UR denial date" if header.ur_denial_date else "date of the application"
    if item.lock.service_date:
        return AsOf(header.request_date or item.lock.service_date, item.lock.service_date, "service date")
    if header.request_date:
        return AsOf(header.request_date, fallback or header.request_date, "request date")
    return AsOf(fallback, fallback, basis) if fallback else None


def in_force(guideline: Guideline, dates: AsOf) -> bool:
    """Whether the edition applies to the item."""
    return guideline.in_force(dates.request, dates.service)
