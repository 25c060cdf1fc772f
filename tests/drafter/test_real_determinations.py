"""Every real determination drafts without a crash and keeps the promises, checked apart from the verifier."""

from __future__ import annotations

import pytest

from benchmarks.guideline_choice import measure
from drafter.case import Case, Span
from drafter.criteria.library import library
from drafter.draft import Draft
from drafter.intake import read_letter
from drafter.lock import find_numbers
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


def test_every_sentence_cites_verbatim_text(drafts):
    cards = library().cards
    for case, draft in drafts:
        for item in draft.items:
            assert all(sentence.citations for sentence in item.rationale)
            for citation in item.citations.values():
                if isinstance(citation, Span):
                    record = case.record(citation.record)
                    assert record is not None
                    text = record.pages[citation.page - 1].text
                else:
                    text = cards[citation.card].facts
                assert text[citation.start : citation.end] == citation.quote


def test_every_number_comes_from_what_its_sentence_cites(drafts):
    for case, draft in drafts:
        for item in draft.items:
            for sentence in item.rationale:
                cited = [item.citations[name] for name in sentence.citations]
                allowed = " ".join([*(c.quote for c in cited), *(f"{g.citation} {g.edition}" for g in item.guidelines)])
                allowed += f" {item.lock.model_dump_json()}"
                if sentence.role == "dependency":
                    allowed += " " + " ".join(f"item {other.number}" for other in case.items)
                assert numbers(sentence.text) <= numbers(allowed), sentence.text


def numbers(text: str) -> set[float]:
    """Numbers in digits or words; `four` and `4` are the same claim."""
    return {found.value for found in find_numbers(text)}


def test_an_absence_is_never_claimed_without_a_search_of_every_sentence(drafts):
    for _, draft in drafts:
        for item in draft.items:
            by_id = {finding.id: finding for finding in item.criteria}
            for sentence in item.rationale:
                if sentence.role == "absence":
                    finding = by_id[sentence.criterion]
                    assert finding.sentences_searched > 0
                    assert finding.searched


def test_the_chosen_guideline_is_usually_the_physicians(real_letters):
    choices = measure(real_letters)
    assert sum(choice.first for choice in choices) >= 0.60 * len(choices)
    assert sum(choice.in_three for choice in choices) >= 0.85 * len(choices)
