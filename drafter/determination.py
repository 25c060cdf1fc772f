"""A human decision, parsed from a letter. Kept strictly apart from the case it decides."""

from __future__ import annotations

from datetime import date
from typing import Literal

from drafter.case import Frozen, Lock, Qualifications

HumanOutcome = Literal["upheld", "overturned"]


class GuidelineCitation(Frozen):
    """One guideline named in a guideline line, e.g. `Low Back Complaints 2004`, `Special Studies`."""

    text: str
    """The citation as written."""
    guideline: str | None = None
    """Id in the timeline, e.g. `mtus-low-back-2004`; None when the timeline has no such guideline."""
    sections: tuple[str, ...] = ()
    pages: str | None = None
    mtus: bool = False


class DeterminedItem(Frozen):
    """What the physician decided about one disputed item."""

    number: int
    request: str
    lock: Lock
    outcome: HumanOutcome
    claims_administrator_guideline: str
    reviewer_guideline: str
    """The line headed "MAXIMUS guideline" in the letters."""
    citations: tuple[GuidelineCitation, ...] = ()
    """`reviewer_guideline`, parsed."""
    rationale: str
    derived: bool = False
    """An ancillary item that was decided only by the decision on its surgery."""
    modified_ur: bool = False
    """The dispute is the remainder after a UR modification."""


class Determination(Frozen):
    """One determination letter's decision half."""

    case_number: str
    decision_date: date | None = None
    reviewer: Qualifications = Qualifications()
    clinical_summary: str
    items: tuple[DeterminedItem, ...]
