"""Edits of an item that keep the draft formally valid: sentences put in, replaced, taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from drafter.case import Case, DisputedItem, Sentence, Span
from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import Citation, DraftItem, PassageCitation, RationaleSentence, SentenceRole
from drafter.text import record_sentences, split_sentences

T = TypeVar("T")
R = TypeVar("R")
DECIDED = frozenset({"upheld", "overturned"})


def shuffled(rng: Random, values: Sequence[T]) -> list[T]:
    """A copy in random order."""
    return rng.sample(list(values), len(values))


def first(rng: Random, values: Sequence[T], attempt: Callable[[T], R | None]) -> R | None:
    """The first result that is not None, trying `values` in random order."""
    return next((result for value in shuffled(rng, values) if (result := attempt(value)) is not None), None)


def clinical(case: Case) -> list[Sentence]:
    """Every sentence of every record but the list of disputed items."""
    return [sentence for record in case.records if record.kind != "request" for sentence in record_sentences(record)]


def request_span(case: Case, item: DisputedItem) -> Span | None:
    """Where the request stands in the list of disputed items."""
    for record in case.records:
        for page in record.pages if record.kind == "request" else ():
            start = page.text.find(item.request)
            if start >= 0:
                end = start + len(item.request)
                return Span(record=record.id, page=page.number, start=start, end=end, quote=item.request)
    return None


def passage(library: Library, card: Card, rng: Random | None = None) -> PassageCitation:
    """A citation of one sentence of the card's facts: the first one, or any."""
    bounds = split_sentences(card.facts)
    start, end = rng.choice(bounds) if rng else bounds[0]
    quote = card.facts[start:end]
    return PassageCitation(
        passage=card.id, card=card.id, citation=library.citation(card), start=start, end=end, quote=quote
    )


def insert(
    item: DraftItem,
    text: str,
    cites: Sequence[Citation],
    role: SentenceRole = "finding",
    criterion: str | None = None,
) -> DraftItem:
    """The item with one more sentence before its conclusion; what is cited for the first time is listed."""
    citations = dict(item.citations)
    names = tuple(dict.fromkeys(_name(citation, citations) for citation in cites))
    added = RationaleSentence(text=text, citations=names, role=role, criterion=criterion)
    place = next(
        (row for row, sentence in enumerate(item.rationale) if sentence.role == "conclusion"), len(item.rationale)
    )
    rationale = (*item.rationale[:place], added, *item.rationale[place:])
    return item.model_copy(update={"rationale": rationale, "citations": citations})


def replace(item: DraftItem, row: int, **fields: Any) -> DraftItem:  # noqa: ANN401 - any field of a sentence
    """The item with fields of one sentence changed."""
    sentence = item.rationale[row].model_copy(update=fields)
    return item.model_copy(update={"rationale": (*item.rationale[:row], sentence, *item.rationale[row + 1 :])})


def without(item: DraftItem, drop: Callable[[RationaleSentence], bool]) -> DraftItem:
    """The item without some sentences, and without citations that no other sentence needs."""
    rationale = tuple(sentence for sentence in item.rationale if not drop(sentence))
    used = {name for sentence in rationale for name in sentence.citations}
    citations = {name: citation for name, citation in item.citations.items() if name in used}
    return item.model_copy(update={"rationale": rationale, "citations": citations})


def row_of(item: DraftItem, role: SentenceRole) -> int | None:
    """Index of the first sentence with this role."""
    return next((row for row, sentence in enumerate(item.rationale) if sentence.role == role), None)


def _name(citation: Citation, citations: dict[str, Citation]) -> str:
    known = next((name for name, listed in citations.items() if listed == citation), None)
    if known:
        return known
    letter = "g" if isinstance(citation, PassageCitation) else "r"
    number = next(n for n in range(1, len(citations) + 2) if f"{letter}{n}" not in citations)
    citations[f"{letter}{number}"] = citation
    return f"{letter}{number}"
