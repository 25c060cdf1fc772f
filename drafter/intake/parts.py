"""What a layout's parser hands on."""

from __future__ import annotations

from typing import NamedTuple

from drafter.determination import HumanOutcome
from drafter.intake.lines import Line


class DecidedItem(NamedTuple):
    """An item as the letter words it."""

    request: str
    outcome: HumanOutcome
    claims_administrator_guideline: str
    reviewer_guideline: str
    rationale: str


class Parts(NamedTuple):
    """A letter taken apart; lines are in reading order."""

    header: tuple[Line, ...]
    qualifications: tuple[Line, ...]
    summary: tuple[Line, ...]
    documents: tuple[Line, ...]
    items: tuple[DecidedItem, ...]
