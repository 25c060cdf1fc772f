"""The edition in force follows the request or the service date, never the decision date (promise 5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.case import Case, CaseHeader, DisputedItem, Lock
from drafter.criteria.asof import as_of, in_force
from drafter.criteria.library import library

DAYS = st.dates(date(2009, 7, 18), date(2026, 1, 1))


def editions(prefix: str, request: date, service: date) -> list[str]:
    return [
        name for name, g in library().guidelines.items() if name.startswith(prefix) and g.in_force(request, service)
    ]


@pytest.mark.parametrize(
    ("prefix", "request_date", "service", "expected"),
    [
        ("mtus-chronic-pain", date(2016, 7, 28), date(2016, 9, 1), ["mtus-chronic-pain-2009"]),
        ("mtus-chronic-pain", date(2016, 7, 29), date(2016, 7, 29), ["mtus-chronic-pain-2016"]),
        ("mtus-chronic-pain", date(2017, 11, 1), date(2017, 11, 30), ["mtus-chronic-pain-2016"]),
        ("mtus-chronic-pain", date(2017, 11, 1), date(2017, 12, 1), ["mtus-chronic-pain-2017"]),
        ("mtus-low-back", date(2014, 8, 1), date(2014, 8, 25), ["mtus-low-back-2004"]),
        ("mtus-low-back", date(2019, 8, 1), date(2019, 8, 10), ["mtus-low-back-2017"]),
        ("mtus-low-back", date(2019, 8, 1), date(2019, 8, 11), ["mtus-low-back-2019"]),
        ("mtus-low-back", date(2021, 11, 1), date(2021, 11, 23), ["mtus-low-back-2021"]),
        ("mtus-opioids", date(2016, 7, 28), date(2016, 9, 1), []),
        ("mtus-opioids", date(2016, 8, 1), date(2016, 9, 1), ["mtus-opioids-2016"]),
        ("mtus-hip", date(2016, 8, 1), date(2016, 9, 1), []),
        ("mtus-hip", date(2019, 10, 1), date(2019, 10, 7), ["mtus-hip-2019"]),
        ("mtus-knee", date(2020, 9, 1), date(2020, 9, 21), ["mtus-knee-2020"]),
    ],
)
def test_edition_in_force(prefix, request_date, service, expected):
    assert editions(prefix, request_date, service) == expected


@given(DAYS, st.integers(0, 60))
def test_at_most_one_edition_of_a_chapter_is_in_force(request_date, delay):
    service = request_date + timedelta(days=delay)
    chapters: dict[str, int] = {}
    for name, guideline in library().guidelines.items():
        if guideline.mtus and guideline.in_force(request_date, service):
            chapter = name.rsplit("-", 1)[0]
            chapters[chapter] = chapters.get(chapter, 0) + 1
    assert all(count == 1 for count in chapters.values()), chapters


def case(**header) -> Case:
    return Case(header=CaseHeader(case_number="X1", **header), records=(), items=())


def item(**lock) -> DisputedItem:
    return DisputedItem(number=1, request="massage", lock=Lock(**lock))


def test_the_request_date_selects_before_the_ur_date():
    dates = as_of(case(request_date=date(2016, 7, 20), ur_denial_date=date(2016, 8, 1)), item())
    assert dates is not None
    assert dates.basis == "request date"
    assert in_force(library().guidelines["mtus-chronic-pain-2009"], dates)
    assert not in_force(library().guidelines["mtus-chronic-pain-2016"], dates)


def test_without_a_request_date_the_ur_denial_date_stands_for_it_and_says_so():
    dates = as_of(case(ur_denial_date=date(2014, 8, 25)), item())
    assert dates is not None
    assert (dates.shown, dates.basis) == (date(2014, 8, 25), "UR denial date")


def test_a_retrospective_request_goes_by_its_date_of_service():
    rendered = item(retrospective=True, service_date=date(2017, 12, 2))
    dates = as_of(case(request_date=date(2017, 11, 1), ur_denial_date=date(2017, 12, 20)), rendered)
    assert dates is not None
    assert in_force(library().guidelines["mtus-chronic-pain-2017"], dates)
    assert not in_force(library().guidelines["mtus-chronic-pain-2016"], dates)


def test_no_date_no_edition():
    assert as_of(case(), item()) is None
