"""The review answers its question: no causation, no other treatment, no base rates, no precedent as a reason."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.draft import Precedent
from tests.drafter.builders import CASE_NUMBER, SUMMARY, span
from tests.drafter.verification.sample import case_with, changed, codes_of, massage_item, with_sentence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The low back pain is not causally related to the injury.", "decides-causation"),
        ("The pain is non-industrial.", "decides-causation"),
        ("Apportionment of the pain is warranted.", "decides-causation"),
        ("The pain is due to pre-existing degeneration.", "decides-causation"),
        ("The low back is not a compensable body part.", "decides-causation"),
        ("I would recommend physical therapy instead.", "recommends-alternative"),
        ("The reviewer recommends a home program.", "recommends-alternative"),
        ("A home program would be more appropriate.", "recommends-alternative"),
        ("Alternatively, acupuncture should be tried.", "recommends-alternative"),
        ("He should instead receive acupuncture.", "recommends-alternative"),
        ("About 90% of similar requests are refused.", "cites-base-rate"),
        ("Most of these requests are upheld.", "cites-base-rate"),
        ("The overturn rate for massage is low.", "cites-base-rate"),
        ("Similar requests are usually upheld.", "cites-base-rate"),
        ("A prior determination refused massage.", "precedent-as-authority"),
        ("In CM13-0012345 massage was refused.", "precedent-as-authority"),
        ("There is precedent for this.", "precedent-as-authority"),
    ],
)
def test_a_sentence_outside_the_question_is_blocked(text, code):
    assert code in codes_of(with_sentence(text, "r3"))


@pytest.mark.parametrize(
    "text",
    [
        "The worker sustained a work-related injury on March 2, 2014.",
        "Massage is recommended as an adjunct to exercise.",
        "The guideline recommends exercise.",
        "Pain was unchanged in most areas after massage.",
        f"Case {CASE_NUMBER} concerns massage.",
    ],
)
def test_ordinary_sentences_pass(text):
    codes = {"decides-causation", "recommends-alternative", "cites-base-rate", "precedent-as-authority"}
    assert not codes & codes_of(with_sentence(text, "r3"))


@pytest.mark.parametrize(
    "said",
    [
        "The QME found that the pain is not causally related to work.",
        "The surgeon wrote that acupuncture would be more helpful.",
        "A prior determination refused massage.",
    ],
)
def test_reporting_a_cited_record_is_no_decision(said):
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    item = with_sentence(said, "r9", item=massage_item(case), extra={"r9": span(case, said)})
    codes = {"decides-causation", "recommends-alternative", "cites-base-rate", "precedent-as-authority"}
    assert not codes & codes_of(item, case)


@pytest.mark.parametrize(
    ("number", "decided", "forbidden"),
    [
        (CASE_NUMBER, dt.date(2013, 1, 1), True),
        ("CM98-0000001", dt.date(2014, 8, 12), True),
        ("CM98-0000001", dt.date(2015, 1, 1), True),
        ("CM98-0000001", dt.date(2014, 8, 11), False),
    ],
)
def test_the_cases_own_and_later_decisions_are_forbidden(number, decided, forbidden):
    precedent = Precedent(case_number=number, request="massage", decided=decided, score=0.5)
    assert ("precedent-forbidden" in codes_of(changed(massage_item(), precedents=(precedent,)))) is forbidden
