"""Promise 4 in a case file: a number that the request leaves out is one that a form states, or the draft is blocked."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.case import BodySite, Case
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from drafter.verification.unsaid import is_stated
from tests.drafter.casefile.synthetic import case_texts, pages

SHORT = "Physical therapy, knee"
LONG = "Physical therapy, right knee, 2 x week x 6 weeks"


def case_of(request: str = SHORT, rfa: str | None = LONG) -> Case:
    return _case(index_records(pages(*case_texts(request, rfa=rfa, decision=request))), "unnumbered")


def stated(field: str, case: Case, **planted: Any) -> bool:
    (item,) = case.items
    return is_stated(field, item.model_copy(update={"lock": item.lock.model_copy(update=planted)}), case)


@pytest.mark.parametrize("field", ["visits", "per_week", "weeks", "sites"])
def test_what_the_form_gives_stands(field: str) -> None:
    case = case_of()
    assert case.items[0].lock.visits == 12
    assert stated(field, case)


@pytest.mark.parametrize(
    ("field", "planted"),
    [
        ("visits", 24),
        ("weeks", 8.0),
        ("quantity", 60.0),
        ("strength", "10 mg"),
        ("levels", ("L4-L5",)),
        ("refills", 2),
        ("sites", (BodySite(part="knee", side="left"),)),
        ("sites", (BodySite(part="shoulder", side="right"),)),
        ("sites", (BodySite(part="knee", side="right"), BodySite(part="shoulder", side="right"))),
        ("treatment", "acupuncture"),
    ],
)
def test_a_planted_number_is_not_taken_for_stated_because_there_is_a_form(field: str, planted: Any) -> None:
    assert not stated(field, case_of(), **{field: planted})


def test_a_number_of_another_request_of_the_form_is_not_this_ones() -> None:
    case = case_of(rfa="Physical therapy, right knee\nKnee sprain | S83.91 | Tramadol 50 mg #60 refills 2")
    assert not stated("quantity", case, quantity=60.0)
    assert not stated("refills", case, refills=2)


def test_what_the_request_itself_says_cannot_be_replaced_by_a_form() -> None:
    case = case_of("Physical therapy, knee, 8 visits", "Physical therapy, knee, 12 visits")
    assert not stated("visits", case, visits=12)
