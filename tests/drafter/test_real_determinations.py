"""Every real determination drafts without a crash and keeps the promises, checked apart from the verifier."""

from __future__ import annotations

import pytest

from benchmarks.guideline_choice import measure
from benchmarks.promises import broken_promises
from drafter.case import Case
from drafter.draft import Draft
from drafter.intake import read_letter
from drafter.pipeline import draft_case


@pytest.fixture(scope="module")
def drafts(real_letters, desk) -> list[tuple[Case, Draft]]:
    cases = [read_letter(path).case for path in real_letters]
    return [(case, draft_case(case, desk)) for case in cases]


def test_every_item_is_drafted_once_and_in_order(drafts):
    for case, draft in drafts:
        assert [item.number for item in draft.items] == [item.number for item in case.items]
        assert [item.lock for item in draft.items] == [item.lock for item in case.items]


def test_no_draft_is_blocked(drafts):
    blocked = [
        (draft.case.case_number, flag)
        for _, draft in drafts
        for flag in (*draft.flags, *(flag for item in draft.items for flag in item.flags))
        if flag.severity == "block"
    ]
    assert blocked == []


def test_no_sentence_breaks_promises_1_to_3(drafts):
    assert [breach for case, draft in drafts for breach in broken_promises(draft, case)] == []


def test_the_chosen_guideline_is_usually_the_physicians(real_letters):
    choices = measure(real_letters)
    assert sum(choice.first for choice in choices) >= 0.60 * len(choices)
    assert sum(choice.in_three for choice in choices) >= 0.85 * len(choices)
