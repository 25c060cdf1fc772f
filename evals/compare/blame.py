"""Which items a metric's value, or its change, is due to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.case import Frozen
from evals.scorers import ItemScore, Measure, columns_of
from evals.scorers.base import Value, Values
from evals.scorers.outcome import ACTUAL, DECIDED, PREDICTED, PROBABILITY, RIGHT

_SMALLEST = 1e-9


class Culprit(Frozen):
    """An item that pulls a metric down."""

    sample: str
    case: str
    item: int
    detail: str

    @classmethod
    def of(cls, score: ItemScore, detail: str) -> Culprit:
        return cls(sample=score.sample, case=score.case, item=score.item, detail=detail)


class _Loss(NamedTuple):
    """How much single items pull a metric down."""

    columns: tuple[str, ...]
    of: Callable[[Values], float]
    """Larger is worse."""
    best: float | None
    """The loss of an item that does not pull it down; None when there is no such bound."""
    tell: Callable[[Values], str]


class _Blamed(NamedTuple):
    loss: float
    score: ItemScore
    detail: str

    @property
    def place(self) -> tuple[float, str, int]:
        """The worst first, then in the order of samples."""
        return -self.loss, self.score.sample, self.score.item


def below_best(measure: Measure, scores: Sequence[ItemScore]) -> tuple[Culprit, ...]:
    """Items that are not at the metric's best value, the worst first."""
    loss = _loss(measure)
    rows = columns_of(scores, loss.columns).rows
    best = loss.best if loss.best is not None else min((loss.of(row.values) for row in rows), default=0.0)
    blamed = [
        _Blamed(loss.of(row.values) - best, row, f"{loss.tell(row.values)}{_physician(loss, row.values)}")
        for row in rows
    ]
    return _culprits(entry for entry in blamed if entry.loss > _SMALLEST)


def got_worse(measure: Measure, then: Sequence[ItemScore], now: Sequence[ItemScore]) -> tuple[Culprit, ...]:
    """Items that pull a metric further down than they did, the worst first."""
    loss = _loss(measure)
    before = {(row.sample, row.repeat, row.item): row.values for row in columns_of(then, loss.columns).rows}
    blamed = []
    for row in columns_of(now, loss.columns).rows:
        earlier = before.get((row.sample, row.repeat, row.item))
        if earlier and loss.of(row.values) - loss.of(earlier) > _SMALLEST:
            detail = f"{loss.tell(row.values)}, was {loss.tell(earlier)}{_physician(loss, row.values)}"
            blamed.append(_Blamed(loss.of(row.values) - loss.of(earlier), row, detail))
    return _culprits(iter(blamed))


def _culprits(blamed: Iterator[_Blamed]) -> tuple[Culprit, ...]:
    return tuple(Culprit.of(entry.score, entry.detail) for entry in sorted(blamed, key=lambda entry: entry.place))


def _loss(measure: Measure) -> _Loss:
    """Decisions lose by each item that is not right, probabilities by its squared error, means by the item's value."""
    columns = measure.columns
    if measure.name in _ONE_SIDED:
        return _Loss((ACTUAL, PROBABILITY, RIGHT), _ONE_SIDED[measure.name], 0.0, _tell_outcome)
    if RIGHT in columns or PREDICTED in columns:
        return _Loss((ACTUAL, PROBABILITY, RIGHT), lambda values: 1 - _number(values[RIGHT]), 0.0, _tell_outcome)
    if columns == (ACTUAL, PROBABILITY):
        return _Loss(columns, _squared_error, 0.0, _tell_outcome)
    if columns == (DECIDED,):
        return _Loss((ACTUAL, PROBABILITY, DECIDED), lambda values: 1 - _number(values[DECIDED]), 0.0, _tell_outcome)
    name, sign = columns[0], 1 if measure.direction == "lower" else -1
    bound = measure.bounds[0] if measure.direction == "lower" else measure.bounds[1]
    best = None if bound is None else sign * bound
    return _Loss((name,), lambda values: sign * _number(values[name]), best, lambda values: _tell(values[name]))


def _missed(values: Values) -> float:
    """An Overturned item that is not suggested so; others do not bear on recall."""
    return float(values[ACTUAL] == "overturned" and values[RIGHT] is False)


def _false_alarm(values: Values) -> float:
    """An item that is suggested Overturned and is not; others do not bear on precision."""
    return float(values.get(PREDICTED) == "overturned" and values[ACTUAL] != "overturned")


_ONE_SIDED = {"outcome.overturned_recall": _missed, "outcome.overturned_precision": _false_alarm}


def _squared_error(values: Values) -> float:
    return (_number(values[PROBABILITY]) - (values[ACTUAL] == "overturned")) ** 2


def _tell_outcome(values: Values) -> str:
    predicted = values.get(PREDICTED)
    suggested = predicted if isinstance(predicted, str) else "abstained"
    return f"{suggested} ({_number(values[PROBABILITY]):.2f})"


def _physician(loss: _Loss, values: Values) -> str:
    """What the physician decided, where the loss is about outcomes and it was not the same."""
    return f", physician {values[ACTUAL]}" if loss.tell is _tell_outcome and values.get(RIGHT) is False else ""


def _tell(value: Value) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else f"{_number(value):.3g}"


def _number(value: Value) -> float:
    if not isinstance(value, bool | int | float):
        raise TypeError(f"not a number: {value!r}")
    return float(value)
