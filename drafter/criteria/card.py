"""Guideline cards: a guideline section as facts in our own words."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from drafter.case import Frozen

CriterionKind = Literal["precondition", "limit", "exclusion", "continuation"]
Care = Literal["any", "initial", "continuing"]


class Limit(Frozen):
    """A number the request is compared with."""

    quantity: Literal["visits", "weeks", "levels", "quantity", "per_week", "days"]
    max: float
    usual_min: float | None = None
    """Lower end of the usual range, for wording only: "four to six"."""
    decides: bool = False
    """False: being inside or outside the number does not decide the item by itself."""
    counts_earlier: bool = True
    """Whether visits already done count towards it; not after an operation, with which a course begins anew."""


class Criterion(Frozen):
    """One test of a section.

    `concepts` are ids of the concept lexicon (`seeds/lexicon/concepts/`). `logic` says how they combine: `any` of
    them documented is enough, `all` are needed, or `at_least` n of them. The status `met` always means that
    `text` is true of the case; for an exclusion it states the bar, so that `met` counts against the request.
    """

    id: str
    text: str
    """The test as a sentence: "Massage is an adjunct to an active exercise programme."""
    subject: str
    """The test as a noun phrase that fits after "The record documents": "an active exercise programme"."""
    kind: CriterionKind
    applies: Care = "any"
    concepts: tuple[str, ...] = ()
    logic: Literal["any", "all", "at_least"] = "any"
    at_least: int | None = None
    limit: Limit | None = None
    necessary: bool = True
    """False: the criterion informs but a treatment can be necessary without it."""

    @model_validator(mode="after")
    def _testable(self) -> Criterion:
        if bool(self.concepts) == bool(self.limit):
            raise ValueError(f"criterion {self.id}: give either concepts or a limit")
        if (self.kind == "limit") != (self.limit is not None):
            raise ValueError(f"criterion {self.id}: kind is `limit` exactly when a limit is given")
        if (self.logic == "at_least") != (self.at_least is not None):
            raise ValueError(f"criterion {self.id}: `at_least` goes with logic `at_least`")
        return self


class Verified(Frozen):
    """How far the card's facts are confirmed."""

    by: Literal["determinations", "public_text", "domain_notes", "unconfirmed"]
    """`determinations`: guideline wording quoted in real determinations; `public_text`: an open guideline text;
    `domain_notes`: the project's notes only; `unconfirmed`: from memory, to be checked before use."""
    note: str = ""


class Invalidation(Frozen):
    """A section that a court or the Appeals Board set aside."""

    by: str
    since: date
    note: str


class Card(Frozen):
    """One guideline section: its facts in our own words and its criteria."""

    id: str
    guideline: str
    """Id in `timeline.yaml`; carries organisation, title, edition and as-of rule."""
    section: str
    """The section as determinations cite it."""
    aliases: tuple[str, ...] = ()
    """Other wordings of the section in citations."""
    pages: str | None = None
    treatments: tuple[str, ...]
    """Ids of the treatment lexicon that this section decides."""
    drugs: tuple[str, ...] = ()
    """Generic names, when the section is about particular drugs; empty: any drug of the treatments."""
    parts: tuple[str, ...] = ()
    """Ids of the body part lexicon; empty: any."""
    phase: Literal["any", "acute", "chronic", "postsurgical"] = "any"
    role: Literal["decides", "background"] = "decides"
    """`background` sections (summaries, general principles) rank behind those that decide."""
    synonyms: tuple[str, ...] = ()
    status: Literal["active", "invalidated"] = "active"
    """Superseded is not stored: it follows from the timeline and the as-of date."""
    invalidation: Invalidation | None = None
    facts: str
    """The section in our own words, one statement a sentence; drafts quote its sentences."""
    criteria: tuple[Criterion, ...] = ()
    verified: Verified

    @model_validator(mode="after")
    def _consistent(self) -> Card:
        if (self.status == "invalidated") != (self.invalidation is not None):
            raise ValueError(f"card {self.id}: `invalidation` goes with status `invalidated`")
        ids = [criterion.id for criterion in self.criteria]
        if len(ids) != len(set(ids)):
            raise ValueError(f"card {self.id}: criterion ids repeat")
        return self


class Guideline(Frozen):
    """One edition of one guideline (a chapter, where editions change by chapter)."""

    id: str
    organisation: str
    title: str
    """Chapter title, e.g. `Low Back Complaints`."""
    edition: str
    """As it is cited, e.g. `2004`, `2016`, `2017-12-01`."""
    version_date: str
    """Date of the text, e.g. `July 18, 2009`."""
    mtus: bool
    effective: date
    superseded: date | None = None
    """First day on which it no longer applies; None while in force."""
    trigger: Literal["request", "service"]
    """Which date of a case `effective` is compared with."""
    superseded_trigger: Literal["request", "service"] = "service"
    """Which date of a case `superseded` is compared with: the 2016 and the 2017 changes differ in this."""
    authority: str
    """The regulation that adopts it, e.g. `8 CCR 9792.23.5`; for others the publisher."""
    cited_as: tuple[str, ...]
    """Wordings of chapter and edition in determinations, e.g. `Low Back Complaints 2004`."""
    licence: str = "facts in own words; text not included"
    verified: Verified = Field(default=Verified(by="domain_notes"))

    def in_force(self, request: date, service: date) -> bool:
        """Whether this edition applies to a treatment requested and rendered on these dates."""
        dates = {"request": request, "service": service}
        begun = self.effective <= dates[self.trigger]
        return begun and (self.superseded is None or dates[self.superseded_trigger] < self.superseded)
