"""Does the draft decide every disputed item, once, and nothing else?

Definition: `items.present`, the disputed item has a draft; `items.exact`, the draft's items are the case's, each once,
in order (one value for all items of a case).
Range: 0 to 1, shares of items. Direction: higher is better; below 1 is an error.
Source: LC 4610.6(d), a determination on each disputed treatment; failure modes 15 and 17 of the domain notes.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from evals.scorers.base import Context, Scorer, Values, mean_of

PRESENT = "items.present"
EXACT = "items.exact"


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    exact = [item.number for item in context.draft.items] == [item.number for item in context.case.items]
    return {PRESENT: True, EXACT: exact}


SCORER = Scorer(
    name="items",
    columns=(PRESENT, EXACT),
    measures=(
        mean_of(PRESENT, "share of disputed items that the draft contains", "higher"),
        mean_of(EXACT, "share of items in drafts that list exactly the disputed items", "higher"),
    ),
    score_item=score_item,
    when_missing={PRESENT: False, EXACT: False},
)
