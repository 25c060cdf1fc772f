"""How far the judge agrees with itself and with people, with intervals clustered by case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from drafter.case import Frozen
from evals.judge.labels import Entry
from evals.judge.records import Judged
from evals.judge.rubric import GRADES, Aspect, Grade, worst
from evals.statistics.agreement import cohen_kappa, gwet_ac1
from evals.statistics.arrays import Array, Weights
from evals.statistics.bootstrap import Draws, identity, percentile_interval


class Estimate(Frozen):
    """A figure with its 95% interval; None where it is undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Agreement(Frozen):
    """Two raters over the same texts. Kappa stands beside AC1 because either misleads alone on a skewed scale."""

    pairs: int
    cases: int
    ac1: Estimate
    kappa: Estimate


class Pair(NamedTuple):
    """Two grades of one text."""

    case: str
    first: Grade
    second: Grade


def with_itself(judged: Iterable[Judged], aspect: Aspect) -> Agreement:
    """Every two repeats of the same text."""
    judged = list(judged)
    cases = {answer.text_sha256: answer.case for answer in judged}
    pairs = [
        Pair(cases[text], *two)
        for text, given in _by_text(judged, aspect).items()
        for two in combinations(given.values(), 2)
    ]
    return agreement(pairs, both_ways=True)


def with_people(judged: Iterable[Judged], labels: Iterable[Entry], aspect: Aspect) -> Agreement:
    """The judge's grade of a text against each label of it."""
    own = settled(judged, aspect)
    return agreement(list(_beside(own, labels, aspect)))


def settled(judged: Iterable[Judged], aspect: Aspect) -> dict[str, Grade]:
    """The grade of each text over its repeats; texts without any answer are left out."""
    return {text: worst(list(given.values())) for text, given in _by_text(judged, aspect).items()}


def _by_text(judged: Iterable[Judged], aspect: Aspect) -> dict[str, dict[int, Grade]]:
    """Grades by text and repeat: a draft that is also a labelled text has one answer a repeat, and not two."""
    grades: dict[str, dict[int, Grade]] = defaultdict(dict)
    for answer in judged:
        if aspect in answer.grades:
            grades[answer.text_sha256][answer.repeat] = answer.grades[aspect]
    return grades


def agreement(pairs: Sequence[Pair], both_ways: bool = False) -> Agreement:
    """AC1 and kappa; `both_ways` where it does not matter which grade of a pair is the first."""
    if not pairs:
        return Agreement(pairs=0, cases=0, ac1=Estimate(value=None), kappa=Estimate(value=None))
    cells = np.zeros((len(pairs), len(GRADES), len(GRADES)))
    for row, pair in enumerate(pairs):
        cells[row, GRADES.index(pair.first), GRADES.index(pair.second)] += 1
        if both_ways:
            cells[row, GRADES.index(pair.second), GRADES.index(pair.first)] += 1
    cases = [pair.case for pair in pairs]
    weights = Draws(cases).weights(cases)
    return Agreement(
        pairs=len(pairs),
        cases=len(set(cases)),
        ac1=_estimate(gwet_ac1(_tables(identity(len(pairs)), cells)), gwet_ac1(_tables(weights, cells))),
        kappa=_estimate(cohen_kappa(_tables(identity(len(pairs)), cells)), cohen_kappa(_tables(weights, cells))),
    )


def _tables(weights: Weights, cells: Array) -> Array:
    return np.asarray(np.tensordot(weights, cells, axes=1), dtype=np.float64)


def _estimate(value: Array, resampled: Array) -> Estimate:
    if np.isnan(value[0]):
        return Estimate(value=None)
    interval = percentile_interval(resampled)
    low, high = interval or (None, None)
    return Estimate(value=float(value[0]), low=low, high=high)


def _beside(own: dict[str, Grade], labels: Iterable[Entry], aspect: Aspect) -> Iterator[Pair]:
    for entry in labels:
        said = entry.grades.get(aspect)
        if said and entry.sha256 in own:
            yield Pair(entry.case, own[entry.sha256], said)
