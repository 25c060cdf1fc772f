"""A guideline's number of visits is for a course: visits already done come on top of those that are requested."""

from __future__ import annotations

import pytest

from drafter.criteria.library import library
from drafter.decide import counts_against
from drafter.draft import Finding
from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.engines.offline.citing import Composer
from drafter.engines.offline.statements import weigh_number
from drafter.evidence.reading import CaseReading
from tests.drafter.builders import chosen, disputed, make_case
from vectorstore.embedder import get_embedder

THERAPY = "mtus-chronic-pain-2009-physical-medicine"
"""Its number is 8 to 10 visits, and decides."""
AFTER_SURGERY = "mtus-postsurgical-2009-knee"


def matter(card: str, request: str, summary: str) -> Matter:
    case = make_case(disputed(1, request), summary=summary)
    guidelines = (chosen(library(), card, case, 1),)
    return Matter(case, case.items[0], CaseReading(case, get_embedder()), library(), guidelines)


def limit_of(asked: Matter) -> Finding:
    return next(finding for finding in assess_item(asked) if finding.kind == "limit")


def knee_therapy(visits: int) -> str:
    return f"{visits} physical therapy sessions for the right knee"


@pytest.mark.parametrize(("done", "status"), [("four", "met"), ("5", "contrary"), ("twelve (12)", "contrary")])
def test_visits_done_count_towards_the_number(done, status):
    found = limit_of(matter(THERAPY, knee_therapy(6), f"She has completed {done} physical therapy sessions."))
    assert found.status == status


def test_an_excess_that_only_earlier_visits_make_does_not_decide():
    done = "She has completed 8 physical therapy sessions."
    assert not counts_against(limit_of(matter(THERAPY, knee_therapy(6), done)))
    assert counts_against(limit_of(matter(THERAPY, knee_therapy(12), done)))


def test_the_place_of_the_earlier_visits_is_cited():
    found = limit_of(matter(THERAPY, knee_therapy(6), "She has completed 8 physical therapy sessions."))
    assert [span.quote for span in found.contrary] == ["She has completed 8 physical therapy sessions."]
    assert found.note == "requested: 6; done so far: 8"


def test_a_number_of_earlier_visits_that_nobody_states_is_said_to_be_unknown():
    asked = "6 additional physical therapy sessions for the right knee"
    found = limit_of(matter(THERAPY, asked, "The right knee is stiff."))
    assert found.note == "requested: 6; done so far: unknown, the record gives no number of earlier visits"


def test_visits_for_another_part_of_the_body_are_another_course():
    found = limit_of(matter(THERAPY, knee_therapy(6), "He has completed 8 physical therapy sessions for the neck."))
    assert (found.status, found.note) == ("met", "requested: 6")


def test_after_an_operation_a_course_begins_anew():
    summary = "He has completed 20 physical therapy sessions. Right knee arthroscopy was done on 3/4/2014."
    request = "12 post-operative physical therapy sessions for the right knee"
    limits = [finding for finding in assess_item(matter(AFTER_SURGERY, request, summary)) if finding.kind == "limit"]
    assert limits and all(finding.status == "met" for finding in limits)


def test_the_sentence_says_what_was_done_before():
    asked = matter(THERAPY, knee_therapy(6), "She has completed 8 physical therapy sessions.")
    text = Composer(asked)
    weigh_number(text, library().cards[THERAPY], asked, limit_of(asked))
    assert [sentence.text for sentence in text.rationale().sentences] == [
        "The request for 6 visits, on top of 8 already done, is above the guideline's 8 to 10; "
        "the number by itself does not decide it."
    ]


def test_what_is_bought_is_kept_longer_than_a_rental_of_days():
    card = "odg-knee-continuous-flow-cryotherapy"
    planned = "Arthroscopy of the right knee is authorized."
    assert limit_of(matter(card, "Cold therapy unit, right knee, purchase", planned)).status == "not_met"
    assert limit_of(matter(card, "Cold therapy unit, right knee, 7 day rental", planned)).status == "met"
    assert limit_of(matter(card, "Cold therapy unit, right knee", planned)).status == "not_documented"
