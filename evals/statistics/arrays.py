"""Shapes that the statistics share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Column = NDArray[Any]
"""One value for each scored item, shape (items,): float, bool or str."""
Columns = Mapping[str, Column]
Weights = Array
"""How often each item counts in each resample, shape (resamples, items). A single row of ones is the data itself."""


def divide(numerator: Array, denominator: Array) -> Array:
    """Elementwise quotient; NaN where the denominator is zero, without a warning.

    NaN marks a resample in which a metric is undefined. It stays inside the statistics: what leaves them is a
    number or None.
    """
    safe = np.where(denominator == 0, 1.0, denominator)
    return np.where(denominator == 0, np.nan, numerator / safe)


def total(weights: Weights, values: Column) -> Array:
    """Weighted sum of a column in each resample, shape (resamples,)."""
    return np.asarray(weights @ values.astype(np.float64), dtype=np.float64)


def mean(weights: Weights, values: Column) -> Array:
    """Weighted mean of a column in each resample."""
    return divide(total(weights, values), weights.sum(axis=1))
