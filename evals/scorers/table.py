"""From the stored scores of items to metrics with intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from drafter.case import Frozen
from evals.scorers.base import Direction, Group, ItemScore, Measure, Scorer, Unscored
from evals.statistics.arrays import Columns
from evals.statistics.bootstrap import Draws, identity, percentile_interval

_NOT_RECORDED = "not recorded in this run"
_UNDEFINED = "undefined on these items"


class Metric(Frozen):
    """A metric over the items of a run, as it is stored and printed."""

    name: str
    group: Group
    text: str
    direction: Direction
    low_bound: float | None
    high_bound: float | None
    value: float | None
    """None when the metric is undefined on these items; `reasons` says why."""
    low: float | None = None
    """95% interval, clustered by case; None when it is undefined in most resamples."""
    high: float | None = None
    n: int
    """Items scored."""
    cases: int
    """Cases these items belong to."""
    unscored: int
    """Items of the group without a value."""
    reasons: dict[str, int]
    """Unscored items by reason."""

    @property
    def key(self) -> str:
        """Name for gates and baselines: `outcome.mcc`, `outcome.mcc@derived`."""
        return self.name if self.group in ("all", "primary") else f"{self.name}@{self.group}"


class Scored(NamedTuple):
    """The items that have a value in every column asked for, and those columns."""

    rows: list[ItemScore]
    columns: Columns


def columns_of(scores: Sequence[ItemScore], names: tuple[str, ...]) -> Scored:
    """Columns over the items on which all of them are scored."""
    rows = [score for score in scores if _reason(score, names) is None]
    return Scored(rows, {name: np.array([row.values[name] for row in rows]) for name in names})


def summarise(scores: Iterable[ItemScore], scorers: Iterable[Scorer], draws: Draws | None = None) -> list[Metric]:
    """Every metric of every scorer over its groups, in order.

    `draws` are the resamples of cases; by default they are drawn over the cases of `scores`, with the fixed seed. A
    group without items gives no metric.
    """
    scores = list(scores)
    draws = draws or Draws([score.case for score in scores])
    metrics = []
    for scorer in scorers:
        for group in scorer.groups:
            members = [score for score in scores if score.belongs_to(group)]
            metrics += [measure_items(measure, members, group, draws) for measure in scorer.measures if members]
    return metrics


def measure_items(measure: Measure, members: Sequence[ItemScore], group: Group, draws: Draws) -> Metric:
    """One metric over the items of one group."""
    rows, columns = columns_of(members, measure.columns)
    reasons = Counter(reason for score in members if (reason := _reason(score, measure.columns)))
    value = _value(measure, columns, len(rows))
    if value is None and rows:
        reasons[_UNDEFINED] += len(rows)
    interval = None
    if value is not None:
        interval = percentile_interval(measure.compute(columns, draws.weights([row.case for row in rows])))
    return Metric(
        name=measure.name,
        group=group,
        text=measure.text,
        direction=measure.direction,
        low_bound=measure.bounds[0],
        high_bound=measure.bounds[1],
        value=value,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        n=len(rows) if value is not None else 0,
        cases=len({row.case for row in rows}) if value is not None else 0,
        unscored=sum(reasons.values()),
        reasons=dict(sorted(reasons.items())),
    )


def value_of(measure: Measure, members: Sequence[ItemScore]) -> float | None:
    """The metric alone, without interval and counts; None where it is undefined on these items."""
    rows, columns = columns_of(members, measure.columns)
    return _value(measure, columns, len(rows))


def _value(measure: Measure, columns: Columns, rows: int) -> float | None:
    if not rows:
        return None
    value = float(measure.compute(columns, identity(rows))[0])
    return None if np.isnan(value) else value


def _reason(score: ItemScore, names: tuple[str, ...]) -> str | None:
    """Why an item has no value in one of the columns; None when it has all."""
    for name in names:
        value = score.values.get(name)
        if value is None:
            return _NOT_RECORDED
        if isinstance(value, Unscored):
            return value.unscored
    return None
