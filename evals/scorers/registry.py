"""All scorers, and scoring one draft with them."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.criteria.library import Library
from drafter.determination import DeterminedItem
from drafter.draft import Draft
from evals.samples import Sample
from evals.scorers import (
    absence,
    citations,
    contradiction,
    copying,
    cost,
    engine,
    faithfulness,
    flags,
    form,
    guideline,
    items,
    key_points,
    lock,
    outcome,
    plain_language,
)
from evals.scorers.base import ItemScore, Scorer, Unscored, Values
from evals.scorers.context import build_context

SCORERS: tuple[Scorer, ...] = (
    outcome.SCORER,
    guideline.SCORER,
    items.SCORER,
    lock.SCORER,
    citations.SCORER,
    faithfulness.SCORER,
    absence.SCORER,
    key_points.SCORER,
    contradiction.SCORER,
    form.SCORER,
    copying.SCORER,
    plain_language.SCORER,
    flags.SCORER,
    engine.SCORER,
    cost.SCORER,
)
"""In the order in which they are reported."""

_LOST = Unscored(unscored="the draft has no such item")


def score_draft(sample: Sample, draft: Draft, library: Library, scorers: Sequence[Scorer] = SCORERS) -> list[ItemScore]:
    """Score every disputed item of a sample; what cannot be judged of an item that the draft lost is unscored."""
    context = build_context(sample, draft, library)
    drafted = {item.number: item for item in reversed(draft.items)}
    scores = []
    for target in sample.target.items:
        item = drafted.get(target.number)
        values: Values = {}
        for scorer in scorers:
            values |= scorer.score_item(target, item, context) if item else _of_lost_item(scorer)
        scores.append(_item_score(sample, target, values))
    return scores


def score_failure(sample: Sample, reason: str, scorers: Sequence[Scorer] = SCORERS) -> list[ItemScore]:
    """The scores of a sample that could not be drafted: everything is unscored, for `reason`."""
    values: Values = {column: Unscored(unscored=reason) for scorer in scorers for column in scorer.columns}
    return [_item_score(sample, target, values) for target in sample.target.items]


def _of_lost_item(scorer: Scorer) -> Values:
    return {column: scorer.when_missing.get(column, _LOST) for column in scorer.columns}


def _item_score(sample: Sample, target: DeterminedItem, values: Values) -> ItemScore:
    return ItemScore(
        sample=sample.id, case=sample.case_number, item=target.number, derived=target.derived, values=values
    )
