"""Always Upheld: what the base rate alone achieves. Its probability of an overturn is the same for every item."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.determination import HumanOutcome
from evals.baselines.base import Baseline, Prediction, Question


def predict(questions: Sequence[Question], outcomes: Sequence[HumanOutcome]) -> list[Prediction]:
    return [Prediction("upheld", 0.0) for _ in questions]


BASELINE = Baseline("always_upheld", "every item Upheld", predict)
