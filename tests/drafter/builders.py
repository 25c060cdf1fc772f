"""Small builders of cases, cards and drafts. All patients, cases and guideline wordings are invented."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from drafter.case import Case, CaseHeader, DisputedItem, Lock, Page, Qualifications, Record, Span
from drafter.criteria.asof import as_of
from drafter.criteria.card import Card, Criterion, Guideline, Invalidation, Limit, Verified
from drafter.criteria.library import Library
from drafter.draft import (
    ChosenGuideline,
    Citation,
    Draft,
    DraftItem,
    DraftRecord,
    EngineInfo,
    Finding,
    PassageCitation,
    RationaleSentence,
)
from drafter.lock import parse_lock
from drafter.text import record_sentences

CASE_NUMBER = "CM99-0000001"
HEADER = CaseHeader(
    case_number=CASE_NUMBER,
    date_of_injury=dt.date(2014, 3, 2),
    request_date=dt.date(2014, 7, 8),
    ur_denial_date=dt.date(2014, 7, 15),
    application_received=dt.date(2014, 7, 28),
    date_assigned=dt.date(2014, 8, 12),
    priority="Standard",
)
SUMMARY = (
    "The worker is a 44-year-old warehouse clerk who sustained an injury on 3/2/2014. "
    "Diagnoses include lumbar strain and an L4-L5 disc protrusion. "
    "Treatment to date has included chiropractic treatment, massage therapy and naproxen. "
    "The report of 6/10/2014 noted low back pain rated 6/10 radiating to the left leg. "
    "Examination showed tenderness at L4-L5 and decreased sensation of the left foot. "
    "Motor strength was normal. "
    "He attended six sessions of massage therapy in May 2014. "
    "Pain was unchanged after the massage sessions. "
    "He performs stretching at home. "
    "The QME report of 7/1/2014 found a positive straight leg raise at 45 degrees on the left. "
    "Naproxen 550 mg gave 50% pain relief for eight hours. "
    "He has knee osteoarthritis on the right, confirmed by x-ray. "
    "On 7/15/2014, utilization review non-certified the requests."
)
INVENTED = Verified(by="unconfirmed", note="invented for tests")
MASSAGE = "6 massage therapy sessions, lumbar spine"
NAPROXEN = "Naproxen 550 mg #60"
BRACE = "Lumbar support brace"


def record(
    name: str,
    *pages: str,
    kind: Any = "clinical_summary",
    date: dt.date | None = None,
    after_ur: bool = False,
    title: str = "Clinical case summary",
    author: str | None = None,
) -> Record:
    """A record with the given page texts."""
    return Record(
        id=name,
        title=title,
        kind=kind,
        author=author,
        date=date,
        pages=tuple(Page(number=number, text=text) for number, text in enumerate(pages, start=1)),
        sha256=hashlib.sha256("\f".join(pages).encode()).hexdigest(),
        after_ur=after_ur,
    )


def disputed(number: int, request: str, depends_on: int | None = None, **lock: Any) -> DisputedItem:
    """A disputed item whose lock is what its request says; `lock` overrides single fields."""
    read: Lock = parse_lock(request)
    return DisputedItem(number=number, request=request, lock=read.model_copy(update=lock), depends_on=depends_on)


def make_case(
    *items: DisputedItem,
    summary: str = SUMMARY,
    records: Sequence[Record] = (),
    header: CaseHeader = HEADER,
    reviewer: Qualifications | None = None,
) -> Case:
    """A case with its list of requests, a clinical summary and further `records`."""
    listed = items or (disputed(1, MASSAGE), disputed(2, NAPROXEN), disputed(3, BRACE))
    requests = "\n".join(item.request for item in listed)
    return Case(
        header=header,
        records=(
            record("request", requests, kind="request", title="Disputed items"),
            record("summary", summary),
            *records,
        ),
        items=listed,
        reviewer=reviewer or Qualifications(),
    )


def span(case: Case, quote: str) -> Span:
    """Where `quote` stands in the case."""
    for each in case.records:
        for page in each.pages:
            start = page.text.find(quote)
            if start >= 0:
                return Span(record=each.id, page=page.number, start=start, end=start + len(quote), quote=quote)
    raise LookupError(f"not in the case: {quote!r}")


def sentences_of(case: Case) -> int:
    """How many sentences a search of the whole record sees."""
    return sum(len(record_sentences(each)) for each in case.records if each.kind != "request")


def guideline(name: str, mtus: bool = True, **fields: Any) -> Guideline:
    """An edition in force since 2009; override dates for others."""
    values: dict[str, Any] = {
        "organisation": "MTUS" if mtus else "ODG",
        "title": "Chronic Pain Medical Treatment Guidelines" if mtus else "Low Back Chapter",
        "edition": "2009",
        "version_date": "July 18, 2009",
        "effective": dt.date(2009, 7, 18),
        "trigger": "service",
        "authority": "8 CCR 9792.24.2",
        "cited_as": (name,),
    }
    return Guideline(id=name, mtus=mtus, **(values | fields))


def criterion(name: str, subject: str, *concepts: str, **fields: Any) -> Criterion:
    """A precondition on concepts of the lexicon."""
    values: dict[str, Any] = {"kind": "precondition", "text": f"The record shows {subject}."}
    return Criterion(id=name, subject=subject, concepts=concepts, **(values | fields))


def card(name: str, edition: str, facts: str, *criteria: Criterion, **fields: Any) -> Card:
    """A card about massage unless `treatments` says otherwise."""
    values: dict[str, Any] = {
        "section": "Massage therapy",
        "pages": "60",
        "treatments": ("massage",),
        "verified": INVENTED,
    }
    return Card(id=name, guideline=edition, facts=facts, criteria=criteria, **(values | fields))


def make_library() -> Library:
    """Cards on massage (MTUS, ODG, superseded, not yet in force, invalidated), NSAIDs and lumbar supports."""
    editions = [
        guideline("mtus-2009"),
        guideline("odg", mtus=False),
        guideline("mtus-2007", edition="2007", effective=dt.date(2007, 6, 15), superseded=dt.date(2009, 7, 18)),
        guideline("mtus-2016", edition="2016", effective=dt.date(2016, 7, 29), trigger="request"),
    ]
    cards = [
        card(
            "massage",
            "mtus-2009",
            "Massage is an adjunct to active exercise. It is limited to four to six visits in most cases.",
            criterion("exercise", "an active exercise program alongside the massage", "active-exercise"),
            criterion("flare-up", "an acute flare-up", "flare-up"),
            criterion("conservative", "failed conservative care", "failed-conservative-care", necessary=False),
            Criterion(
                id="visits",
                text="Massage is limited to four to six visits in most cases.",
                subject="the number of massage visits",
                kind="limit",
                limit=Limit(quantity="visits", max=6, usual_min=4),
                necessary=False,
            ),
        ),
        card("odg-massage", "odg", "Massage helps in the first weeks of low back pain.", pages=None),
        card("old-massage", "mtus-2007", "Massage is a passive treatment."),
        card("new-massage", "mtus-2016", "Massage is a passive treatment."),
        card(
            "void-massage",
            "mtus-2009",
            "Massage at home is never covered.",
            status="invalidated",
            invalidation=Invalidation(by="the Appeals Board", since=dt.date(2012, 1, 1), note="invented"),
        ),
        card(
            "nsaid",
            "mtus-2009",
            "NSAIDs are recommended for osteoarthritis at the lowest dose.",
            criterion("osteoarthritis", "osteoarthritis", "osteoarthritis"),
            criterion("relief", "pain relief from the drug", "pain-relief", kind="continuation"),
            criterion("bleeding", "a history of bleeding", "gi-risk", kind="exclusion"),
            section="NSAIDs",
            pages="67-68",
            treatments=("nsaid",),
        ),
        card("support", "mtus-2009", "Lumbar supports have lasting benefit in no phase.", section="Lumbar supports"),
    ]
    return Library({each.id: each for each in cards}, {each.id: each for each in editions})


def passage(library: Library, name: str, quote: str | None = None) -> PassageCitation:
    """A citation of a card's facts, or of the part `quote` of them."""
    source = library.cards[name]
    words = quote or source.facts
    start = source.facts.index(words)
    return PassageCitation(
        passage=name, card=name, citation=library.citation(source), start=start, end=start + len(words), quote=words
    )


def chosen(library: Library, name: str, case: Case, number: int) -> ChosenGuideline:
    """The card as it is listed for an item."""
    source = library.cards[name]
    dates = as_of(case, next(item for item in case.items if item.number == number))
    return ChosenGuideline(
        id=name,
        guideline=source.guideline,
        citation=library.citation(source),
        edition=library.guidelines[source.guideline].edition,
        section=source.section,
        pages=source.pages,
        as_of=dates.shown if dates else None,
        as_of_basis=dates.basis if dates else "",
        passage=source.facts,
        score=1.0,
    )


def finding(library: Library, card_name: str, name: str, case: Case, status: Any, **fields: Any) -> Finding:
    """A finding on a criterion of a card, searched in the whole record."""
    source = next(entry for entry in library.cards[card_name].criteria if entry.id == name)
    values: dict[str, Any] = {"sentences_searched": sentences_of(case)}
    return Finding(
        id=name,
        card=card_name,
        text=source.text,
        subject=source.subject,
        kind=source.kind,
        necessary=source.limit.decides if source.limit else source.necessary,
        status=status,
        **(values | fields),
    )


def sentence(text: str, *citations: str, role: Any = "finding", criterion: str | None = None) -> RationaleSentence:
    return RationaleSentence(text=text, citations=citations, role=role, criterion=criterion)


def draft_item(
    item: DisputedItem,
    outcome: Any,
    rationale: Sequence[RationaleSentence],
    citations: dict[str, Citation],
    **fields: Any,
) -> DraftItem:
    return DraftItem(
        number=item.number,
        request=item.request,
        lock=item.lock,
        outcome=outcome,
        confidence=0.5,
        rationale=tuple(rationale),
        citations=citations,
        **fields,
    )


def make_draft(case: Case, *items: DraftItem) -> Draft:
    """A draft of the case with the given items."""
    return Draft(
        created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        drafter_version="0",
        case=case.header,
        engine=EngineInfo(name="offline", settings_sha256="0"),
        records=tuple(
            DraftRecord(**each.model_dump(exclude={"pages"}), pages=len(each.pages)) for each in case.records
        ),
        items=items,
    )
