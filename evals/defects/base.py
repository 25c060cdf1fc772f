"""What a planted defect is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Literal, NamedTuple

from drafter.case import Case, DisputedItem
from drafter.criteria.library import Library
from drafter.draft import Draft, DraftItem
from drafter.verification.codes import Code
from evals.samples import Sample

Group = Literal["facts", "items", "guidelines", "form", "behaviour"]
"""The headings of the list of failure modes in the domain notes."""


class Sound(NamedTuple):
    """A sound draft with its sample: what a mutator starts from."""

    sample: Sample
    draft: Draft
    library: Library

    @property
    def case(self) -> Case:
        return self.sample.case

    def case_item(self, number: int) -> DisputedItem:
        return next(item for item in self.case.items if item.number == number)


class Planted(NamedTuple):
    """A draft with one defect. `case` differs from the sound one where the failure mode is about the case."""

    draft: Draft
    case: Case
    item: int | None
    """The item that carries the defect; None when it is the draft as a whole."""
    variant: str
    """In a few words, what was done; no text of the case."""
    control: Draft | None = None
    """The same edit without the error; None where leaving the error out leaves no edit."""
    rerun: Draft | None = None
    """What the same case gave when it was drafted again, where the failure mode is about that."""


Plant = Callable[[Sound, Random], Planted | None]
"""Plants the defect, or returns None where the draft offers no place for it; the same state, the same defect."""


class Defect(NamedTuple):
    """One way in which a draft can be wrong."""

    id: str
    mode: int
    """Number of the failure mode in section 8 of the domain notes."""
    group: Group
    title: str
    plant: Plant
    expected: frozenset[Code]
    """Flags that name it."""
    also: frozenset[Code] = frozenset()
    """Flags that stop the reader at the very sentence for a related reason: nothing that it cites speaks of this."""
    columns: frozenset[str] = frozenset()
    """Columns of the scorers, any of which catches it by falling below the sound draft's value."""


def on_item(sound: Sound, item: DraftItem, variant: str, control: DraftItem | None = None) -> Planted:
    """The draft with `item` in place of the one of its number."""
    return Planted(
        draft=with_item(sound.draft, item),
        case=sound.case,
        item=item.number,
        variant=variant,
        control=with_item(sound.draft, control) if control else None,
    )


def with_item(draft: Draft, item: DraftItem) -> Draft:
    items = tuple(item if each.number == item.number else each for each in draft.items)
    return draft.model_copy(update={"items": items})
