"""Measures of a two-by-two table, for many resamples at once. The positive class is Overturned."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from evals.statistics.arrays import Array, Column, Weights, divide, total


class Confusion(NamedTuple):
    """Weighted counts, each of shape (resamples,)."""

    true_positive: Array
    false_positive: Array
    false_negative: Array
    true_negative: Array

    def table(self) -> Array:
        """Shape (resamples, 2, 2): truth by row, prediction by column, negative first."""
        rows = [[self.true_negative, self.false_positive], [self.false_negative, self.true_positive]]
        return np.moveaxis(np.array(rows), -1, 0)


def count(truth: Column, predicted: Column, weights: Weights) -> Confusion:
    """Count a two-class prediction; both columns are boolean, True for Overturned."""
    return Confusion(
        total(weights, truth & predicted),
        total(weights, ~truth & predicted),
        total(weights, truth & ~predicted),
        total(weights, ~truth & ~predicted),
    )


def matthews(counts: Confusion) -> Array:
    """Matthews correlation coefficient (Matthews, Biochim Biophys Acta 1975;405:442-451), in [-1, 1].

    A prediction that never varies has no association with a truth that does: 0, as in scikit-learn and by the
    limit in Chicco & Jurman, BMC Genomics 2020;21:6. Undefined when the truth never varies.
    """
    tp, fp, fn, tn = counts
    product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    value = divide(tp * tn - fp * fn, np.sqrt(product))
    constant = ((tp + fp) == 0) | ((tn + fn) == 0)
    varied = ((tp + fn) > 0) & ((tn + fp) > 0)
    return np.where(varied, np.where(constant, 0.0, value), np.nan)


def recall(counts: Confusion) -> Array:
    """Share of the truly Overturned that are predicted so."""
    return divide(counts.true_positive, counts.true_positive + counts.false_negative)


def precision(counts: Confusion) -> Array:
    """Share of the predicted Overturned that truly are; undefined when none is predicted."""
    return divide(counts.true_positive, counts.true_positive + counts.false_positive)


def balanced_accuracy(counts: Confusion) -> Array:
    """Mean of the recalls of both classes (Brodersen et al., ICPR 2010:3121-3124); undefined without both."""
    return (recall(counts) + recall(_swap(counts))) / 2


def macro_f1(counts: Confusion) -> Array:
    """Mean of the F1 of both classes (Sokolova & Lapalme, Inf Process Manag 2009;45:427-437).

    A class that occurs and is never predicted has F1 0. Undefined when a class does not occur in the truth.
    """
    both = (_f1(counts) + _f1(_swap(counts))) / 2
    varied = (counts.true_positive + counts.false_negative > 0) & (counts.true_negative + counts.false_positive > 0)
    return np.where(varied, both, np.nan)


def _f1(counts: Confusion) -> Array:
    tp, fp, fn, _ = counts
    return divide(2 * tp, 2 * tp + fp + fn)


def _swap(counts: Confusion) -> Confusion:
    """The same table with Upheld as the positive class."""
    tp, fp, fn, tn = counts
    return Confusion(tn, fn, fp, tp)
