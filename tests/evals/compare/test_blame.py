"""A failed metric names the items that it is due to, the worst first."""

from __future__ import annotations

import pytest

from evals.compare.blame import below_best, got_worse
from evals.scorers import SCORERS
from evals.scorers.base import Unscored
from evals.scorers.outcome import outcome_values
from tests.evals.builders import scored

MEASURES = {measure.name: measure for scorer in SCORERS for measure in scorer.measures}


def decided(case, actual, predicted, probability):
    return scored(case).model_copy(update={"values": outcome_values(actual, predicted, probability)})


def cases(culprits):
    return [culprit.case for culprit in culprits]


OUTCOMES = [
    decided("right", "upheld", "upheld", 0.1),
    decided("wrong", "overturned", "upheld", 0.2),
    decided("open", "upheld", None, 0.5),
]


@pytest.mark.parametrize("name", ["outcome.mcc", "outcome.strict", "outcome.macro_f1", "outcome.risk_coverage"])
def test_decisions_are_lost_by_items_that_are_not_right(name):
    assert cases(below_best(MEASURES[name], OUTCOMES)) == ["open", "wrong"]


def test_recall_and_precision_are_lost_by_their_own_errors():
    false_alarm = decided("alarm", "upheld", "overturned", 0.8)
    assert cases(below_best(MEASURES["outcome.overturned_recall"], [*OUTCOMES, false_alarm])) == ["wrong"]
    assert cases(below_best(MEASURES["outcome.overturned_precision"], [*OUTCOMES, false_alarm])) == ["alarm"]


@pytest.mark.parametrize("name", ["outcome.roc_auc", "outcome.brier"])
def test_probabilities_are_lost_by_their_error(name):
    assert cases(below_best(MEASURES[name], OUTCOMES)) == ["wrong", "open", "right"]


def test_abstentions_are_lost_by_items_without_a_decision():
    found = below_best(MEASURES["outcome.abstention"], OUTCOMES)
    assert cases(found) == ["open"]
    assert found[0].detail == "abstained (0.50), physician upheld"


def test_means_are_lost_by_their_items_in_the_direction_of_the_metric():
    rows = [scored("a", lock__fields=True), scored("b", lock__fields=False)]
    assert cases(below_best(MEASURES["lock.fields"], rows)) == ["b"]
    shares = [
        scored("a", copying__unquoted=0.0),
        scored("b", copying__unquoted=0.2),
        scored("c", copying__unquoted=0.4),
    ]
    assert cases(below_best(MEASURES["copying.unquoted"], shares)) == ["c", "b"]
    unbounded = [scored("a", plain_language__ease=60.0), scored("b", plain_language__ease=20.0)]
    assert cases(below_best(MEASURES["plain_language.ease"], unbounded)) == ["b"]


def test_an_unscored_item_is_not_blamed():
    assert below_best(MEASURES["lock.fields"], [scored("a", lock__fields=Unscored(unscored="lost"))]) == ()


def test_only_items_that_got_worse_are_named():
    now = [
        decided("right", "upheld", "overturned", 0.8),
        decided("wrong", "overturned", "overturned", 0.9),
        decided("open", "upheld", None, 0.5),
        decided("new", "upheld", "overturned", 0.9),
    ]
    found = got_worse(MEASURES["outcome.mcc"], OUTCOMES, now)
    assert cases(found) == ["right"]
    assert found[0].detail == "overturned (0.80), was upheld (0.10), physician upheld"
    assert got_worse(MEASURES["outcome.mcc"], OUTCOMES, OUTCOMES) == ()
