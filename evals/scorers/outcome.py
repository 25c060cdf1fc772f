"""Does the draft suggest the outcome that the physician decided?

Definition: the draft's outcome and confidence against the human outcome, Overturned as the positive class. Accuracy
is left out on purpose: about nine in ten items are Upheld, so that a constant answer looks good. MCC, macro-F1,
balanced accuracy, precision, recall, kappa and AC1 are over the items on which the draft decides; ROC-AUC and Brier
score over all, by the draft's probability of an overturn; `outcome.strict` counts an abstention as a miss, so that
abstaining on hard items does not pay. Items of a reviewer's own choice are unscored.
Range: MCC, kappa and AC1 -1 to 1; all others 0 to 1.
Direction: higher is better, except for Brier score, abstention and risk-coverage area (over the decided items).
Source: the measures' own in `evals/statistics/confusion.py`, `ranking.py` and `agreement.py`; Brier, Mon Weather Rev
1950;78:1-3; selective prediction by El-Yaniv & Wiener, JMLR 2010;11:1605-1641.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from drafter.determination import DeterminedItem, HumanOutcome
from drafter.draft import DraftItem
from evals.scorers.base import Context, Direction, Measure, Scorer, Unscored, Values
from evals.statistics.agreement import cohen_kappa, gwet_ac1
from evals.statistics.arrays import Array, Column, Columns, Weights, mean
from evals.statistics.confusion import Confusion, balanced_accuracy, count, macro_f1, matthews, precision, recall
from evals.statistics.ranking import risk_coverage_area, roc_auc

ACTUAL = "outcome.actual"
PREDICTED = "outcome.predicted"
"""Unscored where the draft abstains."""
DECIDED = "outcome.decided"
RIGHT = "outcome.right"
"""False where the draft abstains."""
PROBABILITY = "outcome.probability"
COLUMNS = (ACTUAL, PREDICTED, DECIDED, RIGHT, PROBABILITY)


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    if drafted.outcome_source == "reviewer":
        return dict.fromkeys(COLUMNS, Unscored(unscored="the outcome was chosen by the reviewer"))
    predicted = drafted.outcome if drafted.outcome in ("upheld", "overturned") else None
    return outcome_values(target.outcome, predicted, drafted.confidence)


def outcome_values(actual: HumanOutcome, predicted: str | None, probability: float) -> Values:
    """The columns of this scorer, for drafts and baselines alike; `predicted` is None for an abstention."""
    return {
        ACTUAL: actual,
        PREDICTED: predicted or Unscored(unscored="the draft abstains"),
        DECIDED: predicted is not None,
        RIGHT: predicted == actual,
        PROBABILITY: float(probability),
    }


def positive(column: Column) -> Column:
    """Whether each outcome is Overturned."""
    return np.asarray(column == "overturned", dtype=bool)


def certainty(columns: Columns) -> Column:
    """The probability that the draft gives to the outcome it suggests."""
    probability = columns[PROBABILITY]
    return np.where(positive(columns[PREDICTED]), probability, 1 - probability)


def _two_by_two(measure: Callable[[Confusion], Array]) -> Callable[[Columns, Weights], Array]:
    def compute(columns: Columns, weights: Weights) -> Array:
        return measure(count(positive(columns[ACTUAL]), positive(columns[PREDICTED]), weights))

    return compute


def _strict(columns: Columns, weights: Weights) -> Array:
    actual = positive(columns[ACTUAL])
    return (mean(weights * actual, columns[RIGHT]) + mean(weights * ~actual, columns[RIGHT])) / 2


def _auc(columns: Columns, weights: Weights) -> Array:
    return roc_auc(positive(columns[ACTUAL]), columns[PROBABILITY], weights)


def _brier(columns: Columns, weights: Weights) -> Array:
    return mean(weights, (columns[PROBABILITY] - positive(columns[ACTUAL])) ** 2)


def _area(columns: Columns, weights: Weights) -> Array:
    return risk_coverage_area(~columns[RIGHT].astype(bool), certainty(columns), weights)


def _abstention(columns: Columns, weights: Weights) -> Array:
    return 1 - mean(weights, columns[DECIDED])


def _decided(name: str, text: str, measure: Callable[[Confusion], Array], low: float = 0.0) -> Measure:
    return Measure(f"outcome.{name}", text, (ACTUAL, PREDICTED), "higher", (low, 1.0), _two_by_two(measure))


def _other(
    name: str,
    text: str,
    columns: tuple[str, ...],
    direction: Direction,
    compute: Callable[[Columns, Weights], Array],
) -> Measure:
    return Measure(f"outcome.{name}", text, columns, direction, (0.0, 1.0), compute)


SCORER = Scorer(
    name="outcome",
    columns=COLUMNS,
    measures=(
        _decided("mcc", "Matthews correlation of decided outcomes", matthews, -1.0),
        _decided("macro_f1", "mean F1 of both outcomes", macro_f1),
        _decided("balanced_accuracy", "mean recall of both outcomes", balanced_accuracy),
        _other("strict", "mean recall of both outcomes, abstentions missed", (ACTUAL, RIGHT), "higher", _strict),
        _decided("overturned_precision", "share of suggested Overturned that are", precision),
        _decided("overturned_recall", "share of Overturned that are suggested so", recall),
        _decided("kappa", "Cohen's kappa with the physicians", lambda counts: cohen_kappa(counts.table()), -1.0),
        _decided("ac1", "Gwet's AC1 with the physicians", lambda counts: gwet_ac1(counts.table()), -1.0),
        _other("roc_auc", "ROC-AUC of the overturn probability", (ACTUAL, PROBABILITY), "higher", _auc),
        _other("brier", "mean squared error of the overturn probability", (ACTUAL, PROBABILITY), "lower", _brier),
        _other("abstention", "share of items without a suggested outcome", (DECIDED,), "lower", _abstention),
        _other("risk_coverage", "area under risk-coverage", (ACTUAL, PREDICTED, RIGHT, PROBABILITY), "lower", _area),
    ),
    score_item=score_item,
    groups=("primary", "derived"),
)
