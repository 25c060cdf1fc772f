"""What a synthetic case file is made of: written once as these values, from which pages and truth both come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from drafter.case import AuthorRole, CaseHeader, RecordKind
from scripts.cases.clinic import Clinic

PhiKind = Literal[
    "name", "dob", "ssn", "claim", "mrn", "phone", "address", "email", "employer", "relative", "provider", "adjuster"
]  # fmt: skip


@dataclass(frozen=True)
class Patient:
    """An invented person. Records write `{first}`, `{dob}`, `{claim}` and so on, in the date form of the clinic."""

    first: str
    last: str
    dob: dt.date
    doi: dt.date
    ssn: str
    claim: str
    mrn: str
    phone: str
    address: str
    city: str
    email: str
    employer: str
    sex: Literal["F", "M"]
    job: str
    also: tuple[tuple[PhiKind, str], ...] = ()
    """Further identifiers that are planted somewhere in the text: a spouse, a second phone number."""

    def words(self, clinic: Clinic) -> dict[str, str]:
        """The values of the placeholders, dates as `clinic` writes them."""
        return {
            "first": self.first,
            "last": self.last,
            "name": f"{self.first} {self.last}",
            "NAME": f"{self.first} {self.last}".upper(),
            "lastfirst": f"{self.last}, {self.first}",
            "LASTFIRST": f"{self.last}, {self.first}".upper(),
            "title": "Ms." if self.sex == "F" else "Mr.",
            "he": "she" if self.sex == "F" else "he",
            "He": "She" if self.sex == "F" else "He",
            "his": "her" if self.sex == "F" else "his",
            "His": "Her" if self.sex == "F" else "His",
            "sex": self.sex,
            "dob": clinic.day(self.dob),
            "doi": clinic.day(self.doi),
            "ssn": self.ssn,
            "ssn4": self.ssn[-4:],
            "claim": self.claim,
            "mrn": self.mrn,
            "phone": self.phone,
            "address": self.address,
            "city": self.city,
            "email": self.email,
            "employer": self.employer,
            "job": self.job,
        }


@dataclass(frozen=True)
class Doc:
    """One record. `body` is in the markup of `scripts/cases/markup.py` and holds the facts where they stand."""

    id: str
    title: str
    kind: RecordKind
    clinic: Clinic
    body: str
    date: dt.date | None = None
    author: str | None = None
    role: AuthorRole | None = None
    duplicate_of: str | None = None
    after_ur: bool = False
    patient: Patient | None = None
    """None: the patient of the case. Another person's pages are truth's `other_patient`, not records."""
    furniture: bool = True
    """False: no letterhead and no footer, as on a copied enclosure."""


@dataclass(frozen=True)
class Look:
    """How a part of a file came to its reader: `scan` as an image, `fax` with a transmission line."""

    scan: Literal["", "fax", "grey"] = ""
    pages: tuple[int, ...] = ()
    """Pages of the part that are scanned; empty for all of them."""
    skew: float = 0.0
    turn: Literal[0, 90, 180, 270] = 0
    noise: float = 0.0006
    dpi: int = 150
    fax: str = ""
    """Header line of the transmission with `{p}` and `{n}` (page and pages of the part) or `{f}` (page of the file)."""


@dataclass(frozen=True)
class Part:
    """Pages of a record as they stand in a file; `pages` picks some of them, for pages that were mixed up."""

    doc: Doc
    look: Look = Look()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Scrawl:
    """A page of handwriting that no reader makes out."""

    seed: int
    caption: str = ""


@dataclass(frozen=True)
class File:
    """One file of the case: a PDF of several parts, or a DOCX, HTML, TXT, TIFF or PNG of one record."""

    name: str
    parts: tuple[Part | Scrawl, ...]
    bates: str = ""
    """Stamp with `{n}`, the page within the file."""


@dataclass(frozen=True)
class Item:
    """A disputed treatment; `lock` names the stated fields of `drafter.case.Lock`."""

    number: int
    request: str
    lock: dict[str, Any]


@dataclass(frozen=True)
class Visits:
    """Visits done before the request; `seen` are the marks or record ids that show it."""

    treatment: str
    done: int | None
    seen: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """A document that is referred to at the mark `seen` and is not in the file."""

    description: str
    date: dt.date | None
    seen: str


@dataclass(frozen=True)
class Discrepancy:
    """Documents that disagree on `field` of the item, at the marks `seen`."""

    item: int | None
    field: str
    seen: tuple[str, ...]


@dataclass(frozen=True)
class Absence:
    """A statement that something is not documented; the mark `contradicted` shows otherwise, if it is false."""

    statement: str
    concept: str | None
    contradicted: str | None = None


@dataclass(frozen=True)
class CaseFile:
    """A whole synthetic case."""

    name: str
    about: str
    patient: Patient
    header: CaseHeader
    files: tuple[File, ...]
    items: tuple[Item, ...]
    traps: tuple[str, ...]
    others: tuple[Patient, ...] = ()
    visits: tuple[Visits, ...] = ()
    missing: tuple[Missing, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    absences: tuple[Absence, ...] = ()
    held_out: bool = False
    providers: tuple[str, ...] = field(default=())
    """Names of clinicians and adjusters, which a public copy hides as well."""
