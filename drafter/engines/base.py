"""The two steps that differ between engines: assess and write."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from drafter.case import Case, DisputedItem
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline, Citation, DraftItem, Finding, Outcome, RationaleSentence
from drafter.evidence.reading import CaseReading


class Matter(NamedTuple):
    """One disputed item with everything an engine may use for it."""

    case: Case
    item: DisputedItem
    reading: CaseReading
    library: Library
    guidelines: tuple[ChosenGuideline, ...]
    """Best first; empty when no applicable card was found."""
    surgery: DraftItem | None = None
    """The draft of the surgery that this ancillary item depends on."""


class Rationale(NamedTuple):
    """Sentences and what they cite."""

    sentences: tuple[RationaleSentence, ...]
    citations: dict[str, Citation]


class Engine(Protocol):
    """Assesses the criteria of an item and writes the rationale of an outcome."""

    @property
    def name(self) -> str: ...

    def assess(self, matter: Matter) -> tuple[Finding, ...]:
        """Judge each criterion of the deciding section."""
        ...

    def write(self, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Rationale:
        """Argue `outcome` from the findings, every sentence with its citations."""
        ...
