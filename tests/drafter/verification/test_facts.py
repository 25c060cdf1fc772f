"""Facts that mean the same are equal: dates, levels, sides, parts, drugs."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.verification.bearing import missing_facts
from drafter.verification.facts import find_facts


def missing(claim: str, source: str) -> set[str]:
    return {fact for _, fact in missing_facts(find_facts(claim), find_facts(source))}


def written(day: dt.date) -> list[str]:
    return [
        f"{day.month}/{day.day}/{day.year}",
        f"{day.month}/{day.day}/{day:%y}",
        f"{day:%m-%d-%Y}",
        f"{day:%m}-{day:%d}-{day:%y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b}. {day.day}, {day.year}",
        day.isoformat(),
    ]


@given(st.dates(min_value=dt.date(1995, 1, 1), max_value=dt.date(2030, 12, 31)))
def test_a_date_is_one_fact_in_every_form(day):
    forms = written(day)
    assert {find_facts(form).dates for form in forms} == {frozenset({day})}
    assert all(not missing(claim, source) for claim in forms for source in forms)


@given(
    st.dates(min_value=dt.date(1995, 1, 1), max_value=dt.date(2030, 12, 31)),
    st.dates(min_value=dt.date(1995, 1, 1), max_value=dt.date(2030, 12, 31)),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_another_date_is_missing_in_every_form(day, other, left, right):
    claim, source = f"seen on {written(day)[left]}", f"seen on {written(other)[right]}"
    assert bool(missing(claim, source)) == (day != other)


@given(st.integers(2, 500), st.sets(st.integers(2, 500), max_size=5))
def test_a_number_is_missing_exactly_when_the_source_lacks_it(value, given_numbers):
    source = "the note gives " + ", ".join(map(str, sorted(given_numbers))) + " and no more"
    assert bool(missing(f"the count was {value} in all", source)) == (value not in given_numbers)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("pain at L4-L5", "disc protrusion at L4-5"),
        ("pain at L5", "L4-L5 protrusion"),
        ("the L4-S1 levels", "L4-L5 and L5-S1"),
        ("the lumbar spine", "low back pain"),
        ("the low back", "tenderness at L4-L5"),
        ("the neck", "cervical spine pain"),
        ("the left knee", "pain of both knees"),
        ("both knees", "left knee and right knee pain"),
        ("the right shoulder", "MRI (R) shoulder"),
        ("the spine", "lumbar spine"),
        ("the QME report", "QME report of 7/1/2014"),
        ("the 2014 injury", "injured on 3/2/14"),
        ("in March 2014", "on 3/2/2014"),
        ("on March 2", "on 3/2/2014"),
        ("pain of 8 out of 10", "pain 8/10"),
        ("6 visits and 60 tablets", "six sessions; Naproxen #60"),
    ],
)
def test_other_words_for_the_same_fact(claim, source):
    assert missing(claim, source) == set()


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("pain at L5-S1", "disc protrusion at L4-5"),
        ("pain at C5", "pain at C6"),
        ("the neck", "low back pain"),
        ("the left knee", "right knee pain"),
        ("bilateral knees", "right knee pain"),
        ("the right wrist and the left knee", "left wrist and left knee pain"),
        ("right-sided L5 radiculopathy", "left L5 radiculopathy"),
        ("pain of 8/10", "pain of 6/10"),
        ("six weeks", "six sessions"),
        ("70%", "50%"),
        ("the QME found", "the chiropractor found"),
        ("in May 2014", "on 3/2/2014"),
        ("the T12 fracture", "the L1 fracture"),
        ("the left leg", "numbness of the right leg, foot and toes bilaterally"),
        ("ICD M54.5", "lumbago"),
    ],
)
def test_facts_that_the_source_does_not_bear_out(claim, source):
    assert missing(claim, source)


@pytest.mark.parametrize("words", ["the right to appeal", "he left work", "was left with stiffness", "right away"])
def test_words_that_are_no_sides(words):
    assert find_facts(words).sides == frozenset()
