"""Numbers in words, ranges, strengths and ratings mean the same however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.verification.quantities import Quantity, numbers_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six visits", {"6 visits"}),
        ("6 Massage Therapy Sessions", {"6 visits"}),
        ("four to six visits", {"4 visits", "6 visits"}),
        ("4-6 weeks", {"4 weeks", "6 weeks"}),
        ("twice a week for three weeks", {"2 visits", "3 weeks"}),
        ("2x3", {"2", "3"}),
        ("x6 sessions", {"6 visits"}),
        ("at least 50% relief", {"50%"}),
        ("fifty percent relief", {"50%"}),
        ("a one-month trial", {"1 months"}),
        ("1,000 mg", {"1000 mg"}),
        ("0.5 mg or .5 mg", {"0.5 mg"}),
        ("thirty-six sessions", {"36 visits"}),
        ("#60", {"60 units"}),
        ("one of the discs", set()),
        ("the 3rd visit", set()),
    ],
)
def test_quantities(text, expected):
    assert {str(quantity) for quantity in numbers_of(text).quantities} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norco 10/325mg", {"10/325"}),
        ("Norco 7.5- 325 mg", {"7.5/325"}),
        ("pain of 8/10", {"8/10"}),
        ("8 out of 10", {"8/10"}),
        ("strength 4 over 5", {"4/5"}),
    ],
)
def test_compounds(text, expected):
    assert numbers_of(text).compounds == expected


@pytest.mark.parametrize(
    ("source", "claim", "borne_out"),
    [
        (Quantity(6, "visits"), Quantity(6), True),
        (Quantity(6), Quantity(6, "visits"), True),
        (Quantity(6, "weeks"), Quantity(6, "visits"), False),
        (Quantity(50), Quantity(50, "%"), False),
        (Quantity(50, "%"), Quantity(50, "%"), True),
        (Quantity(7), Quantity(6), False),
    ],
)
def test_a_unit_has_to_agree_where_both_have_one(source, claim, borne_out):
    assert source.supports(claim) is borne_out


WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@given(st.integers(min_value=2, max_value=12), st.sampled_from(["visits", "weeks", "months", "tablets"]))
def test_words_equal_digits(value, unit):
    assert numbers_of(f"{WORDS[value]} {unit}") == numbers_of(f"{value} {unit}")


@given(st.decimals(min_value=0, max_value=9999, places=2, allow_nan=False), st.sampled_from(["mg", "weeks", "%"]))
def test_every_number_is_found_with_its_unit(value, unit):
    (found,) = numbers_of(f"given {value} {unit} each").quantities
    assert found == Quantity(float(value), unit)
