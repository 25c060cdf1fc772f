"""Superseded and invalidated text is never in force, whichever way its dates are known."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.criteria.asof import AsOf
from drafter.criteria.library import library
from drafter.retrieval.validity import standing, valid_on, where_in_force, where_valid_on
from tests.drafter.retrieval.shelf import added, decided, shelved

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


def test_a_mark_as_superseded_holds_also_where_the_timeline_knows_the_edition():
    """By the day on which the timeline ends it; of an edition that it does not end, or without a date, always."""
    ended, current = "mtus-chronic-pain-2009", "mtus-initial-approaches-2017"
    assert library().guidelines[ended].superseded
    assert library().guidelines[current].superseded is None
    assert valid(MARCH, guideline=ended, status="superseded")
    assert not valid(dt.date(2017, 1, 1), guideline=ended, status="superseded")
    assert valid(dt.date(2020, 1, 1), guideline=current)
    assert not valid(dt.date(2020, 1, 1), guideline=current, status="superseded")
    for guideline in (ended, current):
        passage = added("doc#1", "Text.", guideline=guideline, status="superseded")
        assert standing(passage, None, library()) == (False, "superseded")


def test_text_without_dates_is_used_and_said_to_have_none():
    assert standing(added("doc#1", "Text."), dates(MARCH), library()) == (True, "its dates are not stated")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Whatever can be said of a passage's dates, beside the cards, one of which was invalidated."""
    said = {
        "status": (None, "active", "superseded", "invalidated"),
        "guideline": (None, "mtus-chronic-pain-2009", "mtus-chronic-pain-2016"),
        "effective": (None, "2010-01-01"),
        "superseded": (None, "2015-06-01"),
        "trigger": (None, "request"),
    }
    combinations = [
        {name: value for name, value in zip(said, values, strict=True) if value} for values in product(*said.values())
    ]
    return shelved(
        tmp_path_factory.mktemp("index"),
        *(added(f"doc-{number}#1", "Massage.", **known) for number, known in enumerate(combinations)),
        decided("CM98-0000001#1", "Massage", decided="2015-03-01"),
        decided("CM98-0000002#1", "Massage"),
    )


def found(index, where) -> set[str]:
    return {hit.passage.id for hit in index.search("massage", k=len(index), where=where)}


@pytest.mark.parametrize("day", [None, dt.date(2009, 12, 31), dt.date(2015, 2, 28), dt.date(2015, 6, 1), MARCH])
def test_a_search_for_what_is_valid_finds_what_is_valid_and_nothing_else(index, day):
    expected = {passage.id for passage in index if valid_on(passage, day, library())}
    assert found(index, where_valid_on(day, library())) == expected
    assert 0 < len(expected) < len(index)


@pytest.mark.parametrize("asked", [None, dates(dt.date(2015, 5, 1), dt.date(2015, 7, 1)), dates(dt.date(2009, 8, 1))])
def test_a_search_on_the_dates_of_an_item_leaves_out_what_is_not_in_force(index, asked):
    expected = {passage.id for passage in index.of_kind("guideline") if standing(passage, asked, library()).valid}
    hits = index.search("massage", k=len(index), kind="guideline", where=where_in_force(asked, library()))
    assert {hit.passage.id for hit in hits} == expected
    assert expected


def test_an_invalidated_card_is_valid_on_no_day(index):
    (card,) = [passage for passage in index.of_kind("card") if library().cards[passage.id].status == "invalidated"]
    assert not any(valid_on(card, day, library()) for day in (None, MARCH, dt.date(2010, 1, 1)))


def test_a_decision_counts_from_the_day_it_was_made():
    passage = decided("CM99-0000001#1", "Massage", decided="2015-03-01")
    assert valid_on(passage, MARCH, library())
    assert not valid_on(passage, dt.date(2015, 2, 28), library())
    assert not valid_on(decided("CM99-0000001#1", "Massage"), MARCH, library())
