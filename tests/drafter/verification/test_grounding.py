"""What is stated is in what is cited: words, studies, regulations, guidelines that compete."""

from __future__ import annotations

import pytest

from tests.drafter.verification.sample import codes_of, massage_item, with_sentence

UNCHANGED = "r3"
"""Cites "Pain was unchanged after the massage sessions."."""


@pytest.mark.parametrize(
    "text",
    [
        "The patient has had trouble sleeping and feels depressed.",
        "Films show instability with spondylolisthesis.",
        "He returned to full duty without restrictions.",
    ],
)
def test_what_no_quote_speaks_of_is_a_warning(text):
    assert "claim-ungrounded" in codes_of(with_sentence(text, UNCHANGED))


@pytest.mark.parametrize(
    "text",
    [
        "After the sessions of massage the pain had not changed.",
        "The massage left his pain unchanged.",
        "Earlier massage brought no change in pain.",
        "The record documents no benefit: “Pain was unchanged after the massage sessions”.",
    ],
)
def test_other_words_for_the_same_pass(text):
    assert "claim-ungrounded" not in codes_of(with_sentence(text, UNCHANGED))


def test_words_of_the_request_need_the_request():
    said = "He completed massage therapy."
    assert "claim-ungrounded" in codes_of(with_sentence(said, "r2"))
    assert "claim-ungrounded" not in codes_of(with_sentence(said, "r2", "r1"))


def test_the_guideline_is_held_to_its_passage():
    flags = codes_of(with_sentence("It requires a psychological evaluation beforehand.", "g1", role="guideline"))
    assert "claim-ungrounded" in flags
    assert "claim-ungrounded" not in codes_of(
        with_sentence("Massage goes with active exercise.", "g1", role="guideline")
    )


@pytest.mark.parametrize(
    "text",
    [
        "A Cochrane review of massage found no benefit.",
        "Recent randomized trials of massage support the sessions.",
        "According to Smith et al., massage does not change pain.",
        "The literature does not support massage.",
        "8 CCR 9792.31 excludes massage.",
    ],
)
def test_studies_and_law_that_nothing_cites(text):
    assert "authority-uncited" in codes_of(with_sentence(text, UNCHANGED))


@pytest.mark.parametrize(
    "text",
    ["The sleep study was not done.", "An imaging study of the spine shows little.", "He recalled two trials of it."],
)
def test_studies_of_the_patient_are_no_literature(text):
    assert "authority-uncited" not in codes_of(with_sentence(text, UNCHANGED))


def test_one_guideline_over_another_needs_reasons():
    bare = "ODG is more current than the MTUS and is followed."
    weighed = "ODG is more current than the MTUS, whose studies are of lower quality of evidence under 8 CCR 9792.25.1."
    assert "competing-unreasoned" in codes_of(with_sentence(bare, "g1"))
    assert "competing-unreasoned" not in codes_of(with_sentence(weighed, "g1"))


def test_the_sound_item_has_none_of_these():
    assert not {"claim-ungrounded", "authority-uncited", "competing-unreasoned"} & codes_of(massage_item())
