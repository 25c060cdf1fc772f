"""Two runs are compared on the items that both have, and what is left out is counted."""

from __future__ import annotations

import pytest

from evals.scorers.base import Unscored, mean_of
from evals.scorers.pairing import compare_runs, pair_items
from tests.evals.builders import scored

RIGHT = mean_of("x.y", "share", "higher")
NO = Unscored(unscored="no")


def run(*values):
    return [scored(f"case {place:02}", x__y=value) for place, value in enumerate(values)]


def test_items_are_paired_by_sample_and_number_in_any_order():
    pairs = pair_items(run(True, False, True), list(reversed(run(False, False, True))), ("x.y",))
    assert [row.case for row in pairs.first_rows] == [row.case for row in pairs.second_rows] == pairs.cases
    assert pairs.first["x.y"].tolist() == [True, False, True]
    assert pairs.second["x.y"].tolist() == [False, False, True]
    assert pairs.unpaired == 0


def test_what_one_run_lacks_or_leaves_unscored_is_outside_and_counted():
    pairs = pair_items(run(True, NO, True, True), run(True, True, NO), ("x.y",))
    assert pairs.cases == ["case 00"]
    assert pairs.unpaired == 3


def test_a_run_that_only_gets_harder_items_is_not_called_worse():
    """The second run is right on 5 of 10, but wrong only where the first run has no value."""
    first = run(*[True] * 5, *[NO] * 5)
    second = run(*[True] * 5, *[False] * 5)
    assert compare_runs(RIGHT, first, second).value == 0


def test_a_spoilt_run_is_worse_and_an_unchanged_one_is_not():
    good, bad = run(*[True] * 30), run(*[True, False, True] * 10)
    spoilt = compare_runs(RIGHT, good, bad)
    assert spoilt.value == pytest.approx(-1 / 3)
    assert spoilt.significant
    assert not compare_runs(RIGHT, bad, bad).significant


def test_nothing_in_common_is_no_difference_at_all():
    assert compare_runs(RIGHT, run(NO), run(True)) is None
