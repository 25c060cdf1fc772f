from __future__ import annotations

import numpy as np
import pytest

from evals.statistics.arrays import mean
from evals.statistics.bootstrap import Draws, percentile_interval

stats = pytest.importorskip("scipy.stats")


def test_the_same_seed_draws_the_same_cases_in_any_order():
    cases = ["b", "a", "c", "a"]
    one, two = Draws(cases, 50), Draws(sorted(cases), 50)
    assert (one.weights(cases) == two.weights(cases)).all()
    assert (one.weights(cases) != Draws(cases, 50, seed=1).weights(cases)).any()


def test_items_of_one_case_are_drawn_together_and_every_draw_has_as_many_cases():
    cases = ["a", "a", "b", "c", "c", "c"]
    weights = Draws(cases, 200).weights(cases)
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, [0, 2, 3]].sum(axis=1) == 3).all()


def test_interval_of_independent_items_is_that_of_scipy():
    values = np.random.default_rng(3).normal(size=80)
    cases = [str(place) for place in range(80)]
    interval = percentile_interval(mean(Draws(cases, 4000).weights(cases), values))
    reference = stats.bootstrap((values,), np.mean, n_resamples=4000, method="percentile", random_state=0)
    assert interval == pytest.approx(tuple(reference.confidence_interval), abs=0.02)


def test_clustering_widens_the_interval_of_items_that_are_alike_within_a_case():
    outcome = np.repeat(np.random.default_rng(1).integers(0, 2, size=30), 8)
    alone, together = [str(i) for i in range(240)], [str(i // 8) for i in range(240)]
    narrow = percentile_interval(mean(Draws(alone).weights(alone), outcome))
    wide = percentile_interval(mean(Draws(together).weights(together), outcome))
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def test_resamples_without_a_value_are_left_out_until_too_few_have_one():
    assert percentile_interval(np.array([np.nan, 1.0, 1.0])) == (1.0, 1.0)
    assert percentile_interval(np.array([np.nan, np.nan, 1.0])) is None
    assert percentile_interval(np.array([np.nan])) is None


def test_interval_covers_the_truth_about_as_often_as_it_says():
    generator = np.random.default_rng(11)
    cases = [str(place // 2) for place in range(120)]
    weights = Draws(cases, 400).weights(cases)
    hits = 0
    for _ in range(200):
        rates = np.repeat(generator.beta(2, 6, size=60), 2)
        interval = percentile_interval(mean(weights, generator.random(120) < rates))
        hits += interval.low <= 0.25 <= interval.high
    assert 0.88 <= hits / 200 <= 0.99
