"""Which criteria an item is measured by, where a guideline tests a first course and its continuation differently."""

from __future__ import annotations

from drafter.criteria.library import library
from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.evidence.reading import CaseReading
from tests.drafter.builders import chosen, disputed, make_case
from vectorstore.embedder import get_embedder

SYNVISC = "Synvisc injections, right knee, series of three"
NORCO = "Norco 10/325 mg #90"
FIRST_SERIES = (
    "The right knee has symptomatic osteoarthritis on x-ray. Twelve weeks of physical therapy and naproxen failed. "
    "A cortisone injection of the right knee gave no relief. "
)


def statuses(card: str, request: str, summary: str) -> dict[str, str]:
    case = make_case(disputed(1, request), summary=summary)
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
