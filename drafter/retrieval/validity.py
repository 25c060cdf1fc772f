"""Whether a passage is in force on the dates of an item, or on a day: of one passage, and as a filter of a search."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from drafter.criteria.asof import AsOf
from drafter.criteria.card import Guideline
from drafter.criteria.library import Library
from vectorstore.columns import Value
from vectorstore.index import Where
from vectorstore.passage import Passage


class Standing(NamedTuple):
    """Whether a passage may be used, and why not."""

    valid: bool
    reason: str = ""
    """`superseded on 07/29/2016`, `invalidated`…; for a valid one what is not known of it."""


class _Stated(NamedTuple):
    """What metadata says of when a passage is in force; its fields are the names."""

    kind: Value
    status: Value
    guideline: Value
    effective: Value
    superseded: Value
    trigger: Value
    decided: Value


def standing(passage: Passage, dates: AsOf | None, library: Library) -> Standing:
    """By the timeline where the passage names one of its editions, else by the dates that came with the document.

    What is marked as superseded goes by the day on which that happened; where the item has no dates or nobody knows
    that day, it is passed over. What is marked as invalidated always is.
    """
    return _standing(_stated(passage), dates, library)


def where_in_force(dates: AsOf | None, library: Library) -> Where:
    """A search for what `standing` calls valid."""
    return {_Stated._fields: lambda *values: _standing(_Stated(*values), dates, library).valid}


def valid_on(passage: Passage, day: date | None, library: Library) -> bool:
    """Whether a passage of any kind may be used on a day: a section in force, a decision that was made by then."""
    return _valid_on(_stated(passage), day, library)


def where_valid_on(day: date | None, library: Library) -> Where:
    """A search for what `valid_on` lets through."""
    return {_Stated._fields: lambda *values: _valid_on(_Stated(*values), day, library)}


def _stated(passage: Passage) -> _Stated:
    return _Stated(passage.kind, *(passage.metadata.get(name) for name in _Stated._fields[1:]))


def _valid_on(stated: _Stated, day: date | None, library: Library) -> bool:
    if stated.kind == "decision":
        return day is None or str(stated.decided or "9999") <= day.isoformat()
    return _standing(stated, AsOf(day, day, "") if day else None, library).valid


def _standing(stated: _Stated, dates: AsOf | None, library: Library) -> Standing:
    if stated.status == "invalidated":
        return Standing(False, "invalidated")
    edition = library.guidelines.get(str(stated.guideline))
    ends = edition.superseded if edition else _day(stated.superseded)
    if stated.status == "superseded" and (dates is None or ends is None):
        return Standing(False, "superseded")
    if edition is not None:
        return _by_rule(edition, dates)
    begins = _day(stated.effective)
    if dates is None or (begins is None and ends is None):
        return Standing(True, "its dates are not stated")
    asked = dates.request if stated.trigger == "request" else dates.service
    if ends is not None and ends <= asked:
        return Standing(False, f"superseded on {ends:%m/%d/%Y}")
    if begins is not None and begins > asked:
        return Standing(False, f"in force only from {begins:%m/%d/%Y}")
    return Standing(True)


def _by_rule(edition: Guideline, dates: AsOf | None) -> Standing:
    if dates is None or edition.in_force(dates.request, dates.service):
        return Standing(True)
    asked = dates.request if edition.trigger == "request" else dates.service
    if edition.effective > asked:
        return Standing(False, f"in force only from {edition.effective:%m/%d/%Y}")
    return Standing(False, f"superseded on {edition.superseded:%m/%d/%Y}")


def _day(value: Value) -> date | None:
    return date.fromisoformat(str(value)) if value else None
