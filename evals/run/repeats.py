"""What repeating shows: is it right every time, and does it say the same every time?

pass^k is the chance that k draftings of an item are all right, estimated from n draftings of which c are right by
C(c, k) / C(n, k), mean over items.
Source: Yao et al., tau-bench (2024), arXiv 2406.12045.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import comb

from drafter.case import Frozen
from evals.scorers.base import ItemScore, Unscored
from evals.scorers.flags import CLEAN
from evals.scorers.outcome import PREDICTED, RIGHT

_PASSES = {RIGHT: "the outcome is the physician's", CLEAN: "no flag blocks the item"}


class PassAll(Frozen):
    """pass^1 to pass^n of one boolean column."""

    column: str
    text: str
    items: int
    """Items that are scored in every repeat."""
    passes: tuple[float, ...]
    """pass^1, pass^2, …"""


class Repeats(Frozen):
    """How a run that drafts each sample several times agrees with itself."""

    repeats: int
    same_outcome: float | None
    """Share of items with one and the same suggestion in all repeats, an abstention being one too."""
    passes: tuple[PassAll, ...]


def repeats_of(scores: Iterable[ItemScore], repeats: int) -> Repeats | None:
    """None for a run that drafts each sample once."""
    if repeats < 2:
        return None
    by_item = defaultdict(list)
    for score in scores:
        by_item[score.sample, score.item].append(score)
    complete = [rows for rows in by_item.values() if len(rows) == repeats]
    suggestions = [{_suggestion(row) for row in rows} for rows in complete]
    return Repeats(
        repeats=repeats,
        same_outcome=sum(len(said) == 1 for said in suggestions) / len(suggestions) if suggestions else None,
        passes=tuple(_pass_all(column, text, complete, repeats) for column, text in _PASSES.items()),
    )


def pass_hat(right: int, repeats: int, k: int) -> float:
    """The chance that `k` draftings are all right, from `repeats` of which `right` are."""
    return comb(right, k) / comb(repeats, k)


def _pass_all(column: str, text: str, complete: list[list[ItemScore]], repeats: int) -> PassAll:
    rights = [
        sum(row.values[column] is True for row in rows)
        for rows in complete
        if not any(isinstance(row.values.get(column), Unscored | None) for row in rows)
    ]
    passes = tuple(
        sum(pass_hat(right, repeats, k) for right in rights) / len(rights) if rights else 0.0
        for k in range(1, repeats + 1)
    )
    return PassAll(column=column, text=text, items=len(rights), passes=passes if rights else ())


def _suggestion(score: ItemScore) -> str:
    value = score.values.get(PREDICTED)
    return value if isinstance(value, str) else "none"
