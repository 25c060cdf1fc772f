"""Sections and tests that fit the request; the other side of a finding."""

from __future__ import annotations

import pytest

from tests.drafter.builders import MASSAGE, SUMMARY, disputed, finding, make_case, passage, span
from tests.drafter.verification.sample import (
    LIBRARY,
    UNCHANGED,
    case_with,
    changed,
    codes_of,
    massage_item,
    with_sentence,
)


@pytest.mark.parametrize(("card", "off"), [("nsaid", True), ("massage", False), ("support", False)])
def test_a_section_on_another_treatment(card, off):
    item = with_sentence("The guideline speaks of this.", "g9", role="guideline", extra={"g9": passage(LIBRARY, card)})
    assert ("guideline-off-request" in codes_of(item)) == off


@pytest.mark.parametrize(
    ("applies", "care", "confused"),
    [("initial", "continuing", True), ("continuing", "continuing", False), ("any", "initial", False)],
)
def test_the_other_stages_test(applies, care, confused):
    cards = dict(LIBRARY.cards)
    criteria = tuple(entry.model_copy(update={"applies": applies}) for entry in cards["massage"].criteria)
    cards["massage"] = cards["massage"].model_copy(update={"criteria": criteria})
    case = make_case(disputed(1, MASSAGE, care=care))
    assert ("stage-confused" in codes_of(massage_item(case), case, LIBRARY._replace(cards=cards))) == confused


def _item(case, **fields):
    return changed(massage_item(case), criteria=(finding(LIBRARY, "massage", "exercise", case, **fields),))


def test_the_other_side_is_named_in_the_rationale():
    case = case_with(SUMMARY, MASSAGE)
    item = _item(case, status="met", evidence=(span(case, UNCHANGED),))
    silent = changed(item, rationale=tuple(entry for entry in item.rationale if entry.criterion != "exercise"))
    assert "contrary-omitted" in codes_of(silent, case)
    assert "contrary-omitted" not in codes_of(item, case)


def test_what_speaks_against_a_finding_is_listed_with_it():
    done, denied = "He attends physical therapy.", "At the visit he said that he never attends physical therapy."
    case = case_with(f"{SUMMARY} {done} {denied}", MASSAGE)
    hidden = _item(case, status="met", evidence=(span(case, done),))
    listed = _item(case, status="contrary", evidence=(span(case, done),), contrary=(span(case, denied),))
    assert "contrary-not-listed" in codes_of(hidden, case)
    assert "contrary-not-listed" not in codes_of(listed, case)


def test_what_was_so_before_need_not_be_listed():
    done, before = "He attends physical therapy.", "Previously he never attended physical therapy."
    case = case_with(f"{SUMMARY} {done} {before}", MASSAGE)
    assert "contrary-not-listed" not in codes_of(_item(case, status="met", evidence=(span(case, done),)), case)
