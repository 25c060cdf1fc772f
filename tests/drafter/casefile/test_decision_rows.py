"""Rows of tables and lists of decisions: what was asked for, the verdict and the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.decision_rows import decided_rows

HEAD = "Service | Requested | Approved"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Service | Yes | No | Part\nAcupuncture 12 visits | | | X (6)", "part"),
        ("Service | Yes | No | Part\nAcupuncture 12 visits | X | |", "granted"),
        ("Acupuncture 12 visits | Not approved", "refused"),
        ("Treatment Asked Allowed\nAcupuncture 12 none", "refused"),
        ("1) Acupuncture 12 visits - agreed for 6", "part"),
        ("- Acupuncture, 12 visits: yes.", "granted"),
        ("(A) Acupuncture, 12 visits. Six are allowed; the rest are not.", "part"),
    ],
)
def test_a_row_says_what_was_decided(text: str, verdict: str) -> None:
    (row,) = decided_rows(text)
    assert row.verdict == verdict
    assert row.asked.startswith("Acupuncture")


def test_rows_without_a_treatment_or_a_verdict_are_none() -> None:
    assert decided_rows("Reviewer | Denied\nAcupuncture was tried in March.\nAcupuncture | twice a week") == []


@given(st.integers(1, 400), st.integers(0, 400))
def test_numbers_in_columns_decide(asked: int, given_number: int) -> None:
    (row,) = decided_rows(f"{HEAD}\nAcupuncture | {asked} | {given_number}")
    assert (row.requested, row.granted) == (asked, given_number)
    assert row.verdict == ("refused" if given_number == 0 else "part" if given_number < asked else "granted")
