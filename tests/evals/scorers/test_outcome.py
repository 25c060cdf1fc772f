"""Outcome metrics reward agreement with the physicians, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from evals.scorers import summarise
from evals.scorers.base import ItemScore, Unscored
from evals.scorers.curves import calibration_bins, confusion_counts, risk_coverage_curve
from evals.scorers.outcome import SCORER, outcome_values, score_item
from tests.drafter.verification.sample import CASE, LIBRARY, brace_item, massage_item, naproxen_item, sound_draft
from tests.evals.builders import context, target, without

TRUTH = ["overturned"] * 3 + ["upheld"] * 27


def scores(predictions, probabilities=None):
    given = probabilities or [0.9 if outcome == "overturned" else 0.1 for outcome in predictions]
    return [
        ItemScore(sample=str(n), case=str(n), item=1, values=outcome_values(actual, predicted, probability))
        for n, (actual, predicted, probability) in enumerate(zip(TRUTH, predictions, given, strict=True))
    ]


def metrics(*args):
    return {metric.name.removeprefix("outcome."): metric.value for metric in summarise(scores(*args), [SCORER])}


def test_always_upheld_gains_nothing_by_the_base_rate():
    constant = metrics(["upheld"] * 30, [0.1] * 30)
    assert constant["mcc"] == 0
    assert constant["kappa"] == 0
    assert constant["balanced_accuracy"] == 0.5
    assert constant["roc_auc"] == 0.5
    assert constant["overturned_recall"] == 0
    assert constant["overturned_precision"] is None
    assert constant["ac1"] > 0.8


def test_perfect_agreement_is_the_best_of_every_metric():
    perfect = metrics(TRUTH, [1.0 if actual == "overturned" else 0.0 for actual in TRUTH])
    for name in ("mcc", "macro_f1", "balanced_accuracy", "strict", "overturned_precision", "overturned_recall"):
        assert perfect[name] == 1
    assert (perfect["kappa"], perfect["ac1"], perfect["roc_auc"]) == (1, 1, 1)
    assert (perfect["brier"], perfect["abstention"], perfect["risk_coverage"]) == (0, 0, 0)


def test_inverted_outcomes_are_the_worst():
    inverted = metrics(["upheld" if actual == "overturned" else "overturned" for actual in TRUTH])
    assert inverted["mcc"] == -1
    assert inverted["roc_auc"] == 0
    assert inverted["risk_coverage"] == 1


def test_abstaining_on_what_is_hard_does_not_pay():
    careful = metrics([None, None, "overturned", *TRUTH[3:]])
    assert careful["balanced_accuracy"] == 1
    assert careful["strict"] == pytest.approx((1 / 3 + 1) / 2)
    assert careful["abstention"] == pytest.approx(2 / 30)


def test_an_undetermined_draft_abstains_and_a_reviewers_choice_is_unscored():
    view = context(CASE, sound_draft(), LIBRARY)
    abstained = score_item(target(3, CASE), brace_item(), view)
    assert abstained["outcome.decided"] is False
    assert isinstance(abstained["outcome.predicted"], Unscored)
    chosen = without(massage_item(), outcome_source="reviewer")
    assert all(isinstance(value, Unscored) for value in score_item(target(1, CASE), chosen, view).values())
    drafted = score_item(target(2, CASE, "overturned"), naproxen_item(), view)
    assert (drafted["outcome.predicted"], drafted["outcome.right"]) == ("overturned", True)


def test_curves_show_what_the_metrics_condense():
    answers = scores([None, "overturned", "upheld", *["upheld"] * 26, "overturned"], [0.5, 0.9, 0.4, *[0.1] * 26, 0.6])
    assert confusion_counts(answers) == {
        ("overturned", "abstained"): 1,
        ("overturned", "overturned"): 1,
        ("overturned", "upheld"): 1,
        ("upheld", "upheld"): 26,
        ("upheld", "overturned"): 1,
    }
    curve = risk_coverage_curve(answers)
    assert [point.coverage for point in curve] == sorted(point.coverage for point in curve)
    assert curve[0].risk == 0
    assert curve[-1].coverage == pytest.approx(29 / 30)
    assert curve[-1].risk == pytest.approx(2 / 29)
    bins = calibration_bins(answers)
    assert sum(each.items for each in bins) == 30
    assert (bins[0].low, bins[0].observed) == (0.1, 0)


def test_curves_of_nothing_are_empty():
    assert risk_coverage_curve([]) == []
    assert calibration_bins([]) == []
    assert confusion_counts([]) == {}
