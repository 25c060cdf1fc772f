"""The search sequence is followed and written down: MTUS, ACOEM or ODG, other guidelines, studies."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.case import CaseHeader
from drafter.criteria.library import library
from drafter.retrieval import choose_guidelines, search_in_sequence
from tests.drafter.builders import disputed, make_case
from tests.drafter.retrieval.shelf import added, shelved

IN_2014 = CaseHeader(case_number="CM99-0000003", ur_denial_date=dt.date(2014, 8, 25))
MASSAGE = "6 massage therapy sessions, lumbar spine"
HEALING = "Crystal healing, 4 sessions"
PLAIN = "Massage of the low back is suggested for two weeks. It is stopped without gain."


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return shelved(
        tmp_path_factory.mktemp("index"),
        added(
            "acoem-new#1", PLAIN, family="acoem", effective="2014-01-01", edition="2014", page_first=12, page_last=13
        ),
        added("acoem-old#1", PLAIN, family="acoem", effective="2005-01-01", superseded="2014-01-01", edition="2005"),
        added("odg-void#1", f"{PLAIN} Always.", family="odg", status="invalidated"),
        added("others#1", "Massage therapy helps some patients with back pain.", family="other"),
        added("knee#1", "Massage of the knee is not advised.", family="other", section="Knee disorders"),
        added("trial#1", "A trial of 40 patients compared yoga with stretching.", family="study"),
        added("acoem-drug#1", "Norco should not be used for long.", family="acoem"),
        added("licensed#1", "Massage is a passive treatment.", family="mtus", guideline="mtus-chronic-pain-2009"),
        added("licensed-16#1", "Massage is a passive treatment.", family="mtus", guideline="mtus-chronic-pain-2016"),
    )


def searched(index, request: str, header: CaseHeader = IN_2014, families=("mtus", "acoem", "odg", "other", "study")):
    case = make_case(disputed(1, request), header=header)
    chosen = choose_guidelines(case, case.items[0], index, library())
    return search_in_sequence(case, case.items[0], index, library(), chosen, families)


def step(found, source: str):
    return next((step for step in found.steps if step.source == source), None)


def test_the_mtus_answers_and_what_lies_beyond_it_is_said_not_to_be_needed(index):
    found = searched(index, MASSAGE)
    assert [step.source for step in found.steps] == ["MTUS", "ACOEM or ODG", "other guidelines"]
    assert [step.needed for step in found.steps] == [True, False, False]
    assert "Massage therapy" in found.steps[0].sections[0]


def test_the_edition_of_the_items_date_is_found_and_the_others_are_said_to_be_passed_over(index):
    found = searched(index, MASSAGE)
    ids = {passage.id for passage in found.passages}
    assert {"licensed#1", "acoem-new#1"} <= ids
    assert not ids & {"licensed-16#1", "acoem-old#1", "odg-void#1"}
    assert "acoem-old 2005 (superseded on 01/01/2014)" in step(found, "ACOEM or ODG").note
    assert "odg-void (invalidated)" in step(found, "ACOEM or ODG").note
    assert "licensed-16 (in force only from 07/29/2016)" in step(found, "MTUS").note


def test_text_is_verbatim_with_its_place(index):
    passage = next(passage for passage in searched(index, MASSAGE).passages if passage.id == "acoem-new#1")
    assert passage.text == PLAIN
    assert passage.quote in passage.text
    assert (passage.edition, passage.section, passage.pages) == ("2014", "Treatment", "12-13")


def test_a_passage_on_another_part_of_the_body_is_no_answer(index):
    assert "knee#1" not in {passage.id for passage in searched(index, MASSAGE).passages}


def test_a_brand_finds_and_a_generic_name_answers(index):
    found = searched(index, "Hydrocodone/APAP 10/325 mg #60")
    assert "acoem-drug#1" in {passage.id for passage in found.passages}


def test_where_everything_is_silent_every_step_says_so(index):
    found = searched(index, HEALING)
    assert [step.found for step in found.steps] == [False] * 4
    assert all(step.needed for step in found.steps)
    assert found.passages == ()


def test_a_later_source_is_needed_where_the_earlier_ones_are_silent(tmp_path):
    """No card is about thermography."""
    index = shelved(tmp_path, added("guide#1", "Thermography is not advised for back pain.", family="other"))
    found = searched(index, "Thermography of the lumbar spine", families={"other"})
    assert [(step.source, step.found, step.needed) for step in found.steps] == [
        ("MTUS", False, True),
        ("ACOEM or ODG", False, True),
        ("other guidelines", True, True),
    ]
    index.close()


def test_without_a_date_no_edition_is_chosen_and_the_draft_says_why(index):
    found = searched(index, HEALING, header=CaseHeader(case_number="CM99-0000003"))
    assert "no date" in found.steps[0].note


def test_without_added_documents_only_the_cards_are_searched(desk):
    found = searched(desk.index, MASSAGE, families=())
    assert found.passages == ()
    assert [step.found for step in found.steps if step.needed] == [True]
    silent = searched(desk.index, HEALING, families=())
    assert [step.note for step in silent.steps] == ["", "", "no documents were added", "no documents were added"]


def test_a_source_outside_the_nearest_passages_is_searched_by_itself(tmp_path):
    crowd = [
        added(f"crowd#{n:02d}", f"Massage therapy of the lumbar spine, note {n}.", family="other") for n in range(40)
    ]
    quiet = added("acoem#1", "Many things help. One of them may be massage.", family="acoem")
    index = shelved(tmp_path, *crowd, quiet)
    found = searched(index, MASSAGE, families={"other", "acoem"})
    assert "acoem#1" in {passage.id for passage in found.passages}
    index.close()
