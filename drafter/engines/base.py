"""The two steps that differ between engines: assess and write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from drafter.case import Case, DisputedItem
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline, Citation, DraftItem, Finding, Flag, Outcome, RationaleSentence, Usage
from drafter.evidence.reading import CaseReading
from vectorstore.passage import Passage


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
    precedents: tuple[Passage, ...] = ()
    """Prior decisions that the leakage guard allows, without their outcome."""


class Assessment(NamedTuple):
    """Findings, and what the reviewer has to know about how they came about."""

    findings: tuple[Finding, ...]
    notes: tuple[Flag, ...] = ()


class Rationale(NamedTuple):
    """Sentences and what they cite, and what the reviewer has to know about how they came about."""

    sentences: tuple[RationaleSentence, ...]
    citations: dict[str, Citation]
    notes: tuple[Flag, ...] = ()


class Identity(NamedTuple):
    """Which engine it is."""

    name: str
    model: str | None = None
    base_url: str | None = None
    prompts: Mapping[str, dict[str, str]] = MappingProxyType({})


class Engine(Protocol):
    """Assesses the criteria of an item and writes the rationale of an outcome."""

    @property
    def identity(self) -> Identity:
        """Name, model, address and prompts, as a draft records them."""
        ...

    @property
    def workers(self) -> int:
        """Items that it drafts at the same time."""
        ...

    def assess(self, matter: Matter) -> Assessment:
        """Judge each criterion of the deciding section."""
        ...

    def write(self, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Rationale:
        """Argue `outcome` from the findings, every sentence with its citations."""
        ...

    @property
    def spent(self) -> str:
        """One line on what this run has cost; empty where an engine costs nothing."""
        ...

    @property
    def stopped(self) -> str | None:
        """Why its model is not asked any more; None while it is, and for an engine without a model."""
        ...

    def again(self, repeat: int) -> Engine:
        """The same engine for another drafting of a case: it counts anew and takes over no answer of another repeat."""
        ...

    def usage(self, case_number: str) -> Usage:
        """What the drafts of a case have cost so far."""
        ...
