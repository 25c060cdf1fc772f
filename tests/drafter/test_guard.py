"""A case's own determination, near-duplicates and later decisions are never retrieved for it (promise 6)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.case import Case, CaseHeader, Page, Record
from drafter.fingerprint import fingerprint, resemblance
from drafter.guard import LeakageGuard
from vectorstore.passage import Passage

SUMMARY = (
    "The worker strained the low back while lifting crates. Six visits of physical therapy gave no lasting relief. "
    "Examination shows tenderness of the paraspinal muscles and a normal neurological examination of both legs. "
    "The plan is an MRI of the lumbar spine. The worker is on modified duty and takes naproxen when needed."
)
OTHER = (
    "A nurse developed wrist pain after years of charting. Splints at night and two steroid injections helped little. "
    "Nerve conduction studies confirm median neuropathy at the wrist, and surgery is now proposed by the hand surgeon."
)


def guard_for(summary: str = SUMMARY, **header) -> LeakageGuard:
    header.setdefault("date_assigned", date(2016, 12, 1))
    record = Record(
        id="summary", title="Summary", kind="clinical_summary", pages=(Page(number=1, text=summary),), sha256="0"
    )
    return LeakageGuard(Case(header=CaseHeader(case_number="A1", **header), records=(record,), items=()))


def decision(case_number: str = "B2", decided: str | None = "2016-01-01", summary: str = OTHER) -> Passage:
    metadata = {"case_number": case_number, "fingerprint": fingerprint(summary)}
    if decided:
        metadata["decided"] = decided
    return Passage(id=f"{case_number}#1", kind="decision", text="reasons", metadata=metadata)


def test_an_earlier_decision_of_another_worker_is_allowed():
    assert guard_for().allows(decision())


@pytest.mark.parametrize(
    "leak",
    [
        decision(case_number="A1"),
        decision(decided="2016-12-01"),
        decision(decided="2017-03-01"),
        decision(decided=None),
        decision(summary=SUMMARY),
        decision(summary=SUMMARY.replace("Six visits", "Seven visits").replace("crates", "boxes")),
    ],
    ids=["own case", "same day", "later", "undated", "copy", "near-duplicate"],
)
def test_a_leak_is_refused(leak):
    assert not guard_for().allows(leak)


@pytest.mark.parametrize("decided", [None, "2016-11-30", "2016-12-01"])
@pytest.mark.parametrize("case_number", ["A1", "B2"])
def test_a_filter_of_metadata_says_what_the_guard_says_but_for_near_duplicates(case_number, decided):
    guard = guard_for()
    ((names, question),) = guard.where.items()
    passage = decision(case_number, decided)
    assert question(*(passage.metadata.get(name) for name in names)) is guard.allows(passage)


def test_a_case_without_dates_gets_no_precedents():
    assert not guard_for(date_assigned=None).allows(decision())


@given(st.text(max_size=400))
def test_a_text_resembles_itself(text):
    assert resemblance(fingerprint(text), fingerprint(text)) == (1.0 if fingerprint(text) else 0.0)


def test_unrelated_texts_do_not_resemble():
    assert resemblance(fingerprint(SUMMARY), fingerprint(OTHER)) < 0.1
