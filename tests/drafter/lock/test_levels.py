"""Spinal levels in their many spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lock import find_levels


def levels(text: str) -> list[str]:
    return [found.level for found in find_levels(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L4-5, L5-S1", ["L4-L5", "L5-S1"]),
        ("bilateral C4-C5, C5-C6", ["C4-C5", "C5-C6"]),
        ("L4/5 and L5/S1", ["L4-L5", "L5-S1"]),
        ("L4/L5", ["L4-L5"]),
        ("L4 - L5", ["L4-L5"]),
        ("L3-L4-L5", ["L3-L4", "L4-L5"]),
        ("L3, L4 and L5 medial branches", ["L3", "L4", "L5"]),
        ("T10-L5", ["T10-L5"]),
        ("C5 to C7", ["C5-C7"]),
        ("C7-T1", ["C7-T1"]),
        ("L5-1 disc", ["L5-S1"]),
        ("right L4 root", ["L4"]),
        ("l4-l5 disc", ["L4-L5"]),
        ("L-4 radiculopathy", ["L4"]),
        ("disc at L5-S1.", ["L5-S1"]),
    ],
)
def test_levels(text: str, expected: list[str]) -> None:
    assert levels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "T1-weighted and T2-weighted images",
        "normal S1 and S2, no murmur",
        "S1 joint injection",
        "free T4 was normal",
        "C12 is no vertebra",
        "in 5 to 7 days",
        "grade 2-3",
        "L4.5 mm",
        "vitamin B12",
    ],
)
def test_no_levels(text: str) -> None:
    assert levels(text) == []


_DISCS = [f"L{n}-L{n + 1}" for n in range(1, 5)] + [f"C{n}-C{n + 1}" for n in range(2, 7)] + ["C7-T1", "L5-S1"]


@given(st.lists(st.sampled_from(_DISCS), min_size=1, max_size=4, unique=True), st.sampled_from([", ", " and ", "; "]))
def test_a_list_of_levels_is_read_back(discs: list[str], separator: str) -> None:
    assert levels(f"Injection at {separator.join(discs)}") == discs


@given(st.integers(1, 4), st.sampled_from(["L", "C"]))
def test_short_form_means_the_long_one(upper: int, letter: str) -> None:
    assert levels(f"{letter}{upper}-{upper + 1}") == [f"{letter}{upper}-{letter}{upper + 1}"]
