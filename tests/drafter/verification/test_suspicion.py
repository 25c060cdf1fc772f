"""Sentences that are no reason, in wordings that no pattern knows: their words give them away, as a warning."""

from __future__ import annotations

import pytest

from tests.drafter.builders import SUMMARY, span
from tests.drafter.verification.sample import case_with, codes_of, flags_of, massage_item, with_sentence

SUSPECT = {
    "decides-causation": "Age-related wear explains the findings better than the fall does.",
    "recommends-alternative": "Three of the twelve visits are certified.",
    "cites-base-rate": "In the great majority of reviews the refusal stands.",
    "precedent-as-authority": "A colleague in a like dispute sided with the insurer.",
    "authority-uncited": "Researchers reported no lasting effect.",
    "competing-unreasoned": "The ODG entry is more persuasive than the MTUS section.",
    "demographic-reason": "Latino patients often overstate their symptoms.",
    "overconfident": "The result is a foregone conclusion.",
    "credential-claim": "I am a physiatrist with a practice in Fresno.",
    "defers-to-ur": "There is no reason to depart from the non-certification.",
    "verdict-elsewhere": "This item should have been authorized.",
}
ORDINARY = (
    "He has had eight visits of physical therapy, and no gain in function was recorded.",
    "The patient still takes ibuprofen, and the note does not say that it failed.",
    "A home exercise program was taught, but the record does not say that it is being done.",
    "No trial of a first-line drug stands in the file.",
    "The worker was injured while lifting a box, and has had low back pain since.",
    "The guideline's condition is met: the pain has lasted longer than three months.",
    "The number of visits asked for is within what the guideline allows.",
    "The sleep study showed mild apnea.",
    "The patient is a 54-year-old man with low back pain.",
    "A urine drug test was consistent with the prescriptions.",
    "The provider recommends physical therapy to restore motion.",
    "This review cannot agree with utilization review.",
)


@pytest.mark.parametrize(("code", "text"), SUSPECT.items(), ids=lambda value: value[:24])
def test_a_new_wording_is_warned_of(code, text):
    flags = [flag for flag in flags_of(with_sentence(text, "r3")) if flag.code == code]
    assert [flag.severity for flag in flags] == ["warn"]


@pytest.mark.parametrize("text", ORDINARY)
def test_what_a_rationale_has_to_say_is_not_suspect(text):
    assert not SUSPECT.keys() & codes_of(with_sentence(text, "r3"))


@pytest.mark.parametrize("text", SUSPECT.values(), ids=lambda text: text[:24])
def test_telling_what_a_cited_record_says_is_no_reason_of_the_draft(text):
    case = case_with(f"{SUMMARY} {text}", "6 massage therapy sessions, lumbar spine")
    told = with_sentence(text, "r9", item=massage_item(case), extra={"r9": span(case, text)})
    assert not SUSPECT.keys() & codes_of(told, case)


def test_a_sentence_that_a_pattern_names_is_named_once():
    flags = flags_of(with_sentence("The pain is due to pre-existing degeneration, not to the injury.", "r3"))
    assert [flag.severity for flag in flags if flag.code == "decides-causation"] == ["block"]
