"""Whether a passage of an added document is in force on the dates of an item."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from drafter.criteria.asof import AsOf
from drafter.criteria.card import Guideline
from drafter.criteria.library import Library
from vectorstore.passage import Passage


class Standing(NamedTuple):
    """Whether a passage may be used, and why not."""

    valid: bool
    reason: str = ""
    """`superseded on 07/29/2016`, `invalidated`…; for a valid one what is not known of it."""


def standing(passage: Passage, dates: AsOf | None, library: Library) -> Standing:
    """By the timeline where the passage names one of its editions, else by the dates that came with the document.

    Without dates of an item only what is marked as superseded or invalidated is passed over.
    """
    metadata = passage.metadata
    if metadata.get("status") == "invalidated":
        return Standing(False, "invalidated")
    edition = library.guidelines.get(str(metadata.get("guideline", "")))
    begins, ends = _day(metadata.get("effective")), _day(metadata.get("superseded"))
    if edition is not None:
        return _by_rule(edition, dates)
    if dates is None or (begins is None and ends is None):
        return _undated(metadata.get("status"))
    asked = dates.request if metadata.get("trigger") == "request" else dates.service
    if ends is not None and ends <= asked:
        return Standing(False, f"superseded on {ends:%m/%d/%Y}")
    if begins is not None and begins > asked:
        return Standing(False, f"in force only from {begins:%m/%d/%Y}")
    if ends is None and metadata.get("status") == "superseded":
        return Standing(False, "superseded")
    return Standing(True)


def valid_on(passage: Passage, day: date | None, library: Library) -> bool:
    """Whether a passage of any kind may be used on a day: a section in force, a decision that was made by then."""
    dates = AsOf(day, day, "") if day else None
    if passage.kind == "decision":
        return day is None or str(passage.metadata.get("decided", "9999")) <= day.isoformat()
    card = library.cards.get(passage.id) if passage.kind == "card" else None
    if card is not None:
        edition = library.guidelines[card.guideline]
        return card.status == "active" and _by_rule(edition, dates).valid
    return standing(passage, dates, library).valid


def _by_rule(edition: Guideline, dates: AsOf | None) -> Standing:
    if dates is None or edition.in_force(dates.request, dates.service):
        return Standing(True)
    asked = dates.request if edition.trigger == "request" else dates.service
    if edition.effective > asked:
        return Standing(False, f"in force only from {edition.effective:%m/%d/%Y}")
    return Standing(False, f"superseded on {edition.superseded:%m/%d/%Y}")


def _undated(status: object) -> Standing:
    if status == "superseded":
        return Standing(False, "superseded")
    return Standing(True, "its dates are not stated")


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
