"""A case without its identifiers, whose spans still point at what they quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from drafter.case import Case, Discrepancy, DisputedItem, Lock, MissingRecord, Page, PageSource, Record, SetApart, Span
from drafter.draft import DraftRecord
from drafter.evidence.standing import records_read
from drafter.intake.records import pages_sha256
from drafter.redaction.labels import PUBLIC_NUMBER
from drafter.redaction.model import Kind, Redacted
from drafter.redaction.redactor import Redactor
from drafter.text import record_sentences


def case_texts(case: Case) -> Iterator[str]:
    """Every text of a case that may name somebody, in a fixed order."""
    for record in case.records:
        yield from (page.text for page in record.pages)
    yield from heading_texts(case.records)
    for item in case.items:
        yield item.request


def heading_texts(records: Iterable[Record | DraftRecord]) -> Iterator[str]:
    """Title and author of each record; the author under a label, since the name alone may look like no name."""
    for record in records:
        yield record.title
        if record.author:
            yield f"Author: {record.author}"


class CaseCopy:
    """The redacted copy of a case, and the way from places in the case to places in the copy."""

    def __init__(self, case: Case, redactor: Redactor) -> None:
        self._redactor = redactor
        self._pages = {
            (record.id, page.number): redactor.redact(page.text, scanned=page.ocr_confidence is not None)
            for record in case.records
            for page in record.pages
        }
        self._files = _numbered(
            source.file
            for source in (
                *(page.source for record in case.records for page in record.pages if page.source),
                *(apart.source for apart in case.set_apart),
            )
        )
        self._ids = {record.id: self._id(record.id, at) for at, record in enumerate(case.records, start=1)}
        self.case = self._copy(case)
        self._sentences = _sentences(case), _sentences(self.case)

    @property
    def counts(self) -> Counter[Kind]:
        """Removals from this case and what is told about it, by kind."""
        return self._redactor.counts

    def record(self, record_id: str) -> Record | None:
        """The copy of the case's record `record_id`."""
        return self.case.record(self._ids.get(record_id, record_id))

    def text(self, text: str) -> str:
        """A text about the case, redacted; names of its files and of its records become those of the copy."""
        for name, copied in self._files.items():
            text = text.replace(name, copied)
        for record, copied in self._ids.items():
            if record != copied:
                text = text.replace(record, copied)
        return self._redactor.redact(text).text

    def span(self, span: Span) -> Span:
        """The same place in the copy; a span of no known page has its quote redacted and keeps its offsets."""
        page = self._pages.get((span.record, span.page))
        record = self._ids.get(span.record, span.record)
        if page is None:
            return span.model_copy(update={"record": record, "quote": self.text(span.quote)})
        start, end = page.position(span.start), page.position(span.end, end=True)
        return Span(record=record, page=span.page, start=start, end=end, quote=page.text[start:end])

    def searched(self, sentences: int) -> int:
        """How many sentences of the copy a search went through: a name that is gone may part them otherwise."""
        original, copied = self._sentences
        return sentences - original + copied if sentences >= original else sentences

    def lock(self, lock: Lock) -> Lock:
        """What a remainder says is in the letter's words."""
        if lock.remainder is None:
            return lock
        told = {
            name: self.text(value)
            for name, value in lock.remainder.model_dump(include={"original", "authorized", "remaining"}).items()
            if value
        }
        return lock.model_copy(update={"remainder": lock.remainder.model_copy(update=told)})

    def number(self, case_number: str) -> str:
        """The number of the review is public; a claim number in its place is not."""
        return case_number if PUBLIC_NUMBER.fullmatch(case_number) else self.text(case_number)

    def _copy(self, case: Case) -> Case:
        return case.model_copy(
            update={
                "header": case.header.model_copy(update={"case_number": self.number(case.header.case_number)}),
                "records": tuple(self._record(record) for record in case.records),
                "items": tuple(self._item(item) for item in case.items),
                "missing": tuple(self._missing(one) for one in case.missing),
                "set_apart": tuple(
                    SetApart(source=self._source(one.source), reason=self.text(one.reason)) for one in case.set_apart
                ),
                "discrepancies": tuple(self._discrepancy(one) for one in case.discrepancies),
            }
        )

    def _record(self, record: Record) -> Record:
        pages = tuple(self._page(page, self._pages[record.id, page.number]) for page in record.pages)
        return record.model_copy(
            update={
                "id": self._ids[record.id],
                "title": self.text(record.title),
                "author": self.text(record.author) if record.author else None,
                "pages": pages,
                "sha256": pages_sha256(page.text for page in pages),
                "duplicate_of": self._ids.get(record.duplicate_of, record.duplicate_of)
                if record.duplicate_of
                else None,
            }
        )

    def _page(self, page: Page, redacted: Redacted) -> Page:
        source = self._source(page.source) if page.source else None
        unread = self.text(page.unread) if page.unread else None
        return page.model_copy(update={"text": redacted.text, "source": source, "unread": unread})

    def _source(self, source: PageSource) -> PageSource:
        return source.model_copy(update={"file": self._files[source.file]})

    def _item(self, item: DisputedItem) -> DisputedItem:
        return item.model_copy(update={"request": self.text(item.request), "lock": self.lock(item.lock)})

    def _missing(self, one: MissingRecord) -> MissingRecord:
        return one.model_copy(update={"description": self.text(one.description), "mentioned": self.span(one.mentioned)})

    def _discrepancy(self, one: Discrepancy) -> Discrepancy:
        return one.model_copy(update={"message": self.text(one.message), "places": tuple(map(self.span, one.places))})

    def _id(self, record_id: str, at: int) -> str:
        """Ids may be made from titles and names of files."""
        spaced = re.sub(r"[\W_]+", " ", record_id)
        return record_id if self._redactor.is_clean(spaced) else f"record-{at}"


def _sentences(case: Case) -> int:
    """As many as a search of the whole record goes through: those of what is read, without the list of items."""
    return sum(len(record_sentences(record)) for record in records_read(case))


def _numbered(names: Iterable[str]) -> dict[str, str]:
    """`file 1.pdf` for each file: senders name files after people. The longest first, so that none is cut in two."""
    found = dict.fromkeys(names)
    numbered = {name: f"file {at}{_ending(name)}" for at, name in enumerate(found, start=1)}
    return dict(sorted(numbered.items(), key=lambda entry: -len(entry[0])))


def _ending(name: str) -> str:
    match = re.search(r"\.[A-Za-z0-9]{1,5}$", name)
    return match[0].lower() if match else ""
