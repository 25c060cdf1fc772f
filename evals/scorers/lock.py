"""Does what was requested survive unchanged into the draft?

Definition: `lock.request`, the draft's request is the case's, word for word; `lock.fields`, every field of the lock
(treatment, drug, strength, quantity, visits, frequency, duration, body part, side, level, UR action, remainder) is
the case's; `lock.rationale`, no sentence about the request names something that was not requested.
Range: 0 to 1, shares of items. Direction: higher is better; below 1 is an error.
Source: promise 4 of the design; Heath (2016), in which the wrong segment of the spine was assessed; failure modes 2,
3, 14 and 16 of the domain notes.
"""

from __future__ import annotations

from drafter.case import Lock
from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from drafter.verification.codes import Code
from evals.scorers.base import Context, Scorer, Unscored, Values, mean_of

REQUEST = "lock.request"
FIELDS = "lock.fields"
RATIONALE = "lock.rationale"

_DRIFT = frozenset({Code.LOCK_DRIFT.code})
_CONTRADICTED = frozenset({Code.REQUEST_CONTRADICTED.code})


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    asked = next(item for item in context.case.items if item.number == target.number)
    unchanged = not drifted(asked.lock, drafted.lock) and not context.flagged(target.number, _DRIFT)
    return {
        REQUEST: drafted.request == asked.request,
        FIELDS: unchanged,
        RATIONALE: not context.flagged(target.number, _CONTRADICTED)
        if drafted.rationale
        else Unscored(unscored="the draft has no rationale"),
    }


def drifted(asked: Lock, drafted: Lock) -> tuple[str, ...]:
    """Names of the fields that differ."""
    return tuple(name for name in Lock.model_fields if getattr(asked, name) != getattr(drafted, name))


SCORER = Scorer(
    name="lock",
    columns=(REQUEST, FIELDS, RATIONALE),
    measures=(
        mean_of(REQUEST, "share of items with the request unchanged", "higher"),
        mean_of(FIELDS, "share of items with every lock field unchanged", "higher"),
        mean_of(RATIONALE, "share of items whose rationale names only what was requested", "higher"),
    ),
    score_item=score_item,
)
