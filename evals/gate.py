"""Gates: what a suite's YAML asks of a run.

```yaml
gates:
  guideline.chapter_hit_3: {floor: 0.85, no_regression: true}
  outcome.abstention: {ceiling: 0.1}
  outcome.mcc: 0.15            # short for {floor: 0.15}
```

A floor or ceiling holds for the metric's value. `no_regression` asks that nothing got significantly worse since the
blessed baseline: the 95% interval of the paired difference, clustered by case, must not exclude 0 on the bad side.
A metric that cannot be computed fails its floor, and its `no_regression` where the baseline has a value: what is not
measured is not assured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from drafter.case import Frozen
from drafter.errors import InputError
from evals.blessed import Blessed
from evals.compare.blame import Culprit, below_best, got_worse
from evals.scorers import SCORERS, ItemScore, Measure, Metric, compare_runs, value_of
from evals.scorers.base import Group
from evals.statistics.paired import Difference

_NOISE = 1e-9
"""Differences up to this are of the arithmetic: the same run on another machine."""
_NAMED = 50
"""Items that a failed gate names at most."""


class Gate(Frozen):
    """What is asked of one metric."""

    floor: float | None = None
    ceiling: float | None = None
    no_regression: bool = False


class Verdict(Frozen):
    """Whether a gate holds."""

    metric: str
    passed: bool
    message: str
    value: float | None
    cases: tuple[Culprit, ...] = ()
    """The items that a failed gate is due to, the worst first."""


class _Known(NamedTuple):
    """A metric that gates can name."""

    measure: Measure
    group: Group


DEFAULTS: Mapping[str, Gate] = {
    name: Gate(no_regression=True)
    for name in (
        "outcome.strict",
        "outcome.roc_auc",
        "guideline.chapter_hit_3",
        "items.exact",
        "lock.fields",
        "citations.sentences",
        "faithfulness.sentences",
        "absence.proven",
        "key_points.with_findings",
        "form.complete",
        "flags.clean",
        "flags.warnings",
        "engine.own",
    )
}
"""For a suite without gates of its own, once it has a blessed baseline: a folder of letters has no YAML."""


def parse_gates(given: Mapping[str, Any], source: str) -> dict[str, Gate]:
    """Read a suite's gates; an unknown metric or key is an InputError."""
    gates = {}
    for name, value in given.items():
        if name not in _known():
            raise InputError(f"{source}: gates: {name}: there is no such metric; see the names in summary.md of a run")
        try:
            gates[name] = Gate.model_validate(value if isinstance(value, dict) else {"floor": value})
        except ValidationError as error:
            first = error.errors()[0]
            raise InputError(
                f"{source}: gates: {name}: {first['msg']}; a gate has `floor`, `ceiling` and `no_regression`"
            ) from error
    return gates


def check_gates(
    gates: Mapping[str, Gate], scores: Sequence[ItemScore], metrics: Iterable[Metric], blessed: Blessed | None
) -> tuple[Verdict, ...]:
    """Check every gate against a run's scores and metrics."""
    by_key = {metric.key: metric for metric in metrics}
    return tuple(_check(name, gate, scores, by_key.get(name), blessed) for name, gate in gates.items())


def _check(
    name: str, gate: Gate, scores: Sequence[ItemScore], metric: Metric | None, blessed: Blessed | None
) -> Verdict:
    known = _known()[name]
    members = [score for score in scores if score.belongs_to(known.group)]
    value = metric.value if metric else None
    bound = _outside(gate, value)
    if bound:
        cases = _to_blame(known, members, blessed)[:_NAMED]
        return Verdict(metric=name, passed=False, message=bound, value=value, cases=cases)
    notes = _within(gate, value)
    if not gate.no_regression:
        return Verdict(metric=name, passed=True, message=notes, value=value)
    passed, message, cases = _regression(known, members, blessed)
    return Verdict(
        metric=name, passed=passed, message="; ".join(filter(None, [notes, message])), value=value, cases=cases
    )


def _outside(gate: Gate, value: float | None) -> str | None:
    """Why a value breaks a bound; None when it keeps both."""
    if value is None:
        return "cannot be computed on these items" if gate.floor is not None or gate.ceiling is not None else None
    if gate.floor is not None and value < gate.floor - _NOISE:
        return f"{value:.3f} is below the floor of {gate.floor:g}"
    if gate.ceiling is not None and value > gate.ceiling + _NOISE:
        return f"{value:.3f} is above the ceiling of {gate.ceiling:g}"
    return None


def _within(gate: Gate, value: float | None) -> str:
    bounds = []
    if gate.floor is not None:
        bounds.append(f"floor {gate.floor:g}")
    if gate.ceiling is not None:
        bounds.append(f"ceiling {gate.ceiling:g}")
    return f"{value:.3f} keeps {' and '.join(bounds)}" if bounds and value is not None else ""


def _to_blame(known: _Known, members: Sequence[ItemScore], blessed: Blessed | None) -> tuple[Culprit, ...]:
    """The items that got worse since the baseline; where none did, all that are not at the best."""
    worse = got_worse(known.measure, blessed.scores, members) if blessed else ()
    return worse or below_best(known.measure, members)


class _Regression(NamedTuple):
    passed: bool
    message: str
    cases: tuple[Culprit, ...] = ()


def _regression(known: _Known, members: Sequence[ItemScore], blessed: Blessed | None) -> _Regression:
    if blessed is None:
        return _Regression(True, "no blessed baseline to compare with")
    then = [score for score in blessed.scores if score.belongs_to(known.group)]
    lost = _lost(members, then)
    if lost:
        return _Regression(False, f"{len(lost)} items of the baseline are not in this run", lost[:_NAMED])
    difference = compare_runs(known.measure, then, members)
    if difference is None:
        before = value_of(known.measure, then)
        if before is not None and value_of(known.measure, members) is None:
            return _Regression(False, f"cannot be computed on these items any more; the baseline has {before:.3f}")
        return _Regression(True, "cannot be compared with the baseline")
    text = _difference_text(difference)
    if _significantly_worse(known.measure, difference):
        worse = got_worse(known.measure, then, members)
        return _Regression(False, f"significantly worse than the baseline: {text}", worse[:_NAMED])
    return _Regression(True, f"no significant regression: {text}")


def _significantly_worse(measure: Measure, difference: Difference) -> bool:
    if measure.direction == "neither" or not difference.significant:
        return False
    return difference.value < -_NOISE if measure.direction == "higher" else difference.value > _NOISE


def _lost(now: Sequence[ItemScore], then: Sequence[ItemScore]) -> tuple[Culprit, ...]:
    here = {(score.sample, score.item) for score in now}
    gone = {(score.sample, score.item): score for score in then if (score.sample, score.item) not in here}
    return tuple(Culprit.of(score, "not in this run") for score in gone.values())


def _difference_text(difference: Difference) -> str:
    text = f"{difference.first:.3f} to {difference.second:.3f}, difference {difference.value:+.3f}"
    if difference.interval is None:
        return text
    return f"{text} [{difference.interval.low:+.3f}, {difference.interval.high:+.3f}]"


def _known() -> dict[str, _Known]:
    """Every metric by its key."""
    known: dict[str, _Known] = {}
    for scorer in SCORERS:
        for group in scorer.groups:
            suffix = "" if group in ("all", "primary") else f"@{group}"
            known |= {f"{measure.name}{suffix}": _Known(measure, group) for measure in scorer.measures}
    return known
