"""Comparing two runs on the same items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from evals.extra import eval_extra
from evals.statistics.arrays import Array, Column, Columns, Weights
from evals.statistics.bootstrap import Draws, Interval, identity, percentile_interval

Compute = Callable[[Columns, Weights], Array]
"""A metric: columns and weights to one value for each resample."""


class McNemar(NamedTuple):
    """Exact test of a change in a binary score."""

    gained: int
    """Items that only the second run has right."""
    lost: int
    """Items that only the first run has right."""
    p_value: float


class Difference(NamedTuple):
    """Second run minus first, on the items both have."""

    first: float
    second: float
    value: float
    interval: Interval | None

    @property
    def significant(self) -> bool:
        """Whether the interval excludes no difference."""
        return self.interval is not None and self.interval.excludes(0.0)


def mcnemar_exact(first: Sequence[bool], second: Sequence[bool]) -> McNemar:
    """Exact McNemar test: two-sided binomial test of the discordant items against one half.

    Source: McNemar, Psychometrika 1947;12:153-157; exact form in Agresti, Categorical Data Analysis, 10.1. It takes
    items as independent, which items of one case are not: read it beside the clustered interval of `Difference`.
    """
    with eval_extra():
        from scipy.stats import binomtest  # type: ignore[import-untyped]
    one, two = _booleans(first), _booleans(second)
    gained, lost = int((~one & two).sum()), int((one & ~two).sum())
    p_value = float(binomtest(gained, gained + lost, 0.5).pvalue) if gained + lost else 1.0
    return McNemar(gained, lost, p_value)


def paired_difference(
    compute: Compute, first: Columns, second: Columns, cases: Sequence[str], draws: Draws
) -> Difference | None:
    """Bootstrap the difference of a metric with the same cases drawn for both; None where it is undefined.

    `first` and `second` hold the same items in the same order; `cases` names the case of each.
    """
    data = identity(len(cases))
    one, two = float(compute(first, data)[0]), float(compute(second, data)[0])
    if np.isnan(one) or np.isnan(two):
        return None
    weights = draws.weights(cases)
    spread = compute(second, weights) - compute(first, weights)
    return Difference(one, two, two - one, percentile_interval(spread))


def _booleans(values: Sequence[bool]) -> Column:
    return np.asarray(values, dtype=bool)
