"""Predictions without a drafter, to compare drafts with."""

from __future__ import annotations

from evals.baselines.base import Baseline, Prediction, Question
from evals.baselines.scoring import BASELINES, score_baseline

__all__ = ["BASELINES", "Baseline", "Prediction", "Question", "score_baseline"]
