"""Scorers, one a file, and the metrics over them."""

from __future__ import annotations

from evals.scorers.base import Context, ItemScore, Measure, Scorer, Unscored
from evals.scorers.registry import SCORERS, score_draft, score_failure
from evals.scorers.table import Metric, columns_of, summarise

__all__ = [
    "SCORERS",
    "Context",
    "ItemScore",
    "Measure",
    "Metric",
    "Scorer",
    "Unscored",
    "columns_of",
    "score_draft",
    "score_failure",
    "summarise",
]
