"""A synthetic case and draft that use every part of the letter."""

from __future__ import annotations

import datetime as dt

from drafter.case import (
    BodySite,
    Case,
    CaseHeader,
    DisputedItem,
    Lock,
    Page,
    Qualifications,
    Record,
    Remainder,
    Span,
)
from drafter.draft import (
    ChosenGuideline,
    Draft,
    DraftItem,
    DraftRecord,
    EngineInfo,
    Finding,
    Flag,
    PassageCitation,
    Precedent,
    RationaleSentence,
)

NOTE = (
    "Pain is 5/10 <b>today</b>, *unchanged* | 4 visits of massage therapy completed. "
    "No home exercise programme was given. He walks 20 minutes a day."
)
REPORT = "The injured worker was seen by [REDACTED]. Massage helped for an afternoon."
CHAPTER = "MTUS Chronic Pain Medical Treatment Guidelines (July 18, 2009, 8 CCR 9792.24.2)"
FACTS = "Massage is an option as an adjunct to exercise. It is limited to four to six visits in most cases."

HEADER = CaseHeader(
    case_number="CM99-0000001",
    date_assigned=dt.date(2014, 9, 5),
    date_of_injury=dt.date(2010, 1, 27),
    ur_denial_date=dt.date(2014, 8, 25),
    priority="Standard",
    application_received=dt.date(2014, 8, 28),
)
LOCK = Lock(
    treatment="massage",
    visits=6,
    sites=(BodySite(part="low-back"), BodySite(part="knee", side="right")),
)


def record(name: str, title: str, text: str, *, kind="progress_note", date=None, after_ur=False) -> Record:
    return Record(
        id=name,
        title=title,
        kind=kind,
        author="A. Chiropractor, DC",
        date=date,
        pages=(Page(number=1, text=text),),
        sha256="0" * 64,
        after_ur=after_ur,
    )


NOTES = record("note", "Progress note", NOTE, date=dt.date(2014, 8, 18))
LATER = record("later", "Chiropractic report", REPORT, date=dt.date(2014, 8, 29), after_ur=True)
SUMMARY = record("summary", "Clinical case summary", "He sprained his back.", kind="clinical_summary")


def quote(source: Record, text: str) -> Span:
    start = source.pages[0].text.index(text)
    return Span(record=source.id, page=1, start=start, end=start + len(text), quote=text)


PAIN = quote(NOTES, "Pain is 5/10 <b>today</b>, *unchanged* | 4 visits of massage therapy completed.")
NO_EXERCISE = quote(NOTES, "No home exercise programme was given.")
WALKS = quote(NOTES, "He walks 20 minutes a day.")
HELPED = quote(LATER, "Massage helped for an afternoon.")
FACT = PassageCitation(
    passage="massage-2009",
    card="massage-2009",
    citation=f"{CHAPTER}, Massage therapy, p. 60",
    start=0,
    end=47,
    quote=FACTS[:47],
)


def guideline(card: str = "massage-2009", section: str = "Massage therapy", page: str = "60") -> ChosenGuideline:
    return ChosenGuideline(
        id=card,
        guideline="mtus-chronic-pain-2009",
        citation=f"{CHAPTER}, {section}, p. {page}",
        edition="2009",
        section=section,
        pages=page,
        as_of=dt.date(2014, 8, 25),
        as_of_basis="UR denial date",
        passage=FACTS,
        score=0.03,
    )


def finding(name: str, status: str, kind: str = "precondition", **more) -> Finding:
    return Finding(
        id=name,
        card="massage-2009",
        text=f"The test of {name} is stated here.",
        subject=f"the subject of {name}",
        kind=kind,
        necessary=more.pop("necessary", True),
        status=status,
        **more,
    )


CRITERIA = (
    finding(
        "active-exercise",
        "not_documented",
        searched=(WALKS, NO_EXERCISE),
        searched_for=("home exercise", "conditioning programme"),
        sentences_searched=42,
    ),
    finding("prior-gain", "contrary", evidence=(HELPED,), contrary=(PAIN,), kind="continuation"),
    finding("visit-range", "met", kind="limit", necessary=False, note="6 of at most 6"),
    finding("serious-pathology", "not_documented", kind="exclusion"),
)
RATIONALE = (
    RationaleSentence(text="The request is for six visits of massage therapy.", citations=("r1",), role="request"),
    RationaleSentence(text="Massage is an adjunct to exercise.", citations=("g1",), role="guideline"),
    RationaleSentence(text="No exercise programme is documented.", citations=("r2", "g1"), role="absence"),
    RationaleSentence(text="An effect lasted for an afternoon.", citations=("r3",), role="contrary"),
)
ABSENCE_FLAG = Flag(
    code="absence-contradicted",
    severity="block",
    message="The record speaks of exercise, although the draft says that none is documented.",
    where="item 1 sentence 3",
)
NUMBER_FLAG = Flag(code="number", severity="warn", message="A number is not in its source.", where="item 1 sentence 4")


def item(number: int = 1, **changes) -> DraftItem:
    values = {
        "number": number,
        "request": "6 massage therapy visits, lumbar spine and right knee",
        "lock": LOCK,
        "outcome": "upheld",
        "confidence": 0.1,
        "guidelines": (guideline(), guideline("passive-2009", "Passive modalities", "99")),
        "criteria": CRITERIA,
        "precedents": (
            Precedent(case_number="CM98-0000009", request="8 massage visits", decided=dt.date(2014, 1, 2), score=0.5),
        ),
        "rationale": RATIONALE,
        "citations": {"r1": PAIN, "g1": FACT, "r2": WALKS, "r3": HELPED},
        "flags": (NUMBER_FLAG, ABSENCE_FLAG),
    }
    return DraftItem(**{**values, **changes})


def modified_item(number: int = 2, **changes) -> DraftItem:
    remainder = Remainder(
        original="8 physical therapy visits", authorized="4 visits", remaining="4 physical therapy visits"
    )
    lock = Lock(treatment="physical-therapy", visits=8, ur_action="modified", remainder=remainder)
    return item(number, request="8 physical therapy visits", lock=lock, flags=(), **changes)


def draft(*items: DraftItem, **changes) -> Draft:
    records = (SUMMARY, NOTES, LATER)
    values = {
        "created_at": dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC),
        "drafter_version": "0.1.0",
        "case": HEADER,
        "engine": EngineInfo(name="offline", settings_sha256="ab" * 32),
        "records": tuple(
            DraftRecord(**entry.model_dump(exclude={"pages"}), pages=len(entry.pages)) for entry in records
        ),
        "items": items or (item(),),
    }
    return Draft(**{**values, **changes})


def case(reviewer: Qualifications | None = None) -> Case:
    items = (DisputedItem(number=1, request="6 massage therapy visits, lumbar spine and right knee", lock=LOCK),)
    return Case(header=HEADER, records=(SUMMARY, NOTES, LATER), items=items, reviewer=reviewer or Qualifications())
