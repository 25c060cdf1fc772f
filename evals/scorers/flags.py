"""Does verification let the draft of the item pass?

Definition: `flags.clean`, no blocking flag on the item; `flags.warnings`, number of warnings on it.
Range: `flags.clean` 0 to 1, share of items; `flags.warnings` from 0, mean over items.
Direction: higher is better for `flags.clean`, lower for `flags.warnings`.
Source: the promises of the design, checked by `drafter.verification` at the time of scoring.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from evals.scorers.base import Context, Scorer, Values, mean_of

CLEAN = "flags.clean"
WARNINGS = "flags.warnings"


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    severities = [flag.severity for flag in context.flags.get(drafted.number, ())]
    return {CLEAN: "block" not in severities, WARNINGS: float(severities.count("warn"))}


SCORER = Scorer(
    name="flags",
    columns=(CLEAN, WARNINGS),
    measures=(
        mean_of(CLEAN, "share of items without a blocking flag", "higher"),
        mean_of(WARNINGS, "warnings an item", "lower", upper=None),
    ),
    score_item=score_item,
)
