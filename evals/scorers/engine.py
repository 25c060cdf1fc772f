"""Did the engine that is measured draft the item?

Definition: `engine.own`, no step of the item was done by the offline engine in place of the one that was asked to.
Range: 0 to 1, share of items. Direction: higher is better; the offline engine always has 1.
Source: the draft's own flag `engine-fallback`: a draft that cannot come from a model is named as such, and a score of
such drafts is not a score of the model.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from evals.scorers.base import Context, Scorer, Values, mean_of

OWN = "engine.own"
_STAND_IN = "engine-fallback"


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    return {OWN: not drafted_by_stand_in(drafted)}


def drafted_by_stand_in(drafted: DraftItem) -> bool:
    """Whether the offline engine did a step of the item for another engine."""
    return any(flag.code == _STAND_IN for flag in drafted.flags)


SCORER = Scorer(
    name="engine",
    columns=(OWN,),
    measures=(mean_of(OWN, "share of items that the engine drafted without the offline engine's help", "higher"),),
    score_item=score_item,
)
