"""Dates as forms, scans and letters write them, with and without a year."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.records.days import all_dates, month_first, months, yearless_dates

DAY = dt.date(2016, 12, 9)


@pytest.mark.parametrize(
    "written",
    ["12 09 2016", "12-09-'16", "09dec2016", "9 dec 2016", "09-dec-16", "dec-09-2016", "2016/12/09",
     "9th of december 2016", "9th day of december, 2016"],
)  # fmt: skip
def test_forms_scans_and_charts_are_understood(written: str) -> None:
    assert [found.value for found in all_dates(f"signed {written} by")] == [DAY]


@pytest.mark.parametrize("text", ["rx 12 2016", "call 555 12 2016", "45 12 09 2016", "99 99 2016"])
def test_numbers_are_no_dates(text: str) -> None:
    assert not all_dates(text)


def test_a_page_that_writes_the_day_first_is_read_so() -> None:
    page = "fecha de nacimiento: 27/09/1957\nfecha: 02/11/2020"
    assert [found.value for found in all_dates(month_first(page))] == [dt.date(1957, 9, 27), dt.date(2020, 11, 2)]


def test_a_page_with_a_month_first_date_stays() -> None:
    assert month_first("12/27/2020 and 27/12/2020") == "12/27/2020 and 27/12/2020"


@given(st.text(max_size=60), st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_lengths_stay_and_places_are_right(text: str, day: dt.date) -> None:
    page = f"{text} {day:%d/%m/%Y} {text}"
    assert len(month_first(page)) == len(page)
    for found in (*all_dates(page), *yearless_dates(page, day)):
        assert 0 <= found.start < found.end <= len(page)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the scan of 3 august", dt.date(2016, 8, 3)),
        ("seen december 24 there", dt.date(2015, 12, 24)),
        ("labs on 06/05 were fine", dt.date(2016, 6, 5)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_the_record(text: str, day: dt.date) -> None:
    assert [found.value for found in yearless_dates(text, dt.date(2016, 11, 22))] == [day]


def test_a_measure_is_no_day() -> None:
    assert not yearless_dates("strength of 4/5, pain 7/10, august 2015", dt.date(2016, 11, 22))


def test_months_take_the_last_year_that_had_them() -> None:
    assert months("the film in november, the other of may 2014", dt.date(2016, 4, 30)) == [(2015, 11), (2014, 5)]
