"""An outcome follows from the findings, or is not given."""

from __future__ import annotations

import pytest

from drafter.decide import counts_against, decide
from drafter.draft import DraftItem, Finding
from drafter.engines.base import Matter
from drafter.evidence.reading import CaseReading
from tests.drafter.builders import chosen, disputed, make_case, make_library
from vectorstore.embedder import get_embedder


def finding(status: str, kind: str = "precondition", necessary: bool = True) -> Finding:
    return Finding(
        id="c", card="massage", text="A fact.", subject="a fact", kind=kind, necessary=necessary, status=status
    )


def matter(case=None, surgery: DraftItem | None = None, listed: bool = True) -> Matter:
    case = case or make_case(disputed(1, "6 massage therapy sessions, lumbar spine"))
    library = make_library()
    guidelines = (chosen(library, next(iter(library.cards)), case, 1),) if listed else ()
    return Matter(case, case.items[0], CaseReading(case, get_embedder()), library, guidelines, surgery)


@pytest.mark.parametrize(
    ("kind", "status", "against"),
    [
        ("precondition", "met", False),
        ("precondition", "not_met", True),
        ("precondition", "not_documented", True),
        ("precondition", "contrary", False),
        ("continuation", "not_documented", True),
        ("exclusion", "met", True),
        ("exclusion", "not_documented", False),
        ("exclusion", "not_met", False),
        ("limit", "met", False),
        ("limit", "not_met", True),
        ("limit", "not_documented", False),
    ],
)
def test_what_counts_against_a_request(kind, status, against):
    assert counts_against(finding(status, kind)) is against


def test_one_unmet_necessary_criterion_lets_the_refusal_stand():
    assert decide(matter(), (finding("met"), finding("not_documented"))).outcome == "upheld"


def test_all_necessary_criteria_met_overturns():
    findings = (finding("met"), finding("not_documented", necessary=False), finding("not_documented", "exclusion"))
    assert decide(matter(), findings).outcome == "overturned"


def test_a_number_inside_its_range_does_not_overturn():
    within = finding("met", "limit", necessary=False)
    assert decide(matter(), (within, finding("not_documented"))).outcome == "upheld"


def test_a_divided_record_is_left_to_the_reviewer_by_name():
    decision = decide(matter(), (finding("contrary"),))
    assert decision.needs_reviewer == ("the record is divided on a fact",)


def test_the_probability_of_an_overturn_grows_with_what_is_met():
    none = decide(matter(), (finding("not_met"), finding("not_met"))).confidence
    half = decide(matter(), (finding("met"), finding("not_met"))).confidence
    every = decide(matter(), (finding("met"), finding("met"))).confidence
    assert 0 < none < half < every < 1


@pytest.mark.parametrize(
    ("thin", "says"),
    [
        (matter(listed=False), "no applicable guideline section"),
        (
            matter(make_case(disputed(1, "6 massage therapy sessions, lumbar spine"), summary="Back pain.")),
            "clinical records",
        ),
        (
            matter(
                make_case(
                    disputed(1, "6 massage therapy sessions, lumbar spine"),
                    summary="He has a cough. The lungs are clear. He sleeps well. He is seen monthly.",
                )
            ),
            "mentions neither",
        ),
    ],
    ids=["no section", "one sentence", "about something else"],
)
def test_a_thin_file_is_undetermined_and_says_what_is_missing(thin, says):
    decision = decide(thin, (finding("met"),))
    assert decision.outcome == "undetermined"
    assert says in decision.needs_reviewer[0]


@pytest.mark.parametrize(
    ("surgery", "expected"), [("upheld", "upheld"), ("undetermined", "undetermined"), ("withheld", "undetermined")]
)
def test_an_ancillary_item_follows_its_surgery(surgery, expected):
    case = make_case(disputed(1, "Assistant surgeon", depends_on=2), disputed(2, "Right knee arthroscopy"))
    main = DraftItem(
        number=2, request="Right knee arthroscopy", lock=case.items[1].lock, outcome=surgery, confidence=0.1
    )
    assert decide(matter(case, main), (finding("met"),)).outcome == expected


def test_an_ancillary_item_of_a_necessary_surgery_is_judged_by_its_own_criteria():
    case = make_case(disputed(1, "6 massage therapy sessions, lumbar spine", depends_on=2), disputed(2, "Fusion"))
    main = DraftItem(number=2, request="Fusion", lock=case.items[1].lock, outcome="overturned", confidence=0.6)
    assert decide(matter(case, main), (finding("not_met"),)).outcome == "upheld"
    assert decide(matter(case, main), (finding("met"),)).outcome == "overturned"


def test_the_absence_of_exclusions_alone_overturns_nothing():
    decision = decide(matter(), (finding("not_documented", "exclusion"),))
    assert decision.outcome == "undetermined"
    assert "only exclusions" in decision.needs_reviewer[0]


def test_nothing_is_overturned_that_the_record_never_names():
    silent = "The patient has a cough. The lungs are clear. He sleeps well. He is seen monthly."
    decision = decide(matter(make_case(disputed(1, "TENS unit purchase"), summary=silent)), (finding("met"),))
    assert decision.outcome == "undetermined"
    assert "never names it" in decision.needs_reviewer[0]


def test_an_unknown_stage_of_care_is_pointed_out_where_the_refusal_hangs_on_it():
    unknown = make_case(disputed(1, "8 acupuncture visits, lumbar spine"), summary="Low back pain. Spasm. Tender back.")
    decision = decide(matter(unknown), (finding("met"), finding("not_documented", "continuation")))
    assert decision.outcome == "upheld"
    assert "first course or continuing care" in decision.needs_reviewer[0]
