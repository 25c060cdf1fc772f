"""From pages to the record index: what documents the file holds, whose they are, and what is not there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.case import MissingRecord, Page, Record, SetApart
from drafter.casefile.pages import SourcePage
from drafter.casefile.records.authors import find_author
from drafter.casefile.records.boundary import is_broken_off
from drafter.casefile.records.cues import fold
from drafter.casefile.records.dates import document_date
from drafter.casefile.records.duplicates import Candidate, find_duplicates
from drafter.casefile.records.full_names import with_full_names
from drafter.casefile.records.kinds import Classified, classify
from drafter.casefile.records.missing import find_missing
from drafter.casefile.records.people import Identity, identify, is_foreign, whose_case
from drafter.casefile.records.roles import is_evaluator, is_therapist, role_of, with_consultants
from drafter.casefile.records.splitting import gathered, split
from drafter.casefile.records.titles import title_of
from drafter.casefile.records.view import PageView, content, squeezed, view_pages
from drafter.intake.records import pages_sha256

_TESTED = re.compile(
    r"\b(?:interviewed|examined|evaluated|assessed|tested|administered|(?:he|she|patient) completed)\b"
)
_ILLEGIBLE = 0.7
"""Mean confidence of text recognition below which a page is not read: what it found is noise."""
NOT_RECOGNISED = "the writing could not be recognised; look at the page itself"
_CLINICAL = frozenset(
    {"progress_note", "consultation", "medical_legal", "imaging", "electrodiagnostics", "therapy_log",
     "operative_report"}
)  # fmt: skip


_NOTES = ("progress_note", "consultation", "other")
"""Kinds that are a therapy record where a therapist signs."""
_PROCEDURAL = re.compile(
    r"\b(?:proof|declaration|certificate|affidavit) of\b|\bcover\b|^fax\b|\bsubpoena\b|\btransmittal\b", re.IGNORECASE
)
"""Titles of papers that only send, serve or certify others."""
_OF_THE_REVIEW = ("application", "prior_imr")


class RecordIndex(NamedTuple):
    """The documents of a case file in the order of their pages."""

    records: tuple[Record, ...]
    missing: tuple[MissingRecord, ...]
    set_apart: tuple[SetApart, ...]
    patient: Identity


class _Document(NamedTuple):
    views: list[PageView]
    classified: Classified


def index_records(pages: Sequence[SourcePage]) -> RecordIndex:
    """Split the pages into records, say what each is, and set apart what belongs to another patient."""
    views = view_pages([_legible(page) for page in pages])
    identities = [identify(view) for view in views]
    patient = whose_case(views, identities)
    foreign = _foreign(views, identities, patient)
    documents = _documents([pages for file in _by_file(views, foreign) for pages in split(file)])
    records = _records(sorted(documents, key=lambda document: document.views[0].row), patient)
    linked = _linked(with_consultants(with_full_names(records)))
    set_apart = tuple(SetApart(source=views[row].page.source, reason=reason) for row, reason in foreign.items())
    return RecordIndex(linked, find_missing(linked), set_apart, patient)


def mark_after_ur(records: Sequence[Record], decided: dt.date | None) -> tuple[Record, ...]:
    """What is dated after the UR decision is marked, but for the proceeding's own papers and administrators'."""
    return tuple(
        record.model_copy(update={"after_ur": bool(decided and record.date and record.date > decided)})
        if record.kind in _CLINICAL or not _is_of_the_proceeding(record)
        else record
        for record in records
    )


def _is_of_the_proceeding(record: Record) -> bool:
    return (
        record.kind in _OF_THE_REVIEW or record.author_role == "administrator" or bool(_PROCEDURAL.search(record.title))
    )


def _legible(page: SourcePage) -> SourcePage:
    if page.unread or page.ocr_confidence is None or page.ocr_confidence >= _ILLEGIBLE:
        return page
    return page.model_copy(update={"text": "", "unread": NOT_RECOGNISED})


def _foreign(views: Sequence[PageView], identities: Sequence[Identity], patient: Identity) -> dict[int, str]:
    """Rows of another patient's pages with the reason; the rest of a numbered document follows its first page."""
    foreign: dict[int, str] = {}
    for row, (view, identity) in enumerate(zip(views, identities, strict=True)):
        reason = is_foreign(view, identity, patient)
        if reason is None and row - 1 in foreign and _goes_on(views[row - 1], view, patient):
            reason = "goes on from a page that names another patient"
        if reason:
            foreign[row] = reason
    return foreign


def _goes_on(before: PageView, view: PageView, patient: Identity) -> bool:
    one, two = before.numbering, view.numbering
    if before.page.source.file != view.page.source.file or set(view.folded_text.split()) & patient.names:
        return False
    if one is None or two is None:
        return two is None and bool(view.lines) and is_broken_off(before, view)
    return two.page == one.page + 1 and two.total == one.total


def _by_file(views: Sequence[PageView], foreign: dict[int, str]) -> list[list[PageView]]:
    own = (view for view in views if view.row not in foreign)
    return [list(group) for _, group in groupby(own, key=lambda view: view.page.source.file)]


def _documents(found: Sequence[list[PageView]]) -> list[_Document]:
    return [_Document(pages, classify(pages[0], pages[1:])) for pages in gathered(found)]


def _records(documents: Sequence[_Document], patient: Identity) -> list[Record]:
    return [_record(number, document, patient) for number, document in enumerate(documents, start=1)]


def _record(number: int, document: _Document, patient: Identity) -> Record:
    views, classified = document
    texts = [view.page.text for view in views]
    if all(view.page.unread for view in views):
        return _made(number, "Unread page", "other", views, texts)
    author = find_author(classified.kind, views)
    if classified.kind in _NOTES and is_therapist(author):
        classified = Classified("therapy_log", classified.row)
    elif is_evaluator(author) and (classified == Classified("other", None) or _tells_of_tests(classified, views)):
        classified = Classified("consultation", None)
    words = {squeezed(word) for word in fold(author.name).split()} if author else set()
    is_patient = len(words & {squeezed(name) for name in patient.names}) >= 2
    role = role_of(classified.kind, author, views[0].folded_text[:400], is_patient)
    date = document_date(classified.kind, [(*view.folded, *view.forms) for view in views], patient.births)
    record = _made(number, title_of(classified, views[0], patient.names), classified.kind, views, texts)
    return record.model_copy(update={"author": str(author) if author else None, "author_role": role, "date": date})


def _tells_of_tests(classified: Classified, views: Sequence[PageView]) -> bool:
    """Whether a letter reports what its writer found in the patient."""
    return classified.kind == "correspondence" and any(_TESTED.search(view.folded_text) for view in views)


def _made(number: int, title: str, kind: str, views: Sequence[PageView], texts: Sequence[str]) -> Record:
    return Record.model_validate(
        {
            "id": f"r{number:03}",
            "title": title,
            "kind": kind,
            "pages": [_page(count, view) for count, view in enumerate(views, start=1)],
            "sha256": pages_sha256(texts),
        }
    )


def _page(number: int, view: PageView) -> Page:
    page = view.page
    return Page(
        number=number, text=page.text, source=page.source, ocr_confidence=page.ocr_confidence, unread=page.unread
    )


def _linked(records: Sequence[Record]) -> tuple[Record, ...]:
    candidates = [
        Candidate(
            record.date,
            len(record.pages),
            "\n".join(content(page.text) for page in record.pages),
            any(page.ocr_confidence is not None for page in record.pages),
        )
        for record in records
    ]
    copies = find_duplicates(candidates)
    return tuple(
        record if copy is None else record.model_copy(update={"duplicate_of": records[copy].id})
        for record, copy in zip(records, copies, strict=True)
    )
