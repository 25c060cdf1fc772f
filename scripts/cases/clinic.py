"""How the paper of a sender looks: letterhead, type, headings, dates, signatures, check boxes, page feet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Letterhead = Literal["centre", "left", "band", "right", "typed", "none"]
Heading = Literal["caps", "underline", "plain", "runin", "band", "boxed", "title", "numbered"]
Signature = Literal["electronic", "scribble", "perjury", "stamp", "dictated", "initials", "typed", "none"]
Foot = Literal["page-of", "re-page", "dash", "confidential", "none"]
Check = Literal["box", "brackets", "x"]
Font = Literal["Helvetica", "Times", "Courier"]

_FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
}


@dataclass(frozen=True)
class Clinic:
    """A sender of records."""

    name: str
    lines: tuple[str, ...] = ()
    """Address, telephone and the like, below the name."""
    font: Font = "Helvetica"
    size: float = 10
    margin: float = 56
    letterhead: Letterhead = "centre"
    heading: Heading = "caps"
    signature: Signature = "electronic"
    foot: Foot = "page-of"
    check: Check = "brackets"
    dates: str = "%m/%d/%Y"
    """strftime form; a `~` before a directive drops its leading zero."""
    grid: float = 0.5
    """Width of table lines; 0 for tables without lines."""
    colour: str = "#000000"
    lead: float = 1.2
    running: str = ""
    """Head of every page of a chart print, with `{name}`, `{mrn}` and so on of the patient, `{date}` of the record,
    `{p}` and `{n}` of the page, `{f}` for its page in the file."""
    printed: str = ""
    """Foot of every page, with the same words."""
    counted: int = 0
    """Pages of the sender's print that come before the file's first one: added to `{f}`."""

    @property
    def regular(self) -> str:
        return _FACES[self.font][0]

    @property
    def bold(self) -> str:
        return _FACES[self.font][1]

    @property
    def italic(self) -> str:
        return _FACES[self.font][2]

    def day(self, date: dt.date) -> str:
        """`date` as this sender writes it."""
        text = self.dates
        for directive in ("%m", "%d", "%b", "%B", "%Y", "%y"):
            value = date.strftime(directive)
            text = text.replace("~" + directive, value.lstrip("0")).replace(directive, value)
        return text
