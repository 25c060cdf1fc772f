"""Everything of the record that a draft points to: each place once, with where in the draft it is used."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from drafter.case import Case, Span
from drafter.draft import Draft, DraftItem
from drafter.rendering.html.boxes import letters
from drafter.rendering.worksheet import own_timeline

CASE_TIMELINE = "case-timeline"
"""Anchor of the whole case's timeline."""


class Weight(IntEnum):
    """Why a quote is shown; where not every page can be embedded, the weightier ones are."""

    RELIED_ON = 0
    """Cited by a sentence of the rationale, or a place where documents disagree."""
    EVIDENCE = 1
    """Evidence for or against a criterion."""
    CONSULTED = 2
    """Nearest to what a search did not find, and other places of the worksheet."""


class Use(NamedTuple):
    """Where in the draft a quote is pointed to, in words and as the id of the element."""

    words: str
    anchor: str


class Quote(NamedTuple):
    """A place of the record with all its uses. `number` counts from 1 in the order of first use."""

    number: int
    span: Span
    weight: Weight
    uses: tuple[Use, ...]

    @property
    def anchor(self) -> str:
        return f"quote-{self.number}"


def quotes_of(draft: Draft, case: Case) -> dict[Span, Quote]:
    """All quotes by their place. What does not resolve to the words that it quotes is left out."""
    quotes: dict[Span, Quote] = {}
    for span, weight, use in _pointers(draft, case):
        if not resolves(span, case):
            continue
        known = quotes.get(span) or Quote(len(quotes) + 1, span, weight, ())
        uses = known.uses if use in known.uses else (*known.uses, use)
        quotes[span] = known._replace(weight=min(weight, known.weight), uses=uses)
    return quotes


def resolves(span: Span, case: Case) -> bool:
    """Whether the words stand where the span says; a span of nothing but white space points nowhere."""
    record = case.record(span.record)
    text = next((page.text for page in record.pages if page.number == span.page), None) if record else None
    return text is not None and text[span.start : span.end] == span.quote and bool(letters(span.quote))


def timeline_places(draft: Draft, case: Case) -> dict[tuple[str, int], tuple[Use, ...]]:
    """The pages that timelines name, by record and page."""
    places: dict[tuple[str, int], tuple[Use, ...]] = {}
    told = [
        (Use(f"timeline {item.number}", timeline_anchor(item.number)), own_timeline(item, draft.timeline))
        for item in draft.items
    ]
    for use, events in (*told, (Use("timeline of the case", CASE_TIMELINE), draft.timeline)):
        for event in events:
            record = case.record(event.record) if event.record else None
            if record and event.page and any(page.number == event.page for page in record.pages):
                known = places.get((record.id, event.page), ())
                places[record.id, event.page] = known if use in known else (*known, use)
    return places


def _pointers(draft: Draft, case: Case) -> Iterator[tuple[Span, Weight, Use]]:
    for index, discrepancy in enumerate(case.discrepancies, start=1):
        for span in discrepancy.places:
            yield span, Weight.RELIED_ON, Use(f"disagreement {index}", f"disagreement-{index}")
    for part in draft.condition:
        yield part.span, Weight.EVIDENCE, Use("clinical case summary", "condition")
    for item in draft.items:
        yield from _cited(item)
    for item in draft.items:
        yield from _weighed(item)
    for index, missing in enumerate(case.missing, start=1):
        yield missing.mentioned, Weight.CONSULTED, Use(f"missing document {index}", f"missing-{index}")


def _cited(item: DraftItem) -> Iterator[tuple[Span, Weight, Use]]:
    for position, sentence in enumerate(item.rationale, start=1):
        use = Use(f"item {item.number}, sentence {position}", sentence_anchor(item.number, position))
        for name in sentence.citations:
            citation = item.citations.get(name)
            if isinstance(citation, Span):
                yield citation, Weight.RELIED_ON, use


def _weighed(item: DraftItem) -> Iterator[tuple[Span, Weight, Use]]:
    for position, finding in enumerate(item.criteria, start=1):
        use = Use(f"worksheet {item.number}, criterion {position}", criterion_anchor(item.number, position))
        for span in (*finding.evidence, *finding.contrary, *finding.superseded):
            yield span, Weight.EVIDENCE, use
        for span in finding.searched:
            yield span, Weight.CONSULTED, use


def sentence_anchor(item: int, position: int) -> str:
    return f"item-{item}-sentence-{position}"


def timeline_anchor(item: int) -> str:
    return f"item-{item}-timeline"


def criterion_anchor(item: int, position: int) -> str:
    return f"item-{item}-criterion-{position}"
