"""What does a draft cost?

Definition: seconds, tokens and dollars of a draft, shared evenly among the items of its case, so that the mean over
items is the run's total divided by its items.
Range: from 0, means over items. Direction: lower is better.
Source: the draft's own `usage`; seconds are the sum of its steps.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from evals.scorers.base import Context, Scorer, Unscored, Value, Values, mean_of

SECONDS = "cost.seconds"
TOKENS = "cost.tokens"
DOLLARS = "cost.usd"


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    usage, items = context.draft.usage, len(context.draft.items)
    return {
        SECONDS: _each(sum(usage.seconds.values()) if usage.seconds else None, items, "no time was recorded"),
        TOKENS: _each(usage.input_tokens + usage.output_tokens, items, ""),
        DOLLARS: _each(usage.cost_usd, items, "no price is known for the model"),
    }


def _each(amount: float | None, items: int, otherwise: str) -> Value:
    return Unscored(unscored=otherwise) if amount is None else amount / items


SCORER = Scorer(
    name="cost",
    columns=(SECONDS, TOKENS, DOLLARS),
    measures=(
        mean_of(SECONDS, "seconds an item", "lower", upper=None),
        mean_of(TOKENS, "tokens an item", "lower", upper=None),
        mean_of(DOLLARS, "US dollars an item", "lower", upper=None),
    ),
    score_item=score_item,
)
