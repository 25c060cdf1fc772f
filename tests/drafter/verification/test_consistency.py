"""Header, list of records, dates and counts agree."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.verification import verify
from tests.drafter.builders import HEADER, MASSAGE, SUMMARY, disputed, make_case, make_draft
from tests.drafter.verification.sample import (
    CASE,
    LIBRARY,
    case_with,
    codes_of,
    draft_codes,
    massage_item,
    sound_draft,
    with_sentence,
)


@pytest.mark.parametrize(
    "fields",
    [
        {"case_number": "CM99-0000002"},
        {"ur_denial_date": dt.date(2014, 7, 16)},
        {"date_of_injury": None},
        {"priority": "Expedited"},
    ],
)
def test_the_header_is_the_cases(fields):
    draft = sound_draft()
    altered = draft.model_copy(update={"case": draft.case.model_copy(update=fields)})
    assert draft_codes(altered) == {"header-altered"}


@pytest.mark.parametrize(
    "fields",
    [
        {"date_of_injury": dt.date(2014, 7, 9)},
        {"request_date": dt.date(2014, 7, 16)},
        {"date_assigned": dt.date(2014, 7, 1)},
        {"ur_denial_date": dt.date(2014, 8, 1)},
    ],
)
def test_header_dates_in_an_impossible_order_are_a_warning(fields):
    case = make_case(disputed(1, MASSAGE), summary="He has low back pain.", header=HEADER.model_copy(update=fields))
    flags = [f for f in verify(make_draft(case), case, LIBRARY).flags if f.code == "dates-out-of-order"]
    assert {flag.severity for flag in flags} == {"warn"}


@pytest.mark.parametrize(
    "said",
    [
        "Utilization review denied the request on 7/16/2014.",
        "On July 14, 2014, utilization review non-certified the request.",
        "The utilization review dated 07-17-14 denied the request.",
        "The UR (7/18/2014) modified the request.",
    ],
)
def test_another_ur_date_in_the_record_is_a_warning(said):
    case = case_with(f"He has low back pain. {said}", MASSAGE)
    assert "ur-date-differs" in {flag.code for flag in verify(make_draft(case), case, LIBRARY).flags}


@pytest.mark.parametrize(
    "said",
    [
        "Utilization review denied the request on 7/15/2014.",
        "On July 15, 2014, utilization review non-certified the request.",
        "Utilization review denied the request of 7/8/2014.",
        "He was seen on 7/10/2014.",
    ],
)
def test_the_same_ur_date_or_another_event_passes(said):
    case = case_with(f"He has low back pain. {said}", MASSAGE)
    assert "ur-date-differs" not in {flag.code for flag in verify(make_draft(case), case, LIBRARY).flags}


@pytest.mark.parametrize(
    "said",
    [
        "He sustained an industrial injury on 3/3/2014.",
        "The date of injury is 3/2/2013.",
        "He was injured on March 4, 2014.",
        "She filed a claim for an industrial injury of March 12, 2014.",
    ],
)
def test_another_date_of_injury_is_a_warning(said):
    case = case_with(f"He has low back pain. {said}", MASSAGE)
    assert "injury-date-differs" in {flag.code for flag in verify(make_draft(case), case, LIBRARY).flags}


@pytest.mark.parametrize("drop", [0, 1])
def test_a_record_that_is_not_listed_is_blocked(drop):
    draft = sound_draft()
    records = tuple(record for row, record in enumerate(draft.records) if row != drop)
    assert draft_codes(draft.model_copy(update={"records": records})) == {"record-list-differs"}


@pytest.mark.parametrize("fields", [{"pages": 7}, {"title": "Other"}, {"after_ur": True}, {"sha256": "0"}, {"id": "x"}])
def test_a_record_that_is_listed_otherwise_is_blocked(fields):
    draft = sound_draft()
    records = (draft.records[0], draft.records[1].model_copy(update=fields))
    assert "record-list-differs" in draft_codes(draft.model_copy(update={"records": records}))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("All 13 sentences of the record were searched.", True),
        ("All 14 sentences of the record were searched.", True),
        ("All 12 sentences of the record were searched.", False),
        ("The three items in dispute include massage.", True),
        ("The four items in dispute include massage.", False),
        ("Two records were reviewed.", True),
        ("Five documents were reviewed.", False),
    ],
)
def test_counts_of_the_drafts_own_material(text, right):
    codes = codes_of(with_sentence(text, "r1"))
    assert ("count-differs" not in codes) is right
    assert "number-unsupported" not in codes


def test_the_summary_has_the_sentences_that_the_tests_count():
    assert SUMMARY.count(". ") == 12
    assert CASE.record("summary") is not None
    assert massage_item().criteria[0].sentences_searched == 13
