"""Measures of a ranking against what was wanted, each with a 95 % interval, clustered by case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.statistics.arrays import mean
from evals.statistics.bootstrap import Draws, identity, percentile_interval


class Ranked(NamedTuple):
    """One question: the case (or document) it belongs to, what was found, best first, and what was wanted."""

    case: str
    found: list[str]
    wanted: frozenset[str]

    def hit(self, k: int) -> float:
        """1 when any of the first `k` was wanted."""
        return float(bool(self.wanted & set(self.found[:k])))

    def recall(self, k: int) -> float:
        """Share of what was wanted that is among the first `k`."""
        return len(self.wanted & set(self.found[:k])) / len(self.wanted)

    def reciprocal_rank(self) -> float:
        return next((1 / rank for rank, name in enumerate(self.found, start=1) if name in self.wanted), 0.0)


class Estimate(NamedTuple):
    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def estimate(cases: Sequence[str], values: Sequence[float]) -> Estimate:
    """Mean and percentile interval; whole cases are drawn."""
    column = np.array(values)
    interval = percentile_interval(mean(Draws(cases).weights(cases), column))
    low, high = interval or (float("nan"), float("nan"))
    return Estimate(float(mean(identity(len(values)), column)[0]), low, high)


def table_row(name: str, ranked: Sequence[Ranked]) -> str:
    """First, first three, recall of the first five, and mean reciprocal rank."""
    cases = [entry.case for entry in ranked]
    columns = (
        [entry.hit(1) for entry in ranked],
        [entry.hit(3) for entry in ranked],
        [entry.recall(5) for entry in ranked],
        [entry.reciprocal_rank() for entry in ranked],
    )
    return f"{name:<36}" + "".join(f"{estimate(cases, values)!s:>24}" for values in columns)


def table_head(name: str) -> str:
    return f"{name:<36}" + "".join(f"{title:>24}" for title in ("first", "first three", "recall@5", "MRR"))
