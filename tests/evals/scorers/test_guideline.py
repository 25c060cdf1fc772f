"""Guideline agreement at three levels."""

from __future__ import annotations

import pytest

from evals.scorers.base import Unscored
from evals.scorers.guideline import same_section, score_item
from tests.drafter.builders import chosen
from tests.drafter.verification.sample import CASE, LIBRARY, massage_item, sound_draft
from tests.evals.builders import cited, context, target, without


def score(citations, *cards):
    drafted = without(massage_item(), guidelines=tuple(chosen(LIBRARY, card, CASE, 1) for card in cards))
    values = score_item(target(1, CASE, citations=citations), drafted, context(CASE, sound_draft(), LIBRARY))
    return {name.removeprefix("guideline."): value for name, value in values.items()}


def test_the_right_section_first_is_full_marks():
    values = score((cited("mtus-2009", "Massage therapy"),), "massage", "odg-massage")
    assert values.pop("family") is True
    assert all(value == 1 for value in values.values())


def test_the_right_chapter_with_another_section():
    values = score((cited("mtus-2009", "Lumbar supports"),), "massage")
    assert values["chapter_match"] is True
    assert values["section_match"] is False
    assert values["section_mrr"] == 0


def test_another_edition_is_another_chapter_of_the_same_family():
    values = score((cited("mtus-2016", "Massage therapy"),), "massage")
    assert values["family"] is True
    assert (values["chapter_match"], values["section_match"]) == (False, False)


def test_rank_decides_recall_hits_and_reciprocal_rank():
    values = score((cited("mtus-2016", "Massage therapy"), cited("mtus-2009", "NSAIDs")), "odg-massage", "new-massage")
    assert (values["chapter_match"], values["chapter_hit_3"], values["chapter_mrr"]) == (False, True, 0.5)
    assert (values["chapter_recall_1"], values["chapter_recall_3"]) == (0, 0.5)
    assert values["family"] is False


def test_a_fourth_place_is_no_hit_among_three_and_is_in_the_first_five():
    values = score((cited("mtus-2009", "NSAIDs"),), "odg-massage", "odg-massage", "odg-massage", "nsaid")
    assert values["section_hit_3"] is False
    assert (values["section_recall_3"], values["section_recall_5"], values["section_mrr"]) == (0, 1, 0.25)


def test_a_draft_without_guideline_is_wrong_and_not_unscored():
    values = score((cited("mtus-2009", "Massage therapy"),))
    assert (values["family"], values["chapter_match"], values["chapter_mrr"]) == (False, False, 0)


def test_what_the_physician_did_not_cite_is_unscored():
    outside = score((cited(None, mtus=False),), "odg-massage")
    assert outside["family"] is True
    assert outside["chapter_match"] == Unscored(unscored="the physician cites no MTUS guideline")
    unknown = score((cited(None, "Massage therapy"),), "massage")
    assert unknown["chapter_match"] == Unscored(unscored="the cited MTUS chapter is not in the timeline")
    nothing = score((), "massage")
    assert isinstance(nothing["family"], Unscored)
    no_section = score((cited("mtus-2009"),), "massage")
    assert no_section["chapter_match"] is True
    assert isinstance(no_section["section_match"], Unscored)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Massage therapy", "massage Therapy", True),
        ("Physical medicine", "Physical medicine treatment", True),
        ("TENS, chronic pain (transcutaneous electrical nerve stimulation)", "TENS, chronic pain", True),
        ("Opioids", "Opioids, criteria for use", False),
        ("Special Studies", "Diagnostic Criteria", False),
        ("(TENS)", "TENS", True),
        ("", "Massage", False),
    ],
)
def test_wordings_of_a_section(one, other, same):
    assert same_section(one, other) is same
    assert same_section(other, one) is same


def test_aliases_of_the_card_count():
    card = LIBRARY.cards["massage"].model_copy(update={"aliases": ("Manual soft tissue work",)})
    library = LIBRARY._replace(cards={**LIBRARY.cards, "massage": card})
    drafted = without(massage_item(), guidelines=(chosen(LIBRARY, "massage", CASE, 1),))
    wanted = target(1, CASE, citations=(cited("mtus-2009", "Manual soft tissue work"),))
    assert score_item(wanted, drafted, context(CASE, sound_draft(), library))["guideline.section_match"] is True
