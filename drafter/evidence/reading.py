"""A case read once: its sentences, and what each of them may be used for."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from drafter.case import Case, DisputedItem, Record, RecordKind, Sentence
from drafter.evidence.aftercare import rechecked
from drafter.evidence.ellipsis import Pair, pairs
from drafter.evidence.forms import chosen
from drafter.evidence.matching import MatchingRows
from drafter.evidence.misread import readings
from drafter.evidence.sections import Outline, Section, in_capitals, names_section
from drafter.evidence.standing import Mails, documents_facts, knows_of_work, pages_unread, records_read
from drafter.evidence.voices import OTHER_VOICES, is_evidence
from drafter.evidence.words import WordRows
from drafter.lexicon import Place
from drafter.text import record_sentences
from vectorstore.embedder import Embedder
from vectorstore.memory import MemoryIndex

if TYPE_CHECKING:
    from drafter.evidence.words import Rows

_SPARE = 4
"""So many times the sentences that are wanted are looked at, since headings are left out."""


class CaseReading:
    """The sentences of a case's records, in order, with the search over them.

    A sentence in which utilization review speaks is no evidence of a clinical fact (a determination may not rest on
    the UR decision alone, 8 CCR 9792.10.6(b)(2)), nor is one about another person or an instruction to the drafter;
    all of them are searched when something is said to be absent.
    """

    def __init__(self, case: Case, embedder: Embedder) -> None:
        self.case = case
        self._embedder = embedder
        self.records: tuple[Record, ...] = records_read(case)
        self.sentences: tuple[Sentence, ...] = tuple(s for r in self.records for s in record_sentences(r))
        self._printed: tuple[str, ...] = tuple(readings(self.records, self.sentences))
        """The sentences as they were printed: on scanned pages, with misread words put right."""
        self.texts: tuple[str, ...] = tuple(map(chosen, self._printed))
        """What they say: of the options of a form, those that somebody chose."""
        self.words = WordRows(self.texts)
        self.matching = MatchingRows(self.words, self.texts)
        self.clinical: tuple[bool, ...] = self._told({r.id for r in self.records if documents_facts(r)})
        """Whether a sentence is a clinician's or the worker's word about the worker."""
        self.of_work: tuple[bool, ...] = self._told({r.id for r in self.records if knows_of_work(r)})
        """Whether it is the word of an employer or of who administers the claim."""
        self.pages_unread = pages_unread(self.records)
        self.memory: dict[object, Any] = {}
        """What was found in this case, by what was looked for."""
        self._by_id = {record.id: record for record in self.records}
        self._outlines = {record.id: Outline(record) for record in self.records}

    def _told(self, speaking: set[str]) -> tuple[bool, ...]:
        """Which sentences stand in records that speak, or in a mail of who treats the worker, and are evidence."""
        mails = {record.id: Mails(record) for record in self.records if record.kind == "correspondence"}
        usable = [
            sentence.record in speaking or (sentence.record in mails and mails[sentence.record].by_provider(sentence))
            for sentence in self.sentences
        ]
        for row in self.words.candidates(*OTHER_VOICES):
            usable[row] = usable[row] and is_evidence(self.texts[row])
        return tuple(usable)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Clinical sentences that go on without naming what they speak of, each with the one before it."""
        found = pairs(self.sentences, self.texts, self._by_id)
        return tuple(pair for pair in found if self.clinical[pair.row] and self.clinical[pair.first])

    @cached_property
    def pair_words(self) -> WordRows:
        """The words of the pairs."""
        return WordRows([pair.text for pair in self.pairs])

    @property
    def is_case_file(self) -> bool:
        """Whether pages come from files; those of a letter do not."""
        return any(page.source for record in self.records for page in record.pages)

    def record(self, name: str) -> Record | None:
        """A record that is read, by its id."""
        return self._by_id.get(name)

    def when(self, sentence: Sentence) -> tuple[dt.date, int, int]:
        """The order of time as far as it is known: date of the record, then place in it."""
        record = self._by_id.get(sentence.record)
        return (record.date if record and record.date else dt.date.min, sentence.page, sentence.start)

    def kind(self, row: int) -> RecordKind:
        """The kind of record that a sentence stands in."""
        return self._by_id[self.sentences[row].record].kind

    def places(self, row: int) -> frozenset[Place]:
        """The kind of record that a sentence stands in, and whether that is a visit after a procedure."""
        record = self._by_id[self.sentences[row].record]
        return frozenset({record.kind, "aftercare"} if self.follows_up(record) else {record.kind})

    def follows_up(self, record: Record) -> frozenset[str]:
        """The treatments that a visit is called the recheck of."""
        return self._rechecked[record.id]

    @cached_property
    def _rechecked(self) -> dict[str, frozenset[str]]:
        return {record.id: rechecked(record) for record in self.records}

    def rows_of(self, place: Place | None = None, of_work: bool = False) -> Rows:
        """A bit for each sentence that may be evidence, in records of a kind."""
        rows: Rows | None = self.memory.get(("rows", place, of_work))
        if rows is None:
            told = (row for row, usable in enumerate(self.clinical) if usable or (of_work and self.of_work[row]))
            wanted = [row for row in told if place is None or place in self.places(row)]
            rows = self.memory["rows", place, of_work] = self.words.mask(wanted)
        return rows

    def section(self, row: int) -> Section | None:
        """The part of its report that a sentence stands in."""
        sentence = self.sentences[row]
        return self._outlines[sentence.record].section(sentence.page, sentence.start)

    @cached_property
    def _index(self) -> MemoryIndex:
        return MemoryIndex(self._printed, self._embedder)

    def is_heading(self, row: int) -> bool:
        """Whether a sentence is no statement, only the heading of some; in a note of capitals, capitals are none."""
        sentence = self.sentences[row]
        if not in_capitals(sentence.text):
            return names_section(sentence.text)
        page = self._by_id[sentence.record].pages[sentence.page - 1].text
        return sum(map(str.islower, page)) > sum(map(str.isupper, page))

    def nearest(self, query: str, k: int = 3) -> list[Sentence]:
        """The `k` sentences of the whole record that come nearest to `query`, best first; headings tell nothing."""
        if not self.sentences:
            return []
        found = (row for row, _ in self._index.nearest(query, k * _SPARE) if not self.is_heading(row))
        return [self.sentences[row] for row in islice(found, k)]


def request_sentence(case: Case, item: DisputedItem) -> Sentence | None:
    """Where the item's request stands in the list of disputed items."""
    record = case.record("request")
    for page in record.pages if record else ():
        start = page.text.find(item.request)
        if start >= 0:
            return Sentence("request", page.number, start, start + len(item.request), item.request)
    return None
