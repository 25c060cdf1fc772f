"""The date of the request for authorization is taken only where the summary leaves no doubt."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.case import CaseHeader
from drafter.intake.request_date import find_request_date

HEADER = CaseHeader(case_number="CM1", date_of_injury=date(2013, 3, 4), ur_denial_date=date(2015, 1, 20))


@pytest.mark.parametrize(
    "summary",
    [
        "A Request for Authorization, dated 01/12/2015, was provided.",
        "The request for authorization form was signed on 1-12-15.",
        "A request for authorization for form dated 01/12/2015 was submitted for an MRI.",
        "On 01/12/2015, the Request for Authorization requested acupuncture.",
        "On a January 12, 2015 RFA form, physical therapy was ordered.",
        "On an RFA form dated January 12, 2015, an MRI was ordered.",
        "The RFA (request for authorization) dated January 12, 2015 asks for a cane. The RFA dated 1/12/15 is signed.",
    ],
)
def test_one_clear_date(summary):
    assert find_request_date(summary, HEADER) == date(2015, 1, 12)


@pytest.mark.parametrize(
    "summary",
    [
        "A Request for Authorization was not provided.",
        "A Request for Authorization was not provided. He was seen on 01/12/2015.",
        "The request for authorization asks for an MRI; the one of 01/12/2015 was normal.",
        "The RFA was dated 01/05/2015. The RFA for this request was dated 01/12/2015.",
        "A Request for Authorization is dated 02/12/2015.",
        "A Request for Authorization is dated 01/12/2012.",
        "A Request for Authorization is dated 10/12/2014.",
        "The report of 01/12/2015 mentions pain.",
    ],
)
def test_no_date_where_there_is_none_or_doubt(summary):
    assert find_request_date(summary, HEADER) is None


def test_a_header_without_dates_rules_nothing_out():
    header = CaseHeader(case_number="CM1")
    assert find_request_date("A Request for Authorization is dated 02/12/2015.", header) == date(2015, 2, 12)
