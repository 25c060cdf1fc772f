"""Scorers, one a file, and the metrics over them."""

from __future__ import annotations

from evals.scorers.base import Context, ItemScore, Measure, Scorer, Unscored
from evals.scorers.pairing import Pairs, compare_runs, pair_items
from evals.scorers.registry import SCORERS, score_draft, score_failure
from evals.scorers.table import Metric, columns_of, summarise, value_of

__all__ = [
    "SCORERS",
    "Context",
    "ItemScore",
    "Measure",
    "Metric",
    "Pairs",
    "Scorer",
    "Unscored",
    "columns_of",
    "compare_runs",
    "pair_items",
    "score_draft",
    "score_failure",
    "summarise",
    "value_of",
]
