"""Percentile bootstrap, clustered by case.

The items of one case share a patient, a record and a reviewer, so that they are not independent; whole cases are
drawn with replacement (Davison & Hinkley 1997, ch. 3.8; Field & Welsh, J R Stat Soc B 2007;69:369-390). Interval:
percentile method (Efron & Tibshirani 1993, ch. 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.statistics.arrays import Array, Weights

RESAMPLES = 2000
SEED = 20140925
LEVEL = 0.95
_DEFINED = 0.5
"""An interval needs a metric that is defined in at least this share of the resamples."""


class Interval(NamedTuple):
    """Bounds of a percentile interval."""

    low: float
    high: float

    def excludes(self, value: float) -> bool:
        return not self.low <= value <= self.high


class Draws:
    """Bootstrap draws of cases. Metrics that share one `Draws` are resampled together, so that they can be paired."""

    def __init__(self, cases: Sequence[str], resamples: int = RESAMPLES, seed: int = SEED) -> None:
        self._place = {case: place for place, case in enumerate(sorted(set(cases)))}
        size = len(self._place)
        generator = np.random.default_rng(seed)
        self._counts = generator.multinomial(size, np.full(size, 1 / size), size=resamples).astype(np.float64)

    def weights(self, cases: Sequence[str]) -> Weights:
        """Weights of items by the case each belongs to, shape (resamples, items)."""
        return self._counts[:, [self._place[case] for case in cases]]


def identity(items: int) -> Weights:
    """Weights of the data as it is."""
    return np.ones((1, items))


def percentile_interval(values: Array, level: float = LEVEL) -> Interval | None:
    """Interval of resampled values; resamples without a value are left out, None when too few have one."""
    defined = values[~np.isnan(values)]
    if len(defined) == 0 or len(defined) < _DEFINED * len(values):
        return None
    tail = (1 - level) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(float(low), float(high))
