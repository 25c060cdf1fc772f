"""Promise 10: nothing about the reviewer that the configuration does not say."""

from __future__ import annotations

import pytest

from drafter.case import Qualifications
from tests.drafter.builders import MASSAGE, SUMMARY, disputed, make_case, span
from tests.drafter.verification.sample import (
    brace_item,
    case_with,
    changed,
    codes_of,
    flags_of,
    massage_item,
    with_sentence,
)

CLAIMS = [
    "The reviewer is board certified in Orthopaedic Surgery.",
    "The reviewer is licensed to practice in Texas.",
    "The reviewer has over twenty years of clinical practice.",
    "With 15 years of experience, massage is rarely helpful.",
    "Reviewed by Jane Doe.",
    "Jane Q. Doe, M.D., finds no benefit.",
    "Dr. Miller finds no benefit of massage.",
    "As a board-certified physiatrist, massage is no option.",
    "I am a licensed physician and find no benefit.",
    "In my experience massage does not last.",
    "The reviewer is fellowship-trained.",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_that_nothing_configures_is_blocked(text):
    flags = [flag for flag in flags_of(with_sentence(text, "r3")) if flag.code == "credential-claim"]
    assert flags
    assert {(flag.severity, flag.where) for flag in flags} == {("block", "item 1 sentence 6")}


@pytest.mark.parametrize("text", CLAIMS[:3])
def test_what_the_reviewer_must_look_at_holds_no_claim_either(text):
    assert "credential-claim" in codes_of(changed(brace_item(), needs_reviewer=(text,)))


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The reviewer is board certified in Orthopaedic Surgery.", True),
        ("The reviewer is licensed to practice in Texas.", True),
        ("The reviewer is board certified in Neurology.", False),
        ("The reviewer is licensed to practice in Ohio.", False),
        ("The reviewer has 20 years of experience.", False),
    ],
)
def test_only_what_is_configured_may_be_said(text, allowed):
    reviewer = Qualifications(licensure=("Texas",), specialty="Orthopaedic Surgery")
    case = make_case(disputed(1, MASSAGE), reviewer=reviewer)
    item = with_sentence(text, "r3", item=massage_item(case))
    assert ("credential-claim" not in codes_of(item, case)) is allowed


@pytest.mark.parametrize(
    "said", ["Dr. Miller examined the back.", "He saw a board certified surgeon.", "John Roe, D.C., treated the back."]
)
def test_a_name_or_title_of_a_cited_record_is_no_claim(said):
    case = case_with(f"{SUMMARY} {said}", MASSAGE)
    item = with_sentence(said, "r9", item=massage_item(case), extra={"r9": span(case, said)})
    assert "credential-claim" not in codes_of(item, case)
