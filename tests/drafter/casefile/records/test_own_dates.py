"""Dates of papers that were sent, printed later, or that log their visits without a year."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.case import RecordKind
from drafter.casefile.records import index_records
from drafter.casefile.records.dates import document_date
from tests.drafter.casefile.synthetic import pages


def dated(kind: RecordKind, text: str) -> dt.date | None:
    return document_date(kind, [text.lower().splitlines()])


@pytest.mark.parametrize(
    "text",
    [
        "From: m.ode@tide.example\nTo: records@iro.example\nDate: Tue, 5 May 2015 09:12:00 -0700\n"
        "Attached for the case of Una Brill, assigned 04/20/2015, application received 04/09/2015.",
        "PROOF OF SERVICE\nI am not a party to this matter. On May 5, 2015 I served\nthe records of Una Brill\n"
        "(injured May 6, 2014; assigned April 20, 2015) upon the review organization.",
    ],
)
def test_what_is_sent_has_the_day_it_was_sent(text: str) -> None:
    assert dated("correspondence", text) == dt.date(2015, 5, 5)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("progress_note", "SPINE CLINIC NOTE 03/09/15\nBack pain 4/10.\nRUN DATE: 05/22/15 TIDE CENTER PAGE 1"),
        ("other", "ADMITTED: 03/02/15 DISCHARGED: 03/09/15\nWalks 30 ft.\nRUN DATE: 05/22/15 TIDE CENTER PAGE 1"),
        ("progress_note", "3/9/2015 1:40 PM Procedure visit Department: Tide\nInjection.\nAddendum 3/20/2015: eased.\n"
         "Electronically signed by Orla Vance, MD, 3/20/2015"),
    ],
)  # fmt: skip
def test_the_day_of_a_visit_is_not_that_of_its_print_or_addendum(kind: RecordKind, text: str) -> None:
    assert dated(kind, text) == dt.date(2015, 3, 9)


def test_a_flow_sheet_has_the_last_of_its_days_side_by_side() -> None:
    assert dated("therapy_log", "FLOW SHEET\nDate 03-02-15 03-04-15 03-09-15\nVisit 1 2 3") == dt.date(2015, 3, 9)


def test_days_without_a_year_go_on_into_the_next_one() -> None:
    sheet = "FLOW SHEET 8 Nov 2014 - Jan 2015\nDATE 11/24 12/1 12/8 12/15 1/5 1/9\nPain in/out 7/6 7/5 6/5 5/4 5/4"
    assert dated("therapy_log", sheet) == dt.date(2015, 1, 9)


def test_a_first_line_that_is_a_date_is_no_number_of_a_records_service() -> None:
    letter = "May 5 2015\nTo whom it concern\nI am the husband of Una Brill. Please look at this again."
    (record,) = index_records(pages(letter)).records
    assert (record.kind, record.date) == ("correspondence", dt.date(2015, 5, 5))
