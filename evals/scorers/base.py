"""What a scorer is, and what it says about one item.

A scorer looks at one disputed item: the physician's decision (target) and the draft. It returns a value for each of
its columns, or `Unscored` with the reason. A metric condenses columns over items. Values are stored with a run, so
that intervals, comparisons and plots need neither drafts nor letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from drafter.case import Case, Frozen
from drafter.criteria.library import Library
from drafter.determination import Determination, DeterminedItem
from drafter.draft import Draft, DraftItem, Flag
from evals.statistics.arrays import Array, Columns, Weights, mean

Direction = Literal["higher", "lower", "neither"]
Group = Literal["all", "primary", "derived"]
"""`derived` are ancillary items that a physician decided only by the decision on their surgery; `primary` the rest."""


class Unscored(Frozen):
    """A value that cannot be had; counted by its reason, never replaced by zero or NaN."""

    unscored: str


Value = bool | float | str | Unscored
Values = dict[str, Value]
"""Values by column name, e.g. `outcome.predicted`."""


class ItemScore(Frozen):
    """All values of one disputed item, as they are stored with a run."""

    sample: str
    """The sample's id."""
    case: str
    """The case number: items of one case are resampled together."""
    item: int
    repeat: int = 1
    """Which drafting of the sample, where a run drafts each several times."""
    derived: bool = False
    values: Values

    def belongs_to(self, group: Group) -> bool:
        return group == "all" or self.derived == (group == "derived")


class Context(NamedTuple):
    """What a scorer may look at besides its two items."""

    case: Case
    target: Determination
    draft: Draft
    library: Library
    flags: Mapping[int, tuple[Flag, ...]]
    """Flags by item number, from verification at the time of scoring: flags stored in a draft are not believed."""

    def flagged(self, item: int, codes: frozenset[str]) -> set[str]:
        """Places of an item that carry a flag of one of these codes, `info` left out: `item 1 sentence 3`."""
        flags = self.flags.get(item, ())
        return {flag.where for flag in flags if flag.code in codes and flag.severity != "info"}


class Measure(NamedTuple):
    """A metric over scored items."""

    name: str
    text: str
    """The definition in one line, for tables."""
    columns: tuple[str, ...]
    """Columns it needs; an item on which one of them is unscored is unscored for the metric."""
    direction: Direction
    bounds: tuple[float | None, float | None]
    compute: Callable[[Columns, Weights], Array]


class Scorer(NamedTuple):
    """One scorer: what it computes for an item, and the metrics over items."""

    name: str
    columns: tuple[str, ...]
    measures: tuple[Measure, ...]
    score_item: ScoreItem
    groups: tuple[Group, ...] = ("all",)
    """Groups of items for which its metrics are reported, the main one first."""
    when_missing: Mapping[str, Value] = MappingProxyType({})
    """Values of an item that the draft lost; columns not named here are unscored."""


class ScoreItem(Protocol):
    """Scores one item that the draft contains; returns a value for every column of its scorer."""

    def __call__(self, target: DeterminedItem, drafted: DraftItem, context: Context, /) -> Values: ...


def mean_of(column: str, text: str, direction: Direction, upper: float | None = 1.0) -> Measure:
    """The metric that is the mean of one column, from 0 to `upper`; of a boolean column, the share that is true."""
    return Measure(column, text, (column,), direction, (0.0, upper), lambda columns, w: mean(w, columns[column]))


def share(part: int, whole: int, otherwise: str) -> Value:
    """`part / whole`, or unscored with the reason `otherwise` when there is nothing to take a share of."""
    return part / whole if whole else Unscored(unscored=otherwise)
