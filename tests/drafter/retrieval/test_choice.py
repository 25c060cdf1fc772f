"""The section in force for the treatment, drug, region and phase comes first."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.case import CaseHeader
from drafter.criteria.library import library
from drafter.retrieval import as_precedent, choose_guidelines, find_precedents, query
from tests.drafter.builders import disputed, make_case

IN_2014 = CaseHeader(case_number="CM99-0000003", ur_denial_date=dt.date(2014, 8, 25))
IN_2016 = CaseHeader(case_number="CM99-0000003", ur_denial_date=dt.date(2016, 12, 1))
IN_2018 = CaseHeader(case_number="CM99-0000003", ur_denial_date=dt.date(2018, 5, 11))
IN_2020 = CaseHeader(case_number="CM99-0000003", ur_denial_date=dt.date(2020, 10, 1))


def chapters(desk, header: CaseHeader, request: str, **lock) -> list[str]:
    case = make_case(disputed(1, request, **lock), header=header)
    return [chosen.guideline for chosen in choose_guidelines(case, case.items[0], desk.index, desk.library)]


@pytest.mark.parametrize(
    ("header", "request_text", "first"),
    [
        (IN_2014, "6 massage therapy sessions", "mtus-chronic-pain-2009"),
        (IN_2014, "MRI of the lumbar spine", "mtus-low-back-2004"),
        (IN_2014, "MRI of the left knee", "mtus-knee-2004"),
        (IN_2014, "Acupuncture, 6 visits", "mtus-acupuncture-2007"),
        (IN_2016, "Physical therapy 2x6 for the right shoulder", "mtus-chronic-pain-2016"),
        (IN_2016, "Norco 10/325 mg #60", "mtus-opioids-2016"),
        (IN_2016, "MRI of the cervical spine", "mtus-neck-2004"),
        (IN_2020, "MRI of the lumbar spine", "mtus-low-back-2019"),
        (IN_2020, "MRI of the left knee", "mtus-knee-2020"),
    ],
)
def test_chapter_and_edition(desk, header, request_text, first):
    assert chapters(desk, header, request_text)[0] == first


def test_the_section_on_the_part_itself_comes_before_one_that_reaches_into_its_region(desk):
    case = make_case(disputed(1, "Post-operative physical therapy, right shoulder, 24 visits"), header=IN_2014)
    chosen = [guideline.id for guideline in choose_guidelines(case, case.items[0], desk.index, desk.library)]
    assert chosen[0] == "mtus-postsurgical-2009-shoulder"
    assert "mtus-postsurgical-2009-elbow" in chosen


def test_advice_on_ice_packs_does_not_decide_a_cooling_device(desk):
    assert chapters(desk, IN_2018, "Cold therapy unit, 30 day rental, right shoulder") == ["odg-shoulder"]


def test_mtus_comes_before_other_guidelines(desk):
    ranked = [library().guidelines[name].mtus for name in chapters(desk, IN_2016, "MRI of the right knee")]
    assert True in ranked
    assert False in ranked
    assert ranked == sorted(ranked, reverse=True)


def test_an_invalidated_section_is_never_chosen(desk):
    case = make_case(disputed(1, "Home health aide 4 hours a day"), header=IN_2014)
    chosen = choose_guidelines(case, case.items[0], desk.index, desk.library)
    assert all(desk.library.cards[guideline.id].status == "active" for guideline in chosen)


def test_every_section_is_in_force_and_about_the_treatment(desk):
    case = make_case(disputed(1, "Lumbar epidural steroid injection at L4-L5"), header=IN_2014)
    chosen = choose_guidelines(case, case.items[0], desk.index, desk.library)
    assert chosen
    for guideline in chosen:
        card = desk.library.cards[guideline.id]
        assert "epidural-steroid" in card.treatments
        assert desk.library.guidelines[card.guideline].in_force(dt.date(2014, 8, 25), dt.date(2014, 8, 25))


def test_postsurgical_rules_need_a_surgery(desk):
    therapy = "Physical therapy 12 visits, right shoulder"
    assert "mtus-postsurgical-2009" not in chapters(desk, IN_2014, therapy)
    assert chapters(desk, IN_2014, f"Post-operative {therapy}")[0] == "mtus-postsurgical-2009"


def test_without_a_date_nothing_is_chosen(desk):
    assert chapters(desk, CaseHeader(case_number="CM99-0000003"), "MRI of the lumbar spine") == []


def test_the_query_names_what_the_lock_recognised():
    words = query(disputed(1, "PT 2x6 for the L-spine"))
    assert "physical therapy" in words
    assert "lumbar spine" in words


@pytest.mark.parametrize("quantity", [60, 90, 100, 120])
def test_a_quantity_does_not_choose_the_section(desk, quantity):
    case = make_case(disputed(1, f"Norco 10/325 mg #{quantity}"), header=IN_2014)
    chosen = choose_guidelines(case, case.items[0], desk.index, desk.library)
    other = make_case(disputed(1, "Norco 10/325 mg #60"), header=IN_2014)
    assert chosen == choose_guidelines(other, other.items[0], desk.index, desk.library)


def test_a_decision_on_another_treatment_is_no_precedent(desk):
    header = CaseHeader(case_number="CM99-0000003", date_assigned=dt.date(2020, 1, 1))
    case = make_case(disputed(1, "Right knee arthroscopy"), header=header)
    assert find_precedents(case, case.items[0], desk.index) == []


def test_a_precedent_carries_no_outcome(desk):
    header = CaseHeader(case_number="CM99-0000003", date_assigned=dt.date(2020, 1, 1))
    case = make_case(disputed(1, "6 massage therapy sessions, lumbar spine"), header=header)
    precedents = [as_precedent(hit) for hit in find_precedents(case, case.items[0], desk.index)]
    assert precedents
    assert all(
        set(precedent.model_dump()) == {"case_number", "request", "decided", "score"} for precedent in precedents
    )
