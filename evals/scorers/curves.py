"""The points behind the plots of a report: confusion counts, risk against coverage, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from evals.scorers.base import ItemScore, Unscored
from evals.scorers.outcome import ACTUAL, PREDICTED, PROBABILITY, RIGHT, certainty, positive
from evals.scorers.table import columns_of


class CurvePoint(NamedTuple):
    """A point of the risk-coverage curve."""

    coverage: float
    """Share of all scored items that the draft would decide at this certainty or above."""
    risk: float
    """Error rate among them."""
    certainty: float


class Bin(NamedTuple):
    """A bin of the calibration plot."""

    low: float
    high: float
    predicted: float
    """Mean probability of an overturn."""
    observed: float
    """Share truly Overturned."""
    items: int


def confusion_counts(scores: Iterable[ItemScore]) -> dict[tuple[str, str], int]:
    """Items by human and suggested outcome; a draft that abstains counts under `abstained`."""
    counts: Counter[tuple[str, str]] = Counter()
    for score in scores:
        actual, predicted = score.values.get(ACTUAL), score.values.get(PREDICTED)
        if isinstance(actual, str):
            counts[actual, predicted if isinstance(predicted, str) else "abstained"] += 1
    return dict(counts)


def risk_coverage_curve(scores: Iterable[ItemScore]) -> list[CurvePoint]:
    """One point for each level of certainty, the most certain first; items of equal certainty come together."""
    everything = [score for score in scores if not isinstance(score.values.get(ACTUAL), Unscored | None)]
    _, columns = columns_of(everything, (PREDICTED, RIGHT, PROBABILITY))
    sure, wrong = certainty(columns), ~columns[RIGHT].astype(bool)
    points = []
    for level in sorted(set(sure.tolist()), reverse=True):
        covered = sure >= level
        points.append(CurvePoint(float(covered.sum() / len(everything)), float(wrong[covered].mean()), level))
    return points


def calibration_bins(scores: Iterable[ItemScore], bins: int = 10) -> list[Bin]:
    """Bins of equal width over the probability of an overturn; empty bins are left out."""
    _, columns = columns_of(list(scores), (ACTUAL, PROBABILITY))
    probability, overturned = columns[PROBABILITY].astype(float), positive(columns[ACTUAL])
    place = np.minimum((probability * bins).astype(int), bins - 1)
    return [
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            predicted=float(probability[place == number].mean()),
            observed=float(overturned[place == number].mean()),
            items=int((place == number).sum()),
        )
        for number in sorted(set(place.tolist()))
    ]
