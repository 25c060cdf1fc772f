"""Cases made of the synthetic case files: their pages as read, and a draft that quotes every planted fact."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from drafter.case import Case, CaseHeader, DisputedItem, Frozen, Lock, Page, PageSource, Record, Span
from drafter.casefile.pages.pdf import open_pdf, pdf_page
from drafter.draft import Draft, DraftItem, DraftRecord, EngineInfo, Finding, RationaleSentence

CASES = Path(__file__).parents[4] / "seeds" / "cases"
ITEM = DisputedItem(number=1, request="6 massage therapy visits", lock=Lock(treatment="massage", visits=6))


class Fact(Frozen):
    """A planted fact and the words of its page that say it."""

    file: str
    page: int
    quote: str


def names() -> list[str]:
    return sorted(path.parent.name for path in CASES.glob("*/truth.yaml"))


def facts(name: str) -> list[Fact]:
    truth = yaml.safe_load((CASES / name / "truth.yaml").read_text(encoding="utf-8"))
    return [Fact(file=fact["file"], page=fact["page"], quote=fact["quote"]) for fact in truth["facts"]]


def text_layers(name: str) -> list[Page]:
    """The pages of the PDF files that carry their own text; scans are left out, since reading them takes long."""
    pages = []
    for path in sorted((CASES / name / "file").glob("*.pdf")):
        document = open_pdf(path)
        for number in range(1, len(document) + 1):
            read = pdf_page(document, number)
            if not read.wants_ocr:
                pages.append(Page(number=number, text=read.text, source=PageSource(file=path.name, page=number)))
        document.close()
    return pages


def case_of(pages: Sequence[Page]) -> Case:
    """A record for each page: how a merged file is split is another matter."""
    records = tuple(
        Record(
            id=f"r{index}",
            title=f"Document {index}",
            kind="progress_note",
            pages=(page.model_copy(update={"number": 1}),),
            sha256="0" * 64,
        )
        for index, page in enumerate(pages, start=1)
    )
    return Case(header=CaseHeader(case_number="CM99-0000001"), records=records, items=(ITEM,))


def spans(case: Case, wanted: Sequence[Fact]) -> list[Span]:
    """Where the facts stand; those of pages that are not in the case, or were misread, are left out."""
    found = []
    for fact in wanted:
        for record in case.records:
            (page,) = record.pages
            match = re.search(r"\s+".join(map(re.escape, fact.quote.split())), page.text)
            if match and page.source == PageSource(file=fact.file, page=fact.page):
                found.append(Span(record=record.id, page=1, start=match.start(), end=match.end(), quote=match[0]))
    return found


def draft_of(case: Case, quoted: Sequence[Span], searched: Sequence[Span] = (), **changes: Any) -> Draft:
    """One item whose rationale has a sentence for each quote, and whose criterion was searched for."""
    finding = Finding(
        id="exercise",
        card="massage",
        text="Exercise goes with massage.",
        subject="exercise",
        kind="precondition",
        necessary=True,
        status="not_documented",
        searched=tuple(searched),
    )
    item = DraftItem(
        number=1,
        request=ITEM.request,
        lock=ITEM.lock,
        outcome="undetermined",
        confidence=0.5,
        criteria=(finding,) if searched else (),
        rationale=tuple(
            RationaleSentence(text=f"Sentence {index}.", citations=(f"c{index}",), role="finding")
            for index, _ in enumerate(quoted, start=1)
        ),
        citations={f"c{index}": span for index, span in enumerate(quoted, start=1)},
    )
    values = {
        "created_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        "drafter_version": "0",
        "case": case.header,
        "engine": EngineInfo(name="offline", settings_sha256="0"),
        "records": tuple(
            DraftRecord(**record.model_dump(exclude={"pages"}), pages=len(record.pages)) for record in case.records
        ),
        "items": (item,),
    }
    return Draft(**{**values, **changes})
