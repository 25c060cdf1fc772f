"""Counts survive from any usual wording; nothing a request can hold makes the parser fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.case import BodySite
from drafter.lexicon import body_parts
from drafter.lock import parse_lock

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OFTEN = st.integers(1, 5)
_WEEKS = st.integers(1, 12)
_VISITS = st.integers(1, 36)
_THERAPY = st.sampled_from(["Physical therapy", "Acupuncture", "Chiropractic treatment", "Massage therapy", "PT"])
_SIDES = st.sampled_from(["left", "right", "bilateral"])
_SIDED = st.sampled_from([part for part in body_parts().values() if part.sided and part.id != "si-joint"])


def spelled(number: int) -> str:
    return _WORDS[number - 1] if number <= len(_WORDS) else str(number)


@given(_THERAPY, _OFTEN, _WEEKS, st.integers(0, 9), st.booleans())
def test_frequency_and_duration(therapy: str, often: int, weeks: int, form: int, words: bool) -> None:
    n, w = (spelled(often), spelled(weeks)) if words else (str(often), str(weeks))
    wording = (
        f"{n} times a week for {w} weeks",
        f"{n} times per week x {w} weeks",
        f"{n} times weekly times {w} weeks",
        f"{n} times a week times {w} weeks",
        f"{n} visits per week for {w} weeks",
        f"{often}x{weeks}",
        f"{often} x {weeks}",
        f"{often}x/week x {weeks} weeks",
        f"{often}/wk x {weeks} wks",
        f"{n} ({often}) times a week for {w} ({weeks}) weeks",
    )[form]
    lock = parse_lock(f"{therapy} {wording}")
    assert (lock.per_week, lock.weeks, lock.visits) == (often, weeks, often * weeks)


@given(_THERAPY, _VISITS, st.integers(0, 8))
def test_total(therapy: str, visits: int, form: int) -> None:
    request = (
        f"{therapy} {visits} sessions",
        f"{therapy}, {visits} visits",
        f"{visits} sessions of {therapy}",
        f"{spelled(visits)} {therapy} sessions",
        f"{therapy} x {visits}",
        f"{therapy} x{visits} visits",
        f"{therapy} sessions #{visits}",
        f"{therapy} QTY: {visits}",
        f"{therapy} times {visits}",
    )[form]
    lock = parse_lock(request)
    assert lock.visits == visits and lock.quantity is None


@given(_THERAPY, _OFTEN, _WEEKS, _VISITS)
def test_a_stated_total_goes_before_a_computed_one(therapy: str, often: int, weeks: int, visits: int) -> None:
    lock = parse_lock(f"{therapy} {often} times a week for {weeks} weeks ({visits} sessions)")
    assert (lock.visits, lock.per_week, lock.weeks) == (visits, often, weeks)


@given(_THERAPY, st.integers(1, 20), st.integers(1, 10))
def test_a_range_counts_to_its_upper_end(therapy: str, low: int, more: int) -> None:
    assert parse_lock(f"{therapy} {low}-{low + more} sessions").visits == low + more
    assert parse_lock(f"{therapy} {low} to {low + more} visits").visits == low + more


@given(_THERAPY, _VISITS, _SIDES, _SIDED)
def test_side_and_part(therapy: str, visits: int, side: str, part: object) -> None:
    name, part_id = part.name, part.id  # type: ignore[attr-defined]
    lock = parse_lock(f"{therapy}, {visits} sessions, {side} {name}")
    assert lock.sites == (BodySite(part=part_id, side=side),) and lock.visits == visits  # type: ignore[arg-type]


@given(st.integers(1, 400), st.integers(0, 11), st.sampled_from([5, 7.5, 10, 37.5, 250, 800]))
def test_dose(quantity: int, refills: int, strength: float) -> None:
    lock = parse_lock(f"Naproxen {strength}mg #{quantity} with {refills} refills")
    assert (lock.strength, lock.quantity, lock.refills) == (f"{strength} mg", quantity, refills)
    lock = parse_lock(f"{quantity} tablets of Naproxen {strength} mg, refills: {refills}")
    assert (lock.strength, lock.quantity, lock.refills) == (f"{strength} mg", quantity, refills)


@pytest.mark.parametrize(
    ("request_text", "visits"),
    [
        ("Physical therapy 12 sessions for the right shoulder and 6 sessions for the left knee", 18),
        ("Acupuncture 3 times a week for 4 weeks, then 2 times a week for 4 weeks", 20),
        ("Physical therapy 2x/week for 1 month", 8),
        ("Acupuncture every other week for 12 weeks", 6),
        ("Psychotherapy monthly x 6 months", 6),
        ("Physical therapy twice a week for six weeks", 12),
        ("Physical therapy 12 sessions between 11/1/2016 and 12/31/2016", 12),
        ("Physical therapy, evaluation in 4 weeks", None),
        ("Physical therapy 2 times a week", None),
    ],
)
def test_awkward_schedules(request_text: str, visits: int | None) -> None:
    assert parse_lock(request_text).visits == visits


def test_frequency_of_a_drug_is_no_visit() -> None:
    lock = parse_lock("Ibuprofen 800mg 3 times a day for 2 weeks #42")
    assert lock.visits is None and lock.per_week is None and lock.days == 14


@given(st.text(max_size=300))
def test_any_text_gives_a_lock(text: str) -> None:
    lock = parse_lock(text)
    assert lock.visits is None or lock.visits >= 0


@pytest.mark.parametrize("word", ["sessions", "mg", "x", "#", "refills", "weeks", "grams", "times a week"])
@pytest.mark.parametrize("digits", [9, 10, 400])
def test_absurd_numbers_are_no_failure(word: str, digits: int) -> None:
    for treatment in ("Physical therapy", "Naproxen", "MRI"):
        assert parse_lock(f"{treatment} {'9' * digits} {word}").treatment is not None


_PIECES = st.sampled_from(
    [
        "physical therapy",
        "MRI",
        "Norco",
        "#60",
        "10/325mg",
        "2x6",
        "three",
        "times",
        "a week",
        "for",
        "weeks",
        "left",
        "right",
        "knee",
        "L4-5",
        "was the original request.",
        "was authorized by the Claims Administrator.",
        "The remaining IMR eligible portion of the original request,",
        "is",
        "(8)",
        "refills",
        "DOS 1/2/2017",
        "and",
        ",",
        "x",
        "#",
        "%",
        "5",
        "sessions",
        "injection",
    ]
)


@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_any_mixture_of_usual_words_gives_a_lock(text: str) -> None:
    assert parse_lock(text) == parse_lock(text)
