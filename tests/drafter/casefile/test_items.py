"""Disputed items from application, RFA and UR decision, and what they do not agree on."""

from __future__ import annotations

import pytest

from drafter.case import Case
from drafter.casefile.items import Sources, read_items
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import THERAPY, case_texts, pages


def read(*texts: str) -> Case:
    return _case(index_records(pages(*texts)), "unnumbered")


def test_documents_that_agree_give_one_item() -> None:
    case = read(*case_texts())
    (item,) = case.items
    assert (item.request, item.lock.treatment, item.lock.visits) == (THERAPY, "physical-therapy", 12)
    assert item.lock.ur_action == "denied"
    assert not case.discrepancies


def test_numbers_that_only_the_rfa_gives_are_filled_in() -> None:
    (item,) = read(*case_texts(rfa="Physical therapy, right knee 2 x week x 6 weeks")).items
    assert (item.lock.visits, item.lock.per_week, item.lock.weeks) == (12, 2, 6)


@pytest.mark.parametrize(
    ("request_", "rfa", "field"),
    [
        (THERAPY, "Physical therapy, left knee, 12 visits", "side"),
        (THERAPY, "Physical therapy, right knee, 8 visits", "number of visits"),
        ("Tramadol 50 mg #60", "Tramadol 100 mg #60", "strength"),
        ("Right L4-L5 transforaminal epidural steroid injection",
         "Right L5-S1 transforaminal epidural steroid injection", "level"),
    ],
)  # fmt: skip
def test_a_disagreement_shows_both_places(request_: str, rfa: str, field: str) -> None:
    case = read(*case_texts(request_, rfa=rfa))
    found = [entry for entry in case.discrepancies if entry.message.startswith(f"the {field} is")]
    assert found and found[0].item == 1
    assert len({span.record for span in found[0].places}) == 2
    for span in found[0].places:
        record = case.record(span.record)
        assert record and record.pages[span.page - 1].text[span.start : span.end] == span.quote


def test_the_physicians_own_plan_is_held_against_the_form() -> None:
    case = read(*case_texts(plan="Physical therapy, left knee, 12 visits."))
    assert any("side" in entry.message for entry in case.discrepancies)


def test_a_modification_leaves_the_remainder() -> None:
    (item,) = read(*case_texts(outcome="MODIFIED. Six (6) visits are approved. The remaining visits are not.")).items
    assert item.lock.ur_action == "modified" and item.lock.remainder
    assert (item.lock.remainder.authorized_count, item.lock.remainder.remaining_count) == (6, 6)


def test_nothing_in_dispute_gives_no_item() -> None:
    assert read_items(Sources(None, (), None, ())).items == ()


def test_a_report_after_the_decision_is_marked() -> None:
    later = case_texts()[3].replace("3/9/2015", "3/29/2015")
    records = read(*case_texts(), later).records
    assert [record.after_ur for record in records if record.kind == "progress_note"] == [False, True]
