"""The massage-therapy case, drafted end to end: what a reviewer must find in it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from drafter.draft import DraftItem, Finding
from drafter.pipeline import draft_case


@pytest.fixture(scope="module")
def draft(desk, seed_letter):
    return draft_case(seed_letter.case, desk)


@pytest.fixture(scope="module")
def item(draft) -> DraftItem:
    (only,) = draft.items
    return only


def finding(item: DraftItem, words: str) -> Finding:
    (found,) = [f for f in item.criteria if words in f.text.lower()]
    return found


def prose(item: DraftItem) -> str:
    return " ".join(sentence.text for sentence in item.rationale)


def test_the_refusal_stands(item):
    assert item.outcome == "upheld"


def test_the_guideline_is_the_2009_edition_page_60(item):
    first = item.guidelines[0]
    assert (first.guideline, first.section, first.pages) == ("mtus-chronic-pain-2009", "Massage therapy", "60")
    assert first.as_of == date(2014, 8, 25)
    assert "Massage therapy, p. 60" in prose(item)


@pytest.mark.parametrize("reason", ["exercise", "flare-up", "functional improvement"])
def test_the_human_reasons_are_given_with_proof(item, reason):
    found = finding(item, reason)
    assert found.status in ("not_documented", "not_met")
    assert found.searched or found.contrary
    sentence = next(s for s in item.rationale if s.criterion == found.id)
    assert reason in sentence.text
    assert sentence.citations


def test_functional_improvement_is_tied_to_what_the_record_says_instead(item):
    quotes = " ".join(span.quote for f in item.criteria for span in (*f.evidence, *f.contrary, *f.searched))
    assert "home exercise program" in quotes
    assert "during acute flare-up" in quotes


def test_the_count_is_within_the_range_and_does_not_decide(item):
    (sentence,) = [s.text for s in item.rationale if s.role == "limit"]
    assert re.search(r"\b6 visits\b.*\bwithin\b.*\b4 to 6\b.*does not decide", sentence)


def test_the_report_after_ur_is_flagged(item, draft):
    flags = [*draft.flags, *item.flags]
    assert any(flag.code == "post-dates-ur" and "8/29/14" in flag.message for flag in flags)


def test_no_flag_blocks(item, draft):
    assert not [flag for flag in (*draft.flags, *item.flags) if flag.severity == "block"]


def test_its_own_determination_is_no_precedent(item):
    assert item.precedents == ()


def test_nothing_is_pasted_from_the_summary(item, seed_letter):
    summary = seed_letter.determination.clinical_summary
    for sentence in item.rationale:
        unquoted = re.sub(r"“[^”]*”", "", sentence.text).replace(item.request, "")
        words = unquoted.split()
        runs = [" ".join(words[i : i + 9]) for i in range(len(words) - 8)]
        assert not [run for run in runs if run in summary]
