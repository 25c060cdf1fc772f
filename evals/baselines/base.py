"""What a baseline is: outcomes and probabilities from the case half alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.determination import HumanOutcome


class Question(NamedTuple):
    """One disputed item as a baseline sees it: taken from the case half only."""

    group: str
    """Nothing of the same group may inform the answer: the same case, and cases with nearly the same records."""
    request: str
    record: str
    """The text of all records but the list of requests."""


class Prediction(NamedTuple):
    """A baseline's answer to one question."""

    outcome: HumanOutcome
    probability: float
    """Probability of an overturn."""


Predict = Callable[[Sequence[Question], Sequence[HumanOutcome]], list[Prediction] | str]
"""Answers every question from the questions and outcomes of other groups; a string says why it cannot."""


class Baseline(NamedTuple):
    """A way of predicting outcomes without a drafter."""

    name: str
    text: str
    predict: Predict


def question(case: Case, item: DisputedItem, group: str) -> Question:
    """An item's request and its case's records."""
    pages = (page.text for record in case.records if record.kind != "request" for page in record.pages)
    return Question(group, item.request, "\n".join(pages))
