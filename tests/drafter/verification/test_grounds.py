"""Reasons that are none, chart shorthand, persons named."""

from __future__ import annotations

import pytest

from tests.drafter.builders import MASSAGE, make_draft, span
from tests.drafter.verification.sample import (
    case_with,
    changed,
    codes_of,
    draft_codes,
    massage_item,
    with_sentence,
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("defers-to-ur", "The reviewer agrees with the utilization review physician."),
        ("defers-to-ur", "For the reasons given by the claims administrator, the massage brings nothing."),
        ("defers-to-ur", "Since utilization review did not certify it, the massage brings nothing."),
        ("demographic-reason", "As the patient is represented by an attorney, gain has to be considered."),
        ("demographic-reason", "Given the patient's ethnicity, a good result is unlikely."),
        ("overconfident", "There is no doubt that the massage failed."),
        ("rests-on-number", "The request exceeds the number of visits and is therefore not medically necessary."),
        ("jargon", "Pt s/p ESI c/o LBP, DTRs WNL."),
        ("patient-identified", "Maria Gonzales was seen again."),
        ("patient-identified", "Account 77120934 was billed."),
        ("patient-identified", "The phone number is (555) 014-2277."),
    ],
)
def test_it_is_flagged(code, text):
    assert code in codes_of(with_sentence(text, "r3"))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("defers-to-ur", "Utilization review did not certify the request on 7/15/2014."),
        ("defers-to-ur", "This review does not agree with utilization review."),
        ("demographic-reason", "The worker is a 44-year-old clerk."),
        ("overconfident", "The record does not clearly say why."),
        ("rests-on-number", "The request for 6 visits is within the guideline's 4 to 6."),
        ("jargon", "An MRI and EMG of the lumbar spine were done."),
        ("patient-identified", "Lumbar Spine was the site. Physical Therapy is on record."),
    ],
)
def test_it_passes(code, text):
    assert code not in codes_of(with_sentence(text, "r3"))


def test_a_number_may_not_be_the_only_reason():
    item = massage_item()
    kept = tuple(
        sentence for sentence in item.rationale if sentence.role in ("request", "guideline", "limit", "conclusion")
    )
    assert "rests-on-number" in codes_of(changed(item, rationale=kept))
    assert "rests-on-number" not in codes_of(item)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("The patient is a 33-year-old female.", True),
        ("The 27-year-old male worker was seen.", True),
        ("The patient is a 45-year-old male.", False),
    ],
)
def test_a_page_of_another_patient(said, other):
    case = case_with(f"The worker is a 44-year-old male clerk. He was hurt. {said}", MASSAGE)
    assert ("other-patient" in draft_codes(make_draft(case), case)) == other


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Currently, the knee is swollen.", True),
        ("At the most recent visit, the knee was swollen.", True),
        ("On 1/5/2014, the knee was swollen.", False),
    ],
)
def test_an_old_note_told_as_the_present(text, stale):
    said = "The note of 1/5/2014 found a swollen knee."
    case = case_with(f"{said} On 6/10/2014 he walked well.", MASSAGE)
    extra = {"r9": span(case, said)}
    item = with_sentence(text, "r9", extra=extra)
    assert ("stale-as-current" in codes_of(item, case)) == stale


@pytest.mark.parametrize(
    ("day", "stale"), [("The record of 01/05/2014 documents", False), ("The record of 02/05/2014 documents", True)]
)
def test_who_gives_the_day_of_a_note_does_not_tell_it_as_the_present(day: str, stale: bool) -> None:
    said = "The note of 1/5/2014 found relief."
    case = case_with(f"{said} On 6/10/2014 she walked well.", MASSAGE)
    item = with_sentence(f"{day} relief from current medication.", "r9", extra={"r9": span(case, said)})
    assert ("stale-as-current" in codes_of(item, case)) == stale
