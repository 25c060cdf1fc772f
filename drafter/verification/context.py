"""What the checks share: the case, the cards, the sentences of the records, and how places are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.case import Case, DisputedItem, Sentence, Span
from drafter.criteria.asof import AsOf, as_of
from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import Citation, DraftItem, PassageCitation, RationaleSentence
from drafter.evidence.forms import chosen
from drafter.evidence.misread import readings
from drafter.evidence.reading import request_sentence
from drafter.evidence.standing import documents_facts, records_read
from drafter.evidence.voices import OTHER_VOICES, is_evidence
from drafter.evidence.words import WordRows
from drafter.text import record_sentences
from drafter.verification.prose import tokens

_UR_VOICE = re.compile(
    r"\b(?:utili[sz]ation review\w*|claims administrator|UR\b"
    r"|non-?\s?certif\w*|failed to approve|partially approved|peer review\w*"
    r"|denials?|(?:was|were|been|previously|is|are) (?:denied|modified|not certified)|not medically necessary)",
    re.IGNORECASE,
)


class Read(NamedTuple):
    """A sentence of the records; `by_ur` when utilization review speaks in it, or it documents nothing otherwise."""

    sentence: Sentence
    by_ur: bool
    printed: str
    """Its text with the misread words of a scan put right: what is searched."""

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def place(self) -> str:
        return f"{self.sentence.record} page {self.sentence.page}"


class Context(NamedTuple):
    """The material a draft is checked against."""

    case: Case
    library: Library
    items: tuple[DraftItem, ...]
    """The items of the draft, for checks that compare them."""
    pages: Mapping[tuple[str, int], str]
    """Text by record id and page number."""
    sentences: tuple[Read, ...]
    """Every sentence of every record but the list of disputed items, in order."""
    rows: WordRows
    """The words of the sentences with their rows, so that a search reads only where it may find something."""
    whole_counts: range
    """Numbers of sentences that count as a search of the whole record: with the list of items or without it."""
    words: str
    """The words of all pages in lower case, a space around each: for finding what was copied."""
    dates: Mapping[int, AsOf | None]
    """The dates that choose the edition, by item number."""

    def case_item(self, number: int) -> DisputedItem | None:
        return next((item for item in self.case.items if item.number == number), None)

    def draft_item(self, number: int) -> DraftItem | None:
        return next((item for item in self.items if item.number == number), None)


def build_context(case: Case, library: Library, items: tuple[DraftItem, ...] = ()) -> Context:
    """Read the case once for all checks; `items` are the draft's, as far as they are written."""
    records = records_read(case)
    sentences = [sentence for record in records for sentence in record_sentences(record)]
    printed = [chosen(text) for text in readings(records, sentences)]
    rows = WordRows(printed)
    silent = {record.id for record in records if not documents_facts(record)}
    hearsay = {row for row in rows.candidates(_UR_VOICE, *OTHER_VOICES) if _is_hearsay(printed[row])}
    reads = [
        Read(sentence, sentence.record in silent or row in hearsay, text)
        for row, (sentence, text) in enumerate(zip(sentences, printed, strict=True))
    ]
    listed = sum(len(record_sentences(record)) for record in case.records if record.kind == "request")
    pages = {(record.id, page.number): page.text for record in case.records for page in record.pages}
    return Context(
        case=case,
        library=library,
        items=items,
        pages=pages,
        sentences=tuple(reads),
        rows=rows,
        whole_counts=range(len(reads), len(reads) + listed + 1),
        words="\n".join(f" {' '.join(tokens(text))} " for text in pages.values()),
        dates={item.number: as_of(case, item) for item in case.items},
    )


def _is_hearsay(text: str) -> bool:
    return bool(_UR_VOICE.search(text)) or not is_evidence(text)


def follows_refused_surgery(item: DraftItem, context: Context) -> bool:
    """Whether an ancillary item is decided by its surgery's refusal, and not by findings of its own."""
    case_item = context.case_item(item.number)
    surgery = context.draft_item(case_item.depends_on) if case_item and case_item.depends_on else None
    return surgery is not None and surgery.outcome == "upheld"


def resolved_quote(citation: Citation, context: Context) -> str | None:
    """The quote of a citation if it stands at its place, else None."""
    if isinstance(citation, PassageCitation):
        card = context.library.cards.get(citation.card)
        source = card.facts if card else None
    else:
        source = context.pages.get((citation.record, citation.page))
    if source is None or source[citation.start : citation.end] != citation.quote:
        return None
    return citation.quote


def cited(sentence: RationaleSentence, item: DraftItem) -> Iterator[Citation]:
    """The citations of a sentence that the item lists."""
    return (item.citations[name] for name in sentence.citations if name in item.citations)


def cited_quotes(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[str]:
    """The verbatim quotes that a sentence may rest on; a citation that does not resolve supports nothing."""
    quotes = (resolved_quote(citation, context) for citation in cited(sentence, item))
    return [quote for quote in quotes if quote]


def cited_spans(sentence: RationaleSentence, item: DraftItem) -> list[Span]:
    return [citation for citation in cited(sentence, item) if isinstance(citation, Span)]


def cited_cards(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[Card]:
    """The library's cards that a sentence cites."""
    names = [citation.card for citation in cited(sentence, item) if isinstance(citation, PassageCitation)]
    return [context.library.cards[name] for name in dict.fromkeys(names) if name in context.library.cards]


def cited_requests(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[DisputedItem]:
    """The requests that a sentence cites: the item's own, and that of the surgery without which it has no purpose."""
    own = context.case_item(item.number)
    surgery = context.case_item(own.depends_on) if own and own.depends_on else None
    listed = [span for span in cited_spans(sentence, item) if _is_listed(span, context)]
    return [asked for asked in (own, surgery) if asked and any(_is_of(span, asked, context) for span in listed)]


def _is_listed(span: Span, context: Context) -> bool:
    record = context.case.record(span.record)
    return record is not None and record.kind == "request" and resolved_quote(span, context) is not None


def _is_of(span: Span, asked: DisputedItem, context: Context) -> bool:
    place = request_sentence(context.case, asked)
    return place is None or (span.page == place.page and span.start < place.end and place.start < span.end)


def place_of(item: DraftItem, sentence: int | None = None) -> str:
    """`item 1`, or `item 1 sentence 3` for the sentence with index 2."""
    return f"item {item.number}" if sentence is None else f"item {item.number} sentence {sentence + 1}"


def numbered(item: DraftItem) -> Iterator[tuple[str, RationaleSentence]]:
    """Each rationale sentence with its place."""
    for index, sentence in enumerate(item.rationale):
        yield place_of(item, index), sentence


def shortened(text: str, limit: int = 160) -> str:
    """A quote for a message."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
