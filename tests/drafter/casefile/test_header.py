"""The header of a case, from its forms."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.case import CaseHeader
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import case_texts, pages

NOTICE = """NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION
IMR Case Number: CM99-0000777
Employee: Una Brill
{rest}"""


def header(*texts: str) -> CaseHeader:
    return _case(index_records(pages(*texts)), "unnumbered-1").header


@pytest.mark.parametrize(
    "rest",
    [
        "Application Received: 4/9/2015\nDate Assigned: 4/20/2015\nPriority: Standard",
        "The application was received on April 9, 2015, and assigned to this organization on April 20, 2015.\n"
        "It will be handled as a Standard review.",
        "Date of assignment 04/20/2015\nDate received 04/09/2015\nReview type: Regular",
    ],
)
def test_a_notice_gives_number_dates_and_priority(rest: str) -> None:
    found = header(NOTICE.format(rest=rest), *case_texts())
    assert found.case_number == "CM99-0000777"
    assert (found.application_received, found.date_assigned) == (dt.date(2015, 4, 9), dt.date(2015, 4, 20))
    assert found.priority == "Standard"


def test_without_a_notice_the_dates_of_the_forms_stand_and_the_number_is_the_fallback() -> None:
    found = header(*case_texts())
    assert found.case_number == "unnumbered-1"
    assert (found.date_of_injury, found.ur_denial_date) == (dt.date(2014, 5, 6), dt.date(2015, 3, 20))
    assert found.request_date == dt.date(2015, 3, 10)
    assert found.date_assigned is None


def test_the_decision_dates_itself_where_no_form_does() -> None:
    assert header(*case_texts()[1:]).ur_denial_date == dt.date(2015, 3, 20)


def test_the_injury_is_the_one_that_most_documents_name() -> None:
    texts = [*case_texts(), case_texts()[3].replace("Subjective", "Date of injury: 6/5/2014\nSubjective")]
    assert header(*texts).date_of_injury == dt.date(2014, 5, 6)


@pytest.mark.parametrize(
    "paper",
    [
        "NOTICE OF ASSIGNMENT\nIMR case no. CM99 - OOOO777\nAssigned to this organization on April 20, 2015.\n"
        "Application received: April 9, 2015",
        "FACSIMILE COVER SHEET\n\nRecords of Una Brill, IMR CM99-0000777, application received 04/09/2015, assigned"
        " 04/20/2015",
    ],
)
def test_number_and_dates_are_found_on_a_scan_or_a_cover_sheet(paper: str) -> None:
    found = header(paper, *case_texts())
    assert found.case_number == "CM99-0000777"
    assert (found.application_received, found.date_assigned) == (dt.date(2015, 4, 9), dt.date(2015, 4, 20))
