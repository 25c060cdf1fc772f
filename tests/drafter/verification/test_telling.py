"""Sentences tell what their quotes say: done or planned, affirmed or denied, the record or utilization review."""

from __future__ import annotations

import pytest

from tests.drafter.builders import MASSAGE, SUMMARY, span
from tests.drafter.verification.sample import case_with, codes_of, flags_of, massage_item, with_sentence


def told(text: str, said: str):
    case = case_with(f"{SUMMARY} {said}", MASSAGE)
    return with_sentence(text, "r9", item=massage_item(case), extra={"r9": span(case, said)}), case


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He underwent physical therapy.", "Physical therapy was recommended."),
        ("He completed acupuncture.", "A request for acupuncture is pending."),
        ("He received an epidural steroid injection.", "The plan is to obtain an epidural steroid injection."),
        ("An MRI was performed.", "The treatment plan included an MRI."),
    ],
)
def test_a_plan_told_as_done_is_a_warning(text, said):
    flags = flags_of(*told(text, said))
    assert ("planned-as-done", "warn") in {(flag.code, flag.severity) for flag in flags}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He underwent physical therapy.", "He completed physical therapy."),
        ("He received an injection.", "An epidural steroid injection was performed, and another is planned."),
        ("Acupuncture was recommended.", "Acupuncture was recommended."),
    ],
)
def test_what_was_done_passes(text, said):
    assert "planned-as-done" not in codes_of(*told(text, said))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The record shows motor weakness of the leg.", "There is no motor weakness of the leg."),
        ("He has bowel incontinence.", "He denies bowel incontinence."),
        ("Examination showed spinal instability.", "Spinal instability was not found."),
    ],
)
def test_affirming_what_the_quote_denies_is_a_warning(text, said):
    flags = flags_of(*told(text, said))
    assert ("negation-flipped", "warn") in {(flag.code, flag.severity) for flag in flags}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The record shows motor weakness of the leg.", "There is motor weakness of the leg."),
        ("Motor weakness is denied by the patient.", "He denies motor weakness."),
        ("On motor weakness, the record speaks against it: “He denies motor weakness”.", "He denies motor weakness."),
    ],
)
def test_telling_it_rightly_passes(text, said):
    assert "negation-flipped" not in codes_of(*told(text, said))


@pytest.mark.parametrize(
    "said",
    [
        "Utilization review noted prior massage with poor benefit.",
        "The claims administrator stated that massage was of poor benefit.",
        "The massage was non-certified, since its benefit was poor.",
    ],
)
def test_a_finding_that_only_utilization_review_states_is_a_warning(said):
    assert "rests-on-ur" in codes_of(*told("Massage was of poor benefit.", said))
    assert "rests-on-ur" not in codes_of(*told("Massage was of poor benefit.", "Massage was of poor benefit."))
