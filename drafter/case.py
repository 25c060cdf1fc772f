"""What goes into a draft: header, records and disputed items. Never an outcome."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

Side = Literal["left", "right", "bilateral"]
RecordKind = Literal[
    "request", "clinical_summary", "application", "rfa", "ur_decision", "progress_note", "consultation",
    "medical_legal", "imaging", "electrodiagnostics", "therapy_log", "operative_report", "prior_imr",
    "correspondence", "other",
]  # fmt: skip

AuthorRole = Literal[
    "treating_physician", "consultant", "evaluator", "reviewer", "therapist", "radiologist", "administrator",
    "patient", "other",
]  # fmt: skip


class Frozen(BaseModel):
    """Base of the values that are passed around and compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A verbatim piece of a record: `records[record].pages[page].text[start:end] == quote`."""

    record: str
    page: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class PageSource(Frozen):
    """Where a page was read from: a file of the case, named relative to its folder, and its page there."""

    file: str
    page: int = Field(ge=1)


class Page(Frozen):
    """One page of a record; `number` counts from 1 within the record."""

    number: int = Field(ge=1)
    text: str
    source: PageSource | None = None
    """None for the parts of a determination letter, which are no documents of a case file."""
    ocr_confidence: float | None = Field(default=None, ge=0, le=1)
    """Mean confidence of the text recognition; None when the page carries its own text."""
    unread: str | None = None
    """Why the page has no text although it shows some; it is listed, never skipped silently."""


class Record(Frozen):
    """One document of the case file."""

    id: str
    title: str
    kind: RecordKind
    author: str | None = None
    date: dt.date | None = None
    pages: tuple[Page, ...]
    sha256: str
    after_ur: bool = False
    """True when the document is dated after the UR decision."""
    author_role: AuthorRole | None = None
    duplicate_of: str | None = None
    """Id of the record whose text this one repeats; it is listed and not read twice."""


class MissingRecord(Frozen):
    """A document that the file refers to and does not hold."""

    description: str
    date: dt.date | None = None
    mentioned: Span


class SetApart(Frozen):
    """A page that is not read as this patient's."""

    source: PageSource
    reason: str


class Discrepancy(Frozen):
    """Documents of the file that disagree on what is in dispute, with the places that show it."""

    item: int | None = None
    message: str
    places: tuple[Span, ...]


class BodySite(Frozen):
    """A body part (id of the body part lexicon) with its side, if one was given."""

    part: str
    side: Side | None = None


class Remainder(Frozen):
    """What a UR modification left in dispute, in the letter's words and as a quantity where it has one."""

    original: str
    authorized: str | None = None
    remaining: str
    original_count: float | None = None
    authorized_count: float | None = None
    remaining_count: float | None = None


class Lock(Frozen):
    """What must not drift between the request and the rationale. Everything not stated is None or empty."""

    treatment: str | None = None
    """Id in the treatment lexicon, e.g. `massage`; None when no known treatment was recognised."""
    also: tuple[str, ...] = ()
    """Further treatments named in the same request, e.g. `ct` in "MRI/CT of the spine"."""
    drug: str | None = None
    """Generic name, lower case."""
    drugs: tuple[str, ...] = ()
    """All generic names: the drug's own, or each ingredient of a compound or combination product."""
    strength: str | None = None
    """As written, normalised spacing: `10/325 mg`, `5%`."""
    quantity: float | None = None
    """Units dispensed: 60 for `#60`; never a number of visits."""
    refills: int | None = None
    visits: int | None = None
    """Total visits or sessions requested, given or computed from frequency and duration."""
    per_week: float | None = None
    weeks: float | None = None
    days: float | None = None
    sites: tuple[BodySite, ...] = ()
    levels: tuple[str, ...] = ()
    """Spinal levels, normalised: `L4-L5`, `C5`."""
    ur_action: Literal["denied", "modified"] = "denied"
    remainder: Remainder | None = None
    retrospective: bool = False
    service_date: dt.date | None = None
    phase: Literal["preoperative", "postoperative"] | None = None
    ancillary: bool = False
    """An "associated surgical service", assistant surgeon or the like: follows its surgery."""
    care: Literal["initial", "continuing"] | None = None
    """What the request itself says ("additional", "continue"); None when it does not say."""


class DisputedItem(Frozen):
    """One treatment in dispute."""

    number: int = Field(ge=1)
    request: str
    """The request as the letter words it, without the outcome."""
    lock: Lock
    stated: Span | None = None
    """The place of the case file that the request was read from; None for an item of a letter."""
    depends_on: int | None = None
    """Number of the item (a surgery) without which this ancillary item has no purpose."""


class Qualifications(Frozen):
    """What a letter says about its reviewer; carried over, never generated."""

    licensure: tuple[str, ...] = ()
    specialty: str | None = None


class CaseHeader(Frozen):
    """The dates and labels at the top of a case."""

    case_number: str
    date_assigned: dt.date | None = None
    date_of_injury: dt.date | None = None
    ur_denial_date: dt.date | None = None
    request_date: dt.date | None = None
    priority: str | None = None
    application_received: dt.date | None = None


class Case(Frozen):
    """Everything a draft may be made from."""

    header: CaseHeader
    records: tuple[Record, ...]
    items: tuple[DisputedItem, ...]
    reviewer: Qualifications = Qualifications()
    missing: tuple[MissingRecord, ...] = ()
    set_apart: tuple[SetApart, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def record(self, record_id: str) -> Record | None:
        return next((record for record in self.records if record.id == record_id), None)


class Sentence(NamedTuple):
    """A sentence of a record with its place: `page.text[start:end] == text`."""

    record: str
    page: int
    start: int
    end: int
    text: str

    def span(self) -> Span:
        return Span(record=self.record, page=self.page, start=self.start, end=self.end, quote=self.text)
