"""The case as a whole: its label, and whether it is drafted the same again (failure modes 19 and 41)."""

from __future__ import annotations

from random import Random

from drafter.draft import DraftItem, Outcome
from drafter.verification.codes import Code
from drafter.verification.whole import Label, case_label
from evals.defects.base import Defect, Planted, Sound, on_item, with_item
from evals.defects.editing import insert, request_span
from evals.defects.telling import decided_items

_LABELS: dict[Label, tuple[str, ...]] = {
    "upheld": ("All disputed items are upheld.", "None of the requested treatments is medically necessary."),
    "overturned": ("All disputed items are overturned.", "Each of the requests is medically necessary."),
    "overturned in part": ("The decision is overturned in part.", "The denial is partly upheld and partly overturned."),
}
_OPPOSITE: dict[Outcome, tuple[Outcome, ...]] = {
    "upheld": ("overturned", "undetermined"),
    "overturned": ("upheld", "undetermined"),
}


def case_mislabelled(sound: Sound, rng: Random) -> Planted | None:
    """A sentence that gives the case another outcome than its items have; the control gives the right one."""
    right = case_label([item.outcome for item in sound.draft.items])
    if right is None:
        return None
    item = rng.choice(decided_items(sound))
    wrong = rng.choice([label for label in _LABELS if label != right])
    planted, control = (_with_label(sound, item, rng.choice(_LABELS[label])) for label in (wrong, right))
    return on_item(sound, planted, f"{right} called {wrong}", control)


def drafted_otherwise(sound: Sound, rng: Random) -> Planted | None:
    """The same case drafted again with another outcome for one item."""
    items = decided_items(sound)
    if not items:
        return None
    item = rng.choice(items)
    other = rng.choice(_OPPOSITE[item.outcome])
    fields = {"outcome": other, "confidence": 0.5 if other == "undetermined" else 1 - item.confidence}
    rerun = with_item(sound.draft, item.model_copy(update=fields))
    return Planted(sound.draft, sound.case, item.number, f"{item.outcome}, then {other}", rerun=rerun)


def _with_label(sound: Sound, item: DraftItem, text: str) -> DraftItem:
    span = request_span(sound.case, sound.case_item(item.number))
    return insert(item, text, [span] if span else list(item.citations.values())[:1])


DEFECTS: tuple[Defect, ...] = (
    Defect(
        "case-label",
        19,
        "items",
        "the case as a whole labelled otherwise than its items",
        case_mislabelled,
        frozenset({Code.CASE_OUTCOME_DIFFERS}),
    ),
    Defect(
        "drafted-otherwise",
        41,
        "behaviour",
        "another outcome when drafted again",
        drafted_otherwise,
        frozenset(),
    ),
)
