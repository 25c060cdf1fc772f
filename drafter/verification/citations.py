"""Promise 1: every sentence cites, every citation resolves, every quote is verbatim."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Span
from drafter.draft import Citation, Draft, DraftItem, Finding, Flag, PassageCitation
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered, place_of, shortened
from drafter.verification.patient import IDENTIFIED, names_person
from drafter.verification.prose import quotations, squeezed


def check_citations(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences cite, citations resolve, quotes and quotations are verbatim, nothing is listed uncited."""
    yield from _sentences_cite(item)
    for name, citation in item.citations.items():
        yield from _resolves(citation, f"{place_of(item)} citation {name}", context)
    yield from _quotations(item, context)
    yield from _unused(item)


def check_findings(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Findings repeat a criterion of their card, and their spans are verbatim."""
    for finding in item.criteria:
        where = f"{place_of(item)} criterion {finding.id}"
        yield from _repeats_criterion(finding, where, context)
        for span in finding.spans:
            yield from _resolves(span, where, context)


def check_condition(draft: Draft, context: Context) -> Iterator[Flag]:
    """What the letter says of the employee's condition is verbatim and names nobody."""
    for position, part in enumerate(draft.condition, start=1):
        where = f"case summary quote {position}"
        yield from _resolves(part.span, where, context)
        if names_person(part.span.quote):
            yield Code.PATIENT_IDENTIFIED.flag(where, IDENTIFIED)


def _sentences_cite(item: DraftItem) -> Iterator[Flag]:
    for where, sentence in numbered(item):
        for name in sentence.citations:
            if name not in item.citations:
                yield Code.CITATION_UNKNOWN.flag(where, f"cites {name!r}, which the item does not list")
        if not any(name in item.citations for name in sentence.citations):
            yield Code.CITES_NOTHING.flag(where, f"cites nothing: {shortened(sentence.text)!r}")


def _resolves(citation: Citation, where: str, context: Context) -> Iterator[Flag]:
    if isinstance(citation, Span):
        source, name = context.pages.get((citation.record, citation.page)), f"{citation.record} page {citation.page}"
    else:
        card = context.library.cards.get(citation.card)
        source, name = card.facts if card and citation.passage == card.id else None, f"passage {citation.passage}"
        yield from _form(citation, where, context)
    if source is None:
        yield Code.CITATION_UNRESOLVED.flag(where, f"there is no {name}")
    elif not citation.quote.strip():
        yield Code.CITATION_UNRESOLVED.flag(where, f"the quote of {name} is empty")
    elif source[citation.start : citation.end] != citation.quote:
        yield Code.QUOTE_ALTERED.flag(
            where,
            f"{name} [{citation.start}:{citation.end}] reads {shortened(source[citation.start : citation.end])!r}, "
            f"not {shortened(citation.quote)!r}",
        )


def _form(citation: PassageCitation, where: str, context: Context) -> Iterator[Flag]:
    card = context.library.cards.get(citation.card)
    if card and citation.citation != context.library.citation(card):
        yield Code.CITATION_FORM.flag(
            where, f"is cited as {citation.citation!r}, not {context.library.citation(card)!r}"
        )


def _quotations(item: DraftItem, context: Context) -> Iterator[Flag]:
    for where, sentence in numbered(item):
        quoted = quotations(sentence.text)
        if not quoted:
            continue
        sources = [squeezed(text) for text in (item.request, *cited_quotes(sentence, item, context))]
        for quote in quoted:
            if not any(squeezed(quote) in source for source in sources):
                yield Code.QUOTATION_ALTERED.flag(where, f"{shortened(quote)!r} is not in what the sentence cites")


def _unused(item: DraftItem) -> Iterator[Flag]:
    used = {name for sentence in item.rationale for name in sentence.citations}
    for name in item.citations:
        if name not in used:
            yield Code.CITATION_UNUSED.flag(f"{place_of(item)} citation {name}", "no sentence cites it")


def _repeats_criterion(finding: Finding, where: str, context: Context) -> Iterator[Flag]:
    card = context.library.cards.get(finding.card)
    criterion = next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
    if criterion is None:
        yield Code.FINDING_ALTERED.flag(where, f"card {finding.card!r} has no criterion {finding.id!r}")
        return
    necessary = criterion.limit.decides if criterion.limit else criterion.necessary
    expected = {"text": criterion.text, "subject": criterion.subject, "kind": criterion.kind, "necessary": necessary}
    for field, value in expected.items():
        if getattr(finding, field) != value:
            yield Code.FINDING_ALTERED.flag(where, f"its {field} is {getattr(finding, field)!r}, the card's {value!r}")
