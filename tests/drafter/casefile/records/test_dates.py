"""Dates as records write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.records.dates import document_date
from drafter.casefile.records.days import all_dates

DAY = dt.date(2014, 8, 9)


@pytest.mark.parametrize(
    "written",
    ["8/9/14", "08/09/2014", "8-9-2014", "08.09.2014", "2014-08-09", "august 9, 2014", "aug 9 2014", "09 aug 2014",
     "9-aug-2014", "august 9; 2014"],
)  # fmt: skip
def test_every_form_is_read(written: str) -> None:
    assert [found.value for found in all_dates(f"seen {written} in clinic")] == [DAY]


@given(st.text(max_size=80))
def test_any_text_is_survived_and_places_are_right(text: str) -> None:
    for found in all_dates(text):
        assert 0 <= found.start < found.end <= len(text)


def test_birth_and_injury_are_not_the_date_of_the_document() -> None:
    lines = ["date of birth: 02/03/1975", "date of injury: 05/06/2014", "date of visit: 08/09/2014"]
    assert document_date("progress_note", [lines]) == DAY


def test_a_log_is_dated_by_its_last_visit() -> None:
    rows = [f"{number} 7/{number}/14 massage" for number in range(1, 8)]
    assert document_date("therapy_log", [["sign-in", *rows, "8 8/9/14 massage"]]) == DAY


def test_a_date_below_its_label_is_that_labels() -> None:
    lines = ["decision date: 08/09/2014", "priority: standard application", "received:", "03/02/2014"]
    assert document_date("prior_imr", [lines]) == DAY
