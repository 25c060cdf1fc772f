"""Superseded and invalidated text is never in force, whichever way its dates are known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.criteria.asof import AsOf
from drafter.criteria.library import library
from drafter.retrieval.validity import standing, valid_on
from tests.drafter.retrieval.shelf import added, decided

MARCH = dt.date(2015, 3, 1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))


def dates(request: dt.date, service: dt.date | None = None) -> AsOf:
    return AsOf(request, service or request, "request date")


def valid(day: dt.date, **metadata) -> bool:
    return standing(added("doc#1", "Text.", **metadata), dates(day), library()).valid


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2014, 12, 31), False),
        (dt.date(2015, 1, 1), True),
        (dt.date(2015, 12, 31), True),
        (dt.date(2016, 1, 1), False),
    ],
)
def test_from_the_first_day_to_the_day_before_it_is_superseded(day, expected):
    assert valid(day, effective="2015-01-01", superseded="2016-01-01") is expected


def test_the_trigger_says_which_date_counts():
    asked, rendered = dt.date(2015, 12, 1), dt.date(2016, 2, 1)
    for trigger, expected in (("request", True), ("service", False)):
        passage = added("doc#1", "Text.", superseded="2016-01-01", trigger=trigger)
        assert standing(passage, dates(asked, rendered), library()).valid is expected


@given(DAYS)
def test_an_edition_of_the_timeline_goes_by_its_rule_whatever_the_document_says(day):
    passage = added("doc#1", "Text.", guideline="mtus-chronic-pain-2016", effective="1999-01-01")
    expected = library().guidelines["mtus-chronic-pain-2016"].in_force(day, day)
    found = standing(passage, dates(day), library())
    assert found.valid is expected
    assert found.valid or found.reason.startswith(("superseded on", "in force only from"))


@given(DAYS, st.booleans())
def test_invalidated_text_is_never_in_force(day, dated):
    metadata = {"effective": "2000-01-01"} if dated else {}
    assert not valid(day, status="invalidated", **metadata)


def test_what_is_marked_superseded_without_a_date_is_out_of_force():
    assert not valid(MARCH, status="superseded")
    assert not valid(MARCH, status="superseded", effective="2010-01-01")


def test_text_without_dates_is_used_and_said_to_have_none():
    assert standing(added("doc#1", "Text."), dates(MARCH), library()) == (True, "its dates are not stated")


def test_a_decision_counts_from_the_day_it_was_made():
    passage = decided("CM99-0000001#1", "Massage", decided="2015-03-01")
    assert valid_on(passage, MARCH, library())
    assert not valid_on(passage, dt.date(2015, 2, 28), library())
    assert not valid_on(decided("CM99-0000001#1", "Massage"), MARCH, library())
