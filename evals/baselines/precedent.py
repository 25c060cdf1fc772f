"""Nearest precedent: the outcome of the most similar item of another case.

Similarity is the sum of the cosines of TF-IDF vectors of request and records. The item's own group (its case and cases
with nearly the same records) is left out; the order of time is not, which favours the baseline. The probability of
an overturn is the similarity-weighted share of Overturned among the five nearest items.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from drafter.determination import HumanOutcome
from evals.baselines.base import Baseline, Prediction, Question
from evals.baselines.vectors import Vectors

_NEAREST = 5


def predict(questions: Sequence[Question], outcomes: Sequence[HumanOutcome]) -> list[Prediction] | str:
    group = np.array([question.group for question in questions])
    if len(set(group)) < 2:
        return "there is no other case to learn from"
    rows = Vectors(questions).of(questions)
    similarity = np.asarray((rows @ rows.T).todense())
    similarity[group[:, None] == group[None, :]] = -np.inf
    overturned = np.array([outcome == "overturned" for outcome in outcomes])
    return [_vote(row, overturned) for row in similarity]


def _vote(similarity: np.ndarray, overturned: np.ndarray) -> Prediction:
    nearest = np.argsort(-similarity, kind="stable")[:_NEAREST]
    nearest = nearest[np.isfinite(similarity[nearest])]
    weights = similarity[nearest] + 1e-9
    probability = float((weights * overturned[nearest]).sum() / weights.sum())
    return Prediction("overturned" if overturned[nearest[0]] else "upheld", min(max(probability, 0.0), 1.0))


BASELINE = Baseline("nearest_precedent", "the outcome of the most similar item of another case", predict)
