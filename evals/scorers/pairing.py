"""The same items in two runs: what a comparison is made over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evals.scorers.base import ItemScore, Measure
from evals.scorers.table import columns_of
from evals.statistics.arrays import Columns
from evals.statistics.bootstrap import Draws
from evals.statistics.paired import Difference, paired_difference


class Pairs(NamedTuple):
    """Items that have a value in both runs, in one order."""

    first_rows: list[ItemScore]
    second_rows: list[ItemScore]
    first: Columns
    second: Columns
    unpaired: int
    """Items that only one run has, or that are unscored in one of them: outside the comparison, so count them."""

    @property
    def cases(self) -> list[str]:
        return [row.case for row in self.first_rows]


def pair_items(first: Sequence[ItemScore], second: Sequence[ItemScore], columns: tuple[str, ...]) -> Pairs:
    """Pair items by sample, repeat and number where all `columns` are scored in both runs."""
    one = {(row.sample, row.repeat, row.item): row for row in columns_of(first, columns).rows}
    two = {(row.sample, row.repeat, row.item): row for row in columns_of(second, columns).rows}
    both = sorted(one.keys() & two.keys())
    first_rows, second_rows = [one[key] for key in both], [two[key] for key in both]
    seen = {(row.sample, row.repeat, row.item) for row in (*first, *second)}
    return Pairs(
        first_rows,
        second_rows,
        columns_of(first_rows, columns).columns,
        columns_of(second_rows, columns).columns,
        len(seen) - len(both),
    )


def compare_runs(
    measure: Measure, first: Sequence[ItemScore], second: Sequence[ItemScore], draws: Draws | None = None
) -> Difference | None:
    """Difference of one metric, second run minus first, over the items both have; None where it is undefined.

    `draws` have to cover the cases of `first`; by default they are drawn over them with the fixed seed.
    """
    pairs = pair_items(first, second, measure.columns)
    if not pairs.first_rows:
        return None
    return paired_difference(
        measure.compute, pairs.first, pairs.second, pairs.cases, draws or Draws([row.case for row in first])
    )
