"""Coordinates of the plots; the templates draw them as SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from evals.scorers.base import ItemScore
from evals.scorers.curves import calibration_bins, confusion_counts, risk_coverage_curve
from evals.scorers.outcome import ACTUAL

LEFT, TOP, SIZE = 46, 14, 240
"""The square in which a plot is drawn, in user units."""
_Z = 1.96


class Cell(NamedTuple):
    """A cell of the confusion matrix."""

    actual: str
    predicted: str
    items: int
    shade: float
    """Share of its row, in [0, 1]."""


class Point(NamedTuple):
    """A point of a plot, with what is shown when it is pointed at."""

    x: float
    y: float
    text: str
    radius: float = 2.5
    low: float | None = None
    """Ends of a bar through the point."""
    high: float | None = None


class Plots(NamedTuple):
    """What the templates draw; lists are empty when there is nothing to draw."""

    cells: list[Cell]
    risk: list[Point]
    risk_top: float
    base_risk: float | None
    """Where the line of the error rate of always-Upheld lies."""
    calibration: list[Point]


def plots_of(scores: Sequence[ItemScore]) -> Plots:
    """The plots of a run, ancillary items aside."""
    primary = [score for score in scores if score.belongs_to("primary")]
    if not any(isinstance(score.values.get(ACTUAL), str) for score in primary):
        return Plots([], [], 1.0, None, [])
    curve = risk_coverage_curve(primary)
    base = _share_overturned(primary)
    top = _round_up(max([point.risk for point in curve] + [base]))
    risk = [
        Point(
            _x(point.coverage),
            _y(point.risk / top),
            f"the surest {point.coverage:.0%} of the items: {point.risk:.1%} wrong (certainty {point.certainty:.2f})",
        )
        for point in curve
    ]
    return Plots(_cells(primary), risk, top, _y(base / top), _calibration(primary))


def _cells(scores: Sequence[ItemScore]) -> list[Cell]:
    counts = confusion_counts(scores)
    cells = []
    for actual in ("upheld", "overturned"):
        row = {name: counts.get((actual, name), 0) for name in ("upheld", "overturned", "abstained")}
        whole = sum(row.values()) or 1
        cells += [Cell(actual, name, count, count / whole) for name, count in row.items()]
    return cells


def _calibration(scores: Sequence[ItemScore]) -> list[Point]:
    points = []
    for entry in calibration_bins(scores):
        low, high = _wilson(entry.observed, entry.items)
        text = (
            f"probability {entry.low:.1f} to {entry.high:.1f}: {entry.items} items, mean {entry.predicted:.2f}, "
            f"truly Overturned {entry.observed:.2f} [{low:.2f}, {high:.2f}]"
        )
        radius = 3 + 1.2 * math.log2(1 + entry.items)
        points.append(Point(_x(entry.predicted), _y(entry.observed), text, radius, _y(low), _y(high)))
    return points


def _wilson(share: float, items: int) -> tuple[float, float]:
    """95% score interval of a proportion (Wilson, J Am Stat Assoc 1927;22:209-212), items taken as independent."""
    whole = 1 + _Z**2 / items
    middle = (share + _Z**2 / (2 * items)) / whole
    half = _Z * math.sqrt(share * (1 - share) / items + _Z**2 / (4 * items**2)) / whole
    return max(0.0, middle - half), min(1.0, middle + half)


def _share_overturned(scores: Sequence[ItemScore]) -> float:
    actual = [score.values[ACTUAL] for score in scores if isinstance(score.values.get(ACTUAL), str)]
    return sum(value == "overturned" for value in actual) / len(actual)


def _round_up(value: float) -> float:
    """The top of an axis: a tenth that leaves room."""
    return min(1.0, max(0.1, math.ceil(value * 10 + 0.5) / 10))


def _x(share: float) -> float:
    return round(LEFT + SIZE * share, 2)


def _y(share: float) -> float:
    return round(TOP + SIZE * (1 - share), 2)
