from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.arrays import mean
from evals.statistics.bootstrap import Draws
from evals.statistics.paired import mcnemar_exact, paired_difference

tables = pytest.importorskip("statsmodels.stats.contingency_tables")

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60)


def share_right(columns, weights):
    return mean(weights, columns["right"])


@given(pairs=PAIRS)
def test_mcnemar_is_that_of_statsmodels(pairs):
    first, second = (list(column) for column in zip(*pairs, strict=True))
    result = mcnemar_exact(first, second)
    table = np.zeros((2, 2))
    for one, two in pairs:
        table[int(one), int(two)] += 1
    assert (result.lost, result.gained) == (table[1, 0], table[0, 1])
    if result.lost + result.gained:
        assert result.p_value == pytest.approx(tables.mcnemar(table, exact=True).pvalue)
    else:
        assert result.p_value == 1


def test_the_same_run_twice_differs_by_nothing():
    right = {"right": np.random.default_rng(0).random(50) < 0.5}
    cases = [str(place // 2) for place in range(50)]
    difference = paired_difference(share_right, right, right, cases, Draws(cases))
    assert difference.value == 0
    assert difference.interval == (0, 0)
    assert not difference.significant


def test_a_change_that_spoils_a_third_of_the_items_is_significant_and_has_the_right_sign():
    generator = np.random.default_rng(0)
    first = generator.random(120) < 0.9
    second = first & (generator.random(120) > 0.33)
    cases = [str(place // 2) for place in range(120)]
    difference = paired_difference(share_right, {"right": first}, {"right": second}, cases, Draws(cases))
    assert difference.significant
    assert difference.interval.high < 0
    assert difference.value == pytest.approx(second.mean() - first.mean())


def test_pairing_sees_what_two_separate_intervals_do_not():
    generator = np.random.default_rng(4)
    first = generator.random(150) < 0.5
    second = first.copy()
    second[np.flatnonzero(~first)[:9]] = True
    cases = [str(place) for place in range(150)]
    draws = Draws(cases)
    difference = paired_difference(share_right, {"right": first}, {"right": second}, cases, draws)
    assert difference.significant
    apart = [np.quantile(mean(draws.weights(cases), right), [0.025, 0.975]) for right in (first, second)]
    assert apart[0][1] > apart[1][0]


def test_an_undefined_metric_has_no_difference():
    nothing = {"right": np.array([True, True])}
    cases = ["a", "b"]
    assert paired_difference(lambda columns, w: np.full(len(w), np.nan), nothing, nothing, cases, Draws(cases)) is None
