"""Prior decisions beside a request: what is shared, what differs, and never how one ended."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.lock import parse_lock
from drafter.retrieval.decisions import Filters, similar_decisions, unknown_filter
from drafter.retrieval.differences import compare
from tests.drafter.builders import HEADER, disputed, make_case
from tests.drafter.retrieval.shelf import decided, shelved

REASONS = "There is no documentation of functional improvement. Home exercise was completed. It rained."


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    known = {"treatment": "massage", "decided": "2013-05-06"}
    return shelved(
        tmp_path_factory.mktemp("index"),
        decided(
            "CM98-0000001#1", "6 massage visits, left knee", REASONS, **known, parts="knee", outcome="upheld",
            specialty="Pain Medicine", cited="MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60",
        ),
        decided("CM98-0000002#1", "12 massage visits, lumbar spine", **known, parts="low-back", outcome="overturned"),
        decided("CM98-0000003#1", "Lumbar MRI", treatment="mri", decided="2013-05-06", parts="low-back"),
        decided("CM98-0000004#1", "4 massage visits, neck", **(known | {"decided": "2015-01-01"}), parts="neck"),
        decided(f"{HEADER.case_number}#1", "6 massage therapy sessions, lumbar spine", **known),
    )  # fmt: skip


def ids(index, request: str = "6 massage visits, right knee", case=None, **filters) -> list[str]:
    return [found.id for found in similar_decisions(disputed(1, request), index, 10, Filters(**filters), case)]


def test_decisions_on_the_treatment_are_found_and_no_others(index):
    assert ids(index)[0] == "CM98-0000001#1"
    assert "CM98-0000003#1" not in ids(index)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"treatment": "mri"}, {"CM98-0000003#1"}),
        ({"part": "knee"}, {"CM98-0000001#1"}),
        ({"outcome": "overturned"}, {"CM98-0000002#1"}),
        ({"specialty": "pain med"}, {"CM98-0000001#1"}),
        ({"since": dt.date(2014, 1, 1)}, {"CM98-0000004#1"}),
        ({"part": "neck", "until": dt.date(2014, 1, 1)}, set()),
    ],
)
def test_each_filter_leaves_only_what_it_names(index, filters, expected):
    assert set(ids(index, **filters)) == expected


def test_a_cases_own_decision_and_later_ones_are_left_out(index):
    case = make_case(disputed(1, "6 massage visits, right knee"))
    assert set(ids(index, case=case)) == {"CM98-0000001#1", "CM98-0000002#1"}


def test_what_is_shared_and_what_differs_is_told(index):
    found = similar_decisions(disputed(1, "8 massage visits, right knee"), index, 1)[0]
    assert "body part knee" in found.common
    assert "side left, here right" in found.different
    assert "visits 6, here 8" in found.different
    assert found.record == ("There is no documentation of functional improvement.", "Home exercise was completed.")


@pytest.mark.parametrize(("year", "marked"), [(2014, False), (2019, True)])
def test_an_edition_that_is_not_the_cases_is_marked(index, year, marked):
    header = HEADER.model_copy(update={"ur_denial_date": dt.date(year, 7, 15), "request_date": dt.date(year, 7, 8),
                                       "date_assigned": dt.date(year, 8, 12)})  # fmt: skip
    case = make_case(disputed(1, "6 massage visits, right knee"), header=header)
    found = next(d for d in similar_decisions(case.items[0], index, 5, case=case) if d.id == "CM98-0000001#1")
    assert ("not in force" in found.editions[0]) is marked


def test_no_outcome_is_part_of_what_is_shown(index):
    shown = str(similar_decisions(disputed(1, "massage"), index, 10)).lower()
    assert "upheld" not in shown
    assert "overturned" not in shown


def test_a_filter_that_the_lexicon_does_not_know_is_refused():
    assert "--part tail" in (unknown_filter(Filters(part="tail")) or "")
    assert "--treatment magic" in (unknown_filter(Filters(treatment="magic")) or "")
    assert unknown_filter(Filters(part="knee", treatment="massage")) is None


def test_equal_requests_differ_in_nothing():
    lock = parse_lock("Norco 10/325 mg #60")
    assert compare(lock, lock).different == ()
