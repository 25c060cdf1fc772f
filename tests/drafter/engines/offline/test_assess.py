"""Which criteria an item is measured by, where a guideline tests a first course and its continuation differently."""

from __future__ import annotations

import pytest

from drafter.case import Record
from drafter.criteria.library import library
from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.evidence.reading import CaseReading
from tests.drafter.builders import chosen, disputed, make_case
from tests.drafter.evidence.files import filed
from vectorstore.embedder import get_embedder

SYNVISC = "Synvisc injections, right knee, series of three"
NORCO = "Norco 10/325 mg #90"
FIRST_SERIES = (
    "The right knee has symptomatic osteoarthritis on x-ray. Twelve weeks of physical therapy and naproxen failed. "
    "A cortisone injection of the right knee gave no relief. "
)


PROGRAM = "Functional restoration program, 10 days"
FIT_FOR_PROGRAM = (
    "An interdisciplinary evaluation with baseline functional testing has been done. Therapy, injections and "
    "medication have failed and nothing else is likely to help. He can no longer dress or cook without help. "
    "He is motivated to change."
)


def statuses(card: str, request: str, summary: str, *records: Record) -> dict[str, str]:
    case = make_case(disputed(1, request), summary=summary, records=records)
    guidelines = (chosen(library(), card, case, 1),)
    matter = Matter(case, case.items[0], CaseReading(case, get_embedder()), library(), guidelines)
    return {finding.id: finding.status for finding in assess_item(matter)}


def test_a_first_series_is_not_measured_by_what_a_repeat_asks_for():
    found = statuses("odg-knee-hyaluronic-acid-injections", SYNVISC, FIRST_SERIES)
    assert found["steroid"] == "met"
    assert "repeat" not in found


def test_after_an_earlier_series_a_repeat_is_what_is_asked_for():
    found = statuses(
        "odg-knee-hyaluronic-acid-injections", SYNVISC, FIRST_SERIES + "She had Synvisc injections in 2013."
    )
    assert "repeat" in found


def test_where_not_all_of_a_first_course_is_documented_a_repeat_stays_possible():
    found = statuses(
        "odg-knee-hyaluronic-acid-injections", SYNVISC, "The right knee has osteoarthritis on x-ray. Naproxen failed."
    )
    assert found["steroid"] == found["repeat"] == "not_documented"


def test_who_benefits_from_a_drug_is_not_asked_what_failed_before_it():
    found = statuses(
        "mtus-chronic-pain-2009-opioids-criteria-for-use",
        NORCO,
        "With Norco his pain falls from 8/10 to 4/10 and he has returned to work. He reports no side effects.",
    )
    assert found["continue"] == "met"
    assert "non-opioid" not in found


def test_a_drug_of_which_nothing_is_known_is_measured_by_both():
    found = statuses(
        "mtus-chronic-pain-2009-opioids-criteria-for-use", NORCO, "He has low back pain. The back is tender."
    )
    assert {"continue", "non-opioid"} <= set(found)


@pytest.mark.parametrize(
    ("told", "measured"),
    [
        ("A functional restoration program is requested for him.", False),
        ("He was seen for a functional restoration evaluation.", False),
        ("He completed two weeks of the functional restoration program.", True),
    ],
)
def test_a_whole_file_that_nowhere_tells_of_an_earlier_course_is_asked_for_no_gains_from_one(
    told: str, measured: bool
) -> None:
    card = "mtus-chronic-pain-2016-chronic-pain-programs-functional-restoration-programs"
    asked = filed("asked", f"Requested: {PROGRAM}.", "2017-05-03", kind="rfa")
    note = filed("note", f"{FIT_FOR_PROGRAM} {told}", "2017-05-02", kind="progress_note")
    assert ("gains" in statuses(card, PROGRAM, "", asked, note)) == measured


def test_the_short_summary_of_a_letter_does_not_show_that_a_course_is_the_first() -> None:
    card = "mtus-chronic-pain-2016-chronic-pain-programs-functional-restoration-programs"
    assert statuses(card, PROGRAM, FIT_FOR_PROGRAM)["gains"] != "met"


def test_a_steroid_that_did_nothing_is_no_failed_series_of_another_drug():
    earlier = "Two cortisone shots, the second of which did nothing."
    found = statuses("odg-knee-hyaluronic-acid-injections", SYNVISC, "He had Synvisc injections in 2013. " + earlier)
    assert found["repeat"] == "not_documented"
    assert found["steroid"] == "met"


def test_what_was_done_is_quoted_before_what_is_asked_for():
    done = filed("note", "He underwent right rotator cuff repair on 5/8/2017.", "2017-05-20", kind="progress_note")
    asked = filed("plan", "Request 12 more post-operative PT visits.", "2017-09-26", kind="progress_note")
    case = make_case(disputed(1, "Post-operative physical therapy, right shoulder, 12 visits"), records=(done, asked))
    guidelines = (chosen(library(), "mtus-postsurgical-2009-shoulder", case, 1),)
    matter = Matter(case, case.items[0], CaseReading(case, get_embedder()), library(), guidelines)
    operation = next(finding for finding in assess_item(matter) if finding.id == "surgery")
    assert [span.record for span in operation.evidence][:2] == ["note", "plan"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Trazodone 50 mg left him foggy till noon.", "not_documented"),
        ("No BM for three days at times, senna helps.", "met"),
        ("Trazodone left him foggy, Norco makes him drowsy.", "met"),
    ],
)
def test_the_side_effects_of_another_drug_are_not_those_of_the_one_in_dispute(said, status):
    assert statuses("mtus-opioids-2016-chronic-maintenance", NORCO, said)["side-effects"] == status
