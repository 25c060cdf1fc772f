"""A case file's draft states the employee's condition in the words of the file, each in its place, and names nobody."""

from __future__ import annotations

import pytest

from drafter.case import Record
from drafter.condition import describe_condition
from drafter.draft import ConditionQuote
from drafter.evidence.reading import CaseReading
from drafter.verification import verify
from tests.drafter.builders import make_case, span
from tests.drafter.evidence.files import filed, read
from tests.drafter.verification.sample import CASE, LIBRARY, sound_draft
from vectorstore.embedder import get_embedder

NOTE = """HISTORY
Ms. Harrow is a 52 year old baker who tripped over a hose on 3/4/2015 and landed on the right hip.
She walks with a cane.
DIAGNOSES:
1. Contusion of the right hip
2. Trochanteric bursitis, right
PLAN
MRI of the right hip."""
STUDY = """MRI RIGHT HIP
FINDINGS: There is fluid over the greater trochanter.
IMPRESSION:
Trochanteric bursitis without a gluteal tear.
Electronically signed by Odo Marsh, MD"""


def note(text: str = NOTE, day: str = "2015-06-01", **fields: object) -> Record:
    return filed("note", text, day, **{"kind": "progress_note", "title": "Progress report"} | fields)


def told(*records: Record) -> dict[str, list[str]]:
    quotes: dict[str, list[str]] = {}
    for part in describe_condition(read(*records)):
        quotes.setdefault(part.topic, []).append(" ".join(part.span.quote.split()))
    return quotes


def test_the_condition_is_told_by_person_diagnoses_and_study():
    study = filed("mri", STUDY, "2015-07-01", kind="imaging", title="MRI right hip")
    assert told(note(), study) == {
        "employee": ["52 year old baker who tripped over a hose on 3/4/2015 and landed on the right hip."],
        "diagnoses": ["Contusion of the right hip", "Trochanteric bursitis, right"],
        "study": ["Trochanteric bursitis without a gluteal tear."],
    }


def test_quotes_stand_where_they_are_said_to_stand():
    reading = read(note())
    for part in describe_condition(reading):
        page = reading.case.record(part.span.record).pages[part.span.page - 1]
        assert page.text[part.span.start : part.span.end] == part.span.quote


def test_the_latest_report_before_the_decision_speaks():
    old = filed("old", "ASSESSMENT: Lumbar strain, acute.", "2014-01-01", kind="consultation")
    late = filed("late", "ASSESSMENT: Fracture of the left wrist.", "2016-01-01", kind="progress_note", after_ur=True)
    assert told(old, note(), late)["diagnoses"][0] == "Contusion of the right hip"


def test_an_injury_without_an_age_is_told_from_the_description_on():
    text = "HPI: Harrow, Ann is a baker who was struck by a cart at work in March."
    assert told(note(text)) == {"injury": ["a baker who was struck by a cart at work in March."]}


@pytest.mark.parametrize(
    "text",
    [
        "No lifting over 15 lb at work.",
        "She fell in the shower at home last week.",
        "(52 y.o. F) DOB 3/4/1963 Appt. 9:30",
        "He denies that he slipped or fell at work.",
    ],
)
def test_restrictions_other_falls_and_page_heads_are_no_injury(text):
    assert told(note(text)) == {}


def test_what_utilization_review_says_is_no_account_of_the_condition():
    review = filed("ur", NOTE, "2015-08-01", kind="ur_decision", title="Notice of denial")
    assert told(review) == {}


def test_a_letter_summarises_the_condition_itself():
    case = make_case(summary="A 52 year old baker who tripped at work.")
    assert describe_condition(CaseReading(case, get_embedder())) == ()


def test_a_quote_that_was_altered_blocks_the_draft():
    place = span(CASE, "He performs stretching at home.")
    altered = place.model_copy(update={"quote": "He performs strengthening at home"})
    assert _flags(place) == set()
    assert _flags(altered) == {"quote-altered"}


def _flags(place):
    draft = sound_draft().model_copy(update={"condition": (ConditionQuote(topic="injury", span=place),)})
    checked = verify(draft, CASE, LIBRARY)
    return {flag.code for flag in checked.flags if "summary quote" in flag.where}


@pytest.mark.parametrize(
    "entry",
    [
        "1. Failed back surgery syndrome.",
        "Cervical strain, 847.0.",
        "2) Left knee medial meniscus tear",
        "Chronic pain",
    ],
)
def test_without_a_list_of_diagnoses_they_are_read_from_assessment_and_plan(entry):
    quotes = told(note(f"Assessment and plan\n{entry}\n3. Continue gabapentin for radiculopathy.\n"))["diagnoses"]
    assert len(quotes) == 1 and quotes[0].strip(".") in entry


@pytest.mark.parametrize(
    "entry",
    [
        "Continue care of the cervical strain.",
        "MRI to rule out a tear",
        "He asks whether the tear has healed.",
        "Rest.",
    ],
)
def test_what_is_ordered_or_asked_is_no_diagnosis(entry):
    assert "diagnoses" not in told(note(f"Assessment and plan\n{entry}\n"))
