"""Measures of a score that ranks items, for many resamples at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals.statistics.arrays import Array, Column, Weights, divide


class _Ties(NamedTuple):
    """Items grouped by equal score."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]

    def sums(self, weights: Weights, values: Column) -> Array:
        """Weighted sum of `values` in each group, shape (resamples, groups)."""
        return np.add.reduceat((weights * values)[:, self.order], self.starts, axis=1)


def _group(scores: Column) -> _Ties:
    """Groups of equal score, lowest first."""
    order = np.argsort(scores, kind="stable")
    ordered = scores[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    return _Ties(order, starts)


def roc_auc(truth: Column, scores: Column, weights: Weights) -> Array:
    """Probability that a positive item scores above a negative one, ties counted half; in [0, 1].

    Source: Hanley & McNeil, Radiology 1982;143:29-36. Undefined without both classes.
    """
    ties = _group(scores)
    positive, negative = ties.sums(weights, truth), ties.sums(weights, ~truth)
    below = np.cumsum(negative, axis=1) - negative
    wins = (positive * (below + negative / 2)).sum(axis=1)
    return divide(wins, positive.sum(axis=1) * negative.sum(axis=1))


def risk_coverage_area(wrong: Column, certainty: Column, weights: Weights) -> Array:
    """Mean error rate among the most certain items, over all coverages; in [0, 1], lower is better.

    Source: Geifman, Uziel & El-Yaniv, ICLR 2019 (area under the risk-coverage curve). Within a group of equal
    certainty the order is unknown; errors are spread evenly over it, which makes the value independent of row order.
    """
    ties = _group(-certainty.astype(np.float64))
    size, errors = ties.sums(weights, np.ones(len(wrong))), ties.sums(weights, wrong)
    end, start = np.cumsum(size, axis=1), np.cumsum(size, axis=1) - size
    before = np.cumsum(errors, axis=1) - errors
    slope = np.where(size > 0, errors / np.where(size > 0, size, 1.0), 0.0)
    # The integral of (before + slope * (t - start)) / t from start to end; its logarithm vanishes at start 0.
    growth = np.log(np.where(start > 0, end / np.where(start > 0, start, 1.0), 1.0))
    area = ((before - slope * start) * growth + slope * size).sum(axis=1)
    return divide(area, weights.sum(axis=1))
