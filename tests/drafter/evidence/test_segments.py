"""Motion segments: what is said of one is not said of its neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.evidence.elsewhere import same_segment, vertebrae


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("L4-5: no motion beyond normal on flexion and extension.", False),
        ("L5-S1: 6 mm of motion on flexion and extension.", True),
        ("L3-S1 degenerative changes.", True),
        ("S1 radiculopathy on the left.", True),
        ("The L5 root is free.", True),
        ("No motion at L4-5; 6 mm at L5-S1.", True),
        ("No motion beyond normal.", True),
        ("C5-6 is stable.", False),
    ],
)
def test_a_neighbouring_segment_is_another(text: str, same: bool) -> None:
    assert same_segment(text, ("L5-S1",)) is same


def test_without_levels_in_dispute_every_level_counts() -> None:
    assert same_segment("L4-5 is stable.", ())


@given(st.integers(1, 4), st.integers(1, 4))
def test_segments_agree_both_ways(one: int, other: int) -> None:
    mine, theirs = f"L{one}-L{one + 1}", f"L{other}-L{other + 1}"
    assert (
        same_segment(f"{mine} is stable.", (theirs,)) == same_segment(f"{theirs} is stable.", (mine,)) == (one == other)
    )


@given(st.integers(1, 5), st.integers(1, 5))
def test_a_range_holds_all_between(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert vertebrae((f"L{low}-L{high}",)) == {f"L{number}" for number in range(low, high + 1)}
