"""Two runs on the same items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from drafter.errors import InputError
from evals.judge.grades import MEASURES, judge_of, judged_scores
from evals.judge.records import JudgeIdentity
from evals.run.folder import Run
from evals.scorers import SCORERS, ItemScore, Measure, compare_runs, pair_items
from evals.scorers.absence import PROVEN
from evals.scorers.base import Group
from evals.scorers.cost import SECONDS
from evals.scorers.flags import CLEAN
from evals.scorers.form import COMPLETE
from evals.scorers.lock import FIELDS
from evals.scorers.outcome import PREDICTED, RIGHT
from evals.statistics.arrays import Columns
from evals.statistics.bootstrap import Draws
from evals.statistics.paired import Difference, McNemar, mcnemar_exact

Effect = Literal["better", "worse", "changed", "same"]
_NOISE = 1e-9


class Change(NamedTuple):
    """One metric in both runs."""

    metric: str
    text: str
    difference: Difference | None
    mcnemar: McNemar | None
    """For metrics that are the share of items with a yes."""
    items: int
    unpaired: int
    effect: Effect
    """What the interval of the difference supports; `changed` for a metric without a good direction."""


class Flip(NamedTuple):
    """An item on which the runs differ in a yes-or-no score."""

    sample: str
    case: str
    item: int
    repeat: int
    what: str
    gained: bool
    before: str
    after: str


class Comparison(NamedTuple):
    """Second run against first."""

    first: Run
    second: Run
    configuration: list[str]
    """What differs between the configurations, in words."""
    outcome: McNemar
    """Exact test on the items whose outcome is right in one run only, ancillary ones aside."""
    changes: list[Change]
    flips: list[Flip]

    @property
    def notable(self) -> list[Change]:
        """Metrics that moved; time is left out, since it depends on what else the machine did."""
        return [change for change in self.changes if change.effect != "same" and change.metric != SECONDS]


_FLIPS = {
    RIGHT: "outcome",
    CLEAN: "no blocking flag",
    FIELDS: "lock unchanged",
    PROVEN: "absences proven",
    COMPLETE: "form complete",
}


def compare(first: Run, second: Run) -> Comparison:
    """Compare two runs over the items that both have; runs without a common item are an InputError."""
    one, two = first.scores, second.scores
    if not {(row.sample, row.item) for row in one} & {(row.sample, row.item) for row in two}:
        raise InputError(
            f"{first.folder.path} and {second.folder.path} have no sample in common; compare runs of one suite"
        )
    draws = Draws([row.case for row in (*one, *two)])
    judges = judge_of(first), judge_of(second)
    rights = pair_items(_of_group(one, "primary"), _of_group(two, "primary"), (RIGHT,))
    return Comparison(
        first,
        second,
        second.info.configuration.differences(first.info.configuration) + _other_judge(*judges),
        mcnemar_exact(list(rights.first[RIGHT]), list(rights.second[RIGHT])),
        [_change(measure, group, one, two, draws) for measure, group in _measures()]
        + (_judge_changes(first, second, draws) if judges[0] and judges[0] == judges[1] else []),
        sorted(_flips(one, two), key=lambda flip: (flip.what != "outcome", flip.gained, flip.sample, flip.item)),
    )


def _measures() -> Iterator[tuple[Measure, Group]]:
    """Every metric over its main group."""
    for scorer in SCORERS:
        yield from ((measure, scorer.groups[0]) for measure in scorer.measures)


def _other_judge(first: JudgeIdentity | None, second: JudgeIdentity | None) -> list[str]:
    return ["judge"] if first and second and first != second else []


def _judge_changes(first: Run, second: Run, draws: Draws) -> list[Change]:
    """What one and the same judge says of both runs; grades of two judges are never compared."""
    one, two = judged_scores(first), judged_scores(second)
    return [_change(measure, "all", one, two, draws) for measure in MEASURES]


def _change(
    measure: Measure, group: Group, first: Sequence[ItemScore], second: Sequence[ItemScore], draws: Draws
) -> Change:
    one, two = _of_group(first, group), _of_group(second, group)
    pairs = pair_items(one, two, measure.columns)
    difference = compare_runs(measure, one, two, draws)
    return Change(
        metric=measure.name,
        text=measure.text,
        difference=difference,
        mcnemar=_mcnemar(measure, pairs.first, pairs.second) if pairs.first_rows else None,
        items=len(pairs.first_rows),
        unpaired=pairs.unpaired,
        effect=_effect(measure, difference),
    )


def _of_group(scores: Sequence[ItemScore], group: Group) -> list[ItemScore]:
    return [score for score in scores if score.belongs_to(group)]


def _mcnemar(measure: Measure, first: Columns, second: Columns) -> McNemar | None:
    if measure.columns != (measure.name,) or first[measure.name].dtype != np.bool_:
        return None
    return mcnemar_exact(list(first[measure.name]), list(second[measure.name]))


def _effect(measure: Measure, difference: Difference | None) -> Effect:
    if difference is None or not difference.significant or abs(difference.value) <= _NOISE:
        return "same"
    if measure.direction == "neither":
        return "changed"
    return "better" if (difference.value > 0) == (measure.direction == "higher") else "worse"


def _flips(first: Sequence[ItemScore], second: Sequence[ItemScore]) -> Iterator[Flip]:
    for column, what in _FLIPS.items():
        pairs = pair_items(first, second, (column,))
        for one, two in zip(pairs.first_rows, pairs.second_rows, strict=True):
            before, after = one.values[column], two.values[column]
            if (before == 1) != (after == 1):
                tell = _suggested if column == RIGHT else _yes
                told = tell(one, column), tell(two, column)
                yield Flip(two.sample, two.case, two.item, two.repeat, what, after == 1, *told)


def _suggested(score: ItemScore, column: str) -> str:
    value = score.values.get(PREDICTED)
    return value if isinstance(value, str) else "abstained"


def _yes(score: ItemScore, column: str) -> str:
    return "yes" if score.values[column] == 1 else "no"
