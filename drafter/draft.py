"""The draft JSON: what comes out. `SCHEMA_VERSION` changes when its shape does."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from drafter.case import AuthorRole, CaseHeader, Frozen, Lock, RecordKind, Span
from drafter.criteria.card import CriterionKind
from drafter.lexicon import Modality

SCHEMA_VERSION = "1.0"

Outcome = Literal["upheld", "overturned", "undetermined", "withheld"]
Status = Literal["met", "not_met", "not_documented", "contrary"]
SentenceRole = Literal[
    "request", "guideline", "finding", "absence", "limit", "contrary", "conclusion", "dependency"
]  # fmt: skip
Severity = Literal["block", "warn", "info"]
Topic = Literal["employee", "injury", "diagnoses", "study"]


class Flag(Frozen):
    """A result of verification."""

    code: str
    severity: Severity
    message: str
    where: str
    """Place in the draft: `item 1`, `item 1 sentence 3`, `item 1 criterion massage-adjunct`."""


class PassageCitation(Frozen):
    """A verbatim piece of guideline text: `passage(id).text[start:end] == quote`."""

    passage: str
    card: str
    citation: str
    start: int
    end: int
    quote: str


Citation = Span | PassageCitation


class ChosenGuideline(Frozen):
    """A guideline section that was retrieved for an item, best first."""

    id: str
    """The card's id."""
    guideline: str
    """The guideline's id in the timeline: chapter and edition."""
    citation: str
    edition: str
    section: str
    pages: str | None
    as_of: dt.date | None
    """The request or service date by which the edition was chosen."""
    as_of_basis: str
    """Where that date comes from: `request date`, `service date`, `UR denial date`."""
    passage: str
    """The passage's text."""
    score: float


class Finding(Frozen):
    """A criterion's status for an item, with evidence both ways."""

    id: str
    card: str
    text: str
    subject: str
    """The criterion as a noun phrase, for wording."""
    kind: CriterionKind
    necessary: bool
    status: Status
    evidence: tuple[Span, ...] = ()
    contrary: tuple[Span, ...] = ()
    evidence_for: str | None = None
    """What the first evidence documents, by name: it may be less than the criterion's subject asks for."""
    evidence_as: Modality = "asserted"
    """How the record speaks of it: `planned` evidence is no evidence of something done."""
    contrary_to: str | None = None
    superseded: tuple[Span, ...] = ()
    """What notes that were copied forward still say, although a later record says otherwise."""
    searched: tuple[Span, ...] = ()
    """Nearest sentences of a whole-record search: the proof that goes with "not documented"."""
    searched_for: tuple[str, ...] = ()
    to_judge: tuple[Span, ...] = ()
    """Sentences that may state it and whose words do not settle it: they speak of it in words that the search does not
    know, or a model points at them. The reviewer judges them."""
    sentences_searched: int = 0
    pages_unread: int = 0
    """Pages of the record that could not be read: of them, nothing is known to be absent."""
    note: str | None = None

    @property
    def in_doubt(self) -> bool:
        """Whether nothing states it and something may: neither is taken for the truth."""
        return self.status == "not_documented" and bool(self.to_judge)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place of the record that the finding points to."""
        return (*self.evidence, *self.contrary, *self.searched, *self.superseded)


class RationaleSentence(Frozen):
    """One sentence; `citations` are keys of the item's `citations`."""

    text: str
    citations: tuple[str, ...]
    role: SentenceRole
    criterion: str | None = None


class SearchStep(Frozen):
    """One source of the search sequence of 8 CCR 9792.21.1, in its order."""

    source: str
    """`MTUS`, `ACOEM or ODG`, `other guidelines` or `studies`."""
    found: bool
    """False: the source is silent on the treatment, as far as it is at hand."""
    sections: tuple[str, ...] = ()
    """What was found, as it is cited, best first."""
    needed: bool = True
    """False: an earlier source answers; this one counts only where the presumption of the MTUS is challenged."""
    note: str = ""
    """What was passed over and why, or why nothing could be found."""


class LibraryPassage(Frozen):
    """A passage of a document that the organisation added. It has no criteria, so that it decides nothing."""

    id: str
    source: str
    family: str
    edition: str | None = None
    section: str
    """Headings from the document down to the passage, with ` > ` between them."""
    pages: str | None = None
    text: str
    """The passage verbatim."""
    quote: str
    """The piece of `text` to look at first."""
    score: float


class Precedent(Frozen):
    """A retrieved prior decision. It carries no outcome: context, never authority."""

    case_number: str
    request: str
    decided: dt.date | None
    score: float


class TimelineEvent(Frozen):
    """Something that happened in a case: when, what, and the page that says so."""

    date: dt.date
    what: str
    record: str | None = None
    """None where the case's header says it."""
    page: int | None = None


class ConditionQuote(Frozen):
    """What the file says of the employee's condition, verbatim."""

    topic: Topic
    span: Span


class DraftItem(Frozen):
    """The draft for one disputed item."""

    number: int
    request: str
    lock: Lock
    outcome: Outcome
    outcome_source: Literal["engine", "reviewer"] = "engine"
    confidence: float = Field(ge=0, le=1)
    """Probability, by the engine, that a physician would overturn; 0.5 when undetermined."""
    needs_reviewer: tuple[str, ...] = ()
    guidelines: tuple[ChosenGuideline, ...] = ()
    search: tuple[SearchStep, ...] = ()
    library: tuple[LibraryPassage, ...] = ()
    criteria: tuple[Finding, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    """Of a case file: what bears on the item, by date; empty for a letter."""
    rationale: tuple[RationaleSentence, ...] = ()
    citations: dict[str, Citation] = Field(default_factory=dict)
    flags: tuple[Flag, ...] = ()


class DraftRecord(Frozen):
    """A line of the list of documents reviewed."""

    id: str
    title: str
    kind: RecordKind
    author: str | None
    date: dt.date | None
    pages: int
    sha256: str
    after_ur: bool
    author_role: AuthorRole | None = None
    duplicate_of: str | None = None


class EngineInfo(Frozen):
    """Which engine drafted, with what."""

    name: str
    model: str | None = None
    base_url: str | None = None
    prompts: dict[str, dict[str, str]] = Field(default_factory=dict)
    settings_sha256: str


class Usage(Frozen):
    """What the draft cost. `cost_usd` is None when a price is unknown."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = 0.0
    seconds: dict[str, float] = Field(default_factory=dict)


class Draft(Frozen):
    """A draft becomes a determination only when a named physician signs it."""

    schema_version: str = SCHEMA_VERSION
    created_at: dt.datetime
    drafter_version: str
    case: CaseHeader
    engine: EngineInfo
    records: tuple[DraftRecord, ...]
    condition: tuple[ConditionQuote, ...] = ()
    """Of a case file: the employee's condition; empty for a letter, which summarises it."""
    timeline: tuple[TimelineEvent, ...] = ()
    """Of a case file: what happened in the whole case, by date; empty for a letter."""
    items: tuple[DraftItem, ...]
    flags: tuple[Flag, ...] = ()
    """Flags on the case as a whole."""
    usage: Usage = Usage()
