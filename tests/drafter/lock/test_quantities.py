"""Numbers and their units in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lock import find_numbers, find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He had 12 visits.", [(12, 12, "visit")]),
        ("six sessions of acupuncture", [(6, 6, "visit")]),
        ("8-12 physical therapy visits over 6 weeks", [(8, 12, "visit"), (6, 6, "week")]),
        ("Twelve (12) sessions", [(12, 12, "visit")]),
        ("Naproxen 550mg #60", [(550, 550, "mg"), (60, 60, "piece")]),
        ("50% relief for two months", [(50, 50, "%"), (2, 2, "month")]),
        ("pain 7/10", [(7, 7, "/10")]),
        ("strength 4/5", [(4, 4, "/5")]),
        ("flexion to 130 degrees", [(130, 130, "degree")]),
        ("flexion to 91°", [(91, 91, "degree")]),
        ("a 48-year-old", [(48, 48, "year")]),
        ("two or three injections", [(2, 3, "injection")]),
        ("seen on 10/13/2016", []),
    ],
)
def test_quantities(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert [(found.low, found.high, found.unit) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one hundred twenty tablets", [120]),
        ("twenty-four visits", [24]),
        ("1,000 mg and 7.5 mg", [1000, 7.5]),
        ("no one knows", [1]),
        ("someone often", []),
    ],
)
def test_numbers(text: str, values: list[float]) -> None:
    assert [found.value for found in find_numbers(text)] == values


@given(st.integers(0, 9999), st.sampled_from(["visits", "mg", "weeks", "tablets", "degrees"]))
def test_a_number_is_read_back(value: int, unit: str) -> None:
    (found,) = find_quantities(f"about {value} {unit} in all")
    assert found.low == found.high == value


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    for found in find_quantities(text):
        assert 0 <= found.start < found.end <= len(text)
