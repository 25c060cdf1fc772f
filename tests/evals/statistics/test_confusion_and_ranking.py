"""The vectorised measures agree with scikit-learn, on the data and on every resample."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.statistics.agreement import cohen_kappa
from evals.statistics.bootstrap import Draws, identity
from evals.statistics.confusion import balanced_accuracy, count, macro_f1, matthews, precision, recall
from evals.statistics.ranking import risk_coverage_area, roc_auc

metrics = pytest.importorskip("sklearn.metrics")

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40)
SCORED = st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=2, max_size=40)

REFERENCES = {
    matthews: metrics.matthews_corrcoef,
    balanced_accuracy: metrics.balanced_accuracy_score,
    macro_f1: lambda truth, predicted: metrics.f1_score(truth, predicted, average="macro", zero_division=0),
    recall: lambda truth, predicted: metrics.recall_score(truth, predicted, zero_division=0),
    precision: lambda truth, predicted: metrics.precision_score(truth, predicted, zero_division=0),
}


def columns(pairs):
    truth, other = (np.array(column) for column in zip(*pairs, strict=True))
    return truth, other


@pytest.mark.parametrize("measure", REFERENCES, ids=lambda measure: measure.__name__)
@given(pairs=PAIRS)
def test_measure_is_that_of_scikit_learn(measure, pairs):
    truth, predicted = columns(pairs)
    value = float(measure(count(truth, predicted, identity(len(truth))))[0])
    if truth.all() or not truth.any():
        assert math.isnan(value) or measure in (recall, precision)
    elif measure is precision and not predicted.any():
        assert math.isnan(value)
    else:
        assert value == pytest.approx(REFERENCES[measure](truth, predicted), abs=1e-12)


@given(pairs=PAIRS)
def test_kappa_is_that_of_scikit_learn(pairs):
    truth, predicted = columns(pairs)
    value = float(cohen_kappa(count(truth, predicted, identity(len(truth))).table())[0])
    if len(set(truth) | set(predicted)) == 1:
        assert math.isnan(value)
    else:
        assert value == pytest.approx(metrics.cohen_kappa_score(truth, predicted), abs=1e-12)


@given(scored=SCORED)
def test_area_under_roc_is_that_of_scikit_learn_with_ties(scored):
    truth, scores = columns(scored)
    value = float(roc_auc(truth, scores / 5, identity(len(truth)))[0])
    if truth.all() or not truth.any():
        assert math.isnan(value)
    else:
        assert value == pytest.approx(metrics.roc_auc_score(truth, scores), abs=1e-12)


@settings(max_examples=30)
@given(scored=SCORED, seed=st.integers(0, 100))
def test_a_resample_is_the_data_with_its_cases_repeated(scored, seed):
    truth, scores = columns(scored)
    cases = [f"case {row // 3}" for row in range(len(truth))]
    weights = Draws(cases, resamples=5, seed=seed).weights(cases)
    predicted = scores > 2
    for row in range(5):
        repeat = weights[row].astype(int)
        resample = [np.repeat(column, repeat) for column in (truth, predicted, scores)]
        if resample[0].all() or not resample[0].any():
            continue
        area = roc_auc(truth, scores, weights)[row]
        assert area == pytest.approx(metrics.roc_auc_score(resample[0], resample[2]))
        association = matthews(count(truth, predicted, weights))[row]
        assert association == pytest.approx(metrics.matthews_corrcoef(resample[0], resample[1]), abs=1e-12)


@given(scored=SCORED)
def test_risk_coverage_area_does_not_depend_on_the_order_of_ties(scored):
    wrong, certainty = columns(scored)
    order = np.random.default_rng(0).permutation(len(wrong))
    weights = identity(len(wrong))
    area = risk_coverage_area(wrong, certainty, weights)
    assert area == pytest.approx(risk_coverage_area(wrong[order], certainty[order], weights))
    assert -1e-12 <= float(area[0]) <= 1


@given(scored=SCORED)
def test_risk_coverage_area_is_the_integral_of_the_curve(scored):
    wrong, certainty = columns(scored)
    order = np.argsort(-certainty, kind="stable")
    levels = certainty[order]
    # Spread the errors of each level evenly, then integrate the running error rate in small steps.
    spread = np.array([wrong[order][levels == level].mean() for level in levels])
    fine = np.repeat(spread, 400) / 400
    rate = (np.cumsum(fine) - fine / 2) / ((np.arange(len(fine)) + 0.5) / 400)
    value = float(risk_coverage_area(wrong, certainty, identity(len(wrong)))[0])
    assert value == pytest.approx(rate.mean(), abs=2e-3)


def test_certain_errors_cost_more_than_uncertain_ones():
    certainty = np.array([0.9, 0.8, 0.7, 0.6])
    early, late = np.array([True, False, False, False]), np.array([False, False, False, True])
    assert risk_coverage_area(early, certainty, identity(4)) > risk_coverage_area(late, certainty, identity(4))


def test_a_constant_prediction_has_no_association_and_half_the_recall():
    truth = np.array([True, False, False])
    constant = count(truth, np.zeros(3, dtype=bool), identity(3))
    assert matthews(constant)[0] == 0
    assert balanced_accuracy(constant)[0] == 0.5
    assert math.isnan(precision(constant)[0])
