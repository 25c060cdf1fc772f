"""What is expected of a single sample, for tests that run one sample each.

Two things: what the promises of the design say of every draft, and that no outcome which the blessed baseline has right
becomes wrong. The second is stricter than a gate, which asks whether a suite got significantly worse: a test has one
case to look at, and a person who accepts the change blesses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evals.blessed import Blessed
from evals.scorers.absence import PROVEN
from evals.scorers.base import ItemScore, Unscored
from evals.scorers.citations import SENTENCES as CITED
from evals.scorers.citations import VALID
from evals.scorers.faithfulness import SENTENCES as FAITHFUL
from evals.scorers.flags import CLEAN
from evals.scorers.items import EXACT
from evals.scorers.lock import FIELDS, RATIONALE, REQUEST
from evals.scorers.outcome import ACTUAL, PREDICTED, RIGHT

PROMISED = {
    EXACT: "the draft's items are not the disputed items",
    REQUEST: "the request was changed",
    FIELDS: "a field of the lock was changed",
    RATIONALE: "the rationale names something that was not requested",
    VALID: "a citation does not resolve or is not verbatim",
    CITED: "a sentence has no valid citation",
    FAITHFUL: "a sentence states a fact that its citations do not bear out",
    PROVEN: "an absence is claimed without proof",
    CLEAN: "a blocking flag",
}
"""Columns that have to be 1, or unscored, and what it means when they are not."""


def broken(scores: Iterable[ItemScore], blessed: Blessed | None) -> list[str]:
    """What a sample's scores break, one line each; empty when all is as expected."""
    right = _right_before(blessed)
    lines = []
    for score in scores:
        lines += [f"item {score.item}: {text} ({column})" for column, text in PROMISED.items() if _below(score, column)]
        if (score.sample, score.item) in right and score.values.get(RIGHT) is False:
            suggested = score.values[PREDICTED]
            now = "abstains" if isinstance(suggested, Unscored) else f"suggests {suggested}"
            lines.append(
                f"item {score.item}: {now}, but the physician {score.values[ACTUAL]}; the baseline had it right"
            )
    return lines


def _below(score: ItemScore, column: str) -> bool:
    value = score.values.get(column)
    return isinstance(value, bool | float) and value < 1


def _right_before(blessed: Blessed | None) -> set[tuple[str, int]]:
    scores: Sequence[ItemScore] = blessed.scores if blessed else []
    return {(score.sample, score.item) for score in scores if score.values.get(RIGHT) is True}
