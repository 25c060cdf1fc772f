"""Promise 2: what is said to be absent carries its proof, and the whole record does not say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.criteria.card import Criterion
from drafter.draft import DraftItem, Finding, Flag, RationaleSentence, Severity
from drafter.verification.absence_claims import absent_content, find_absences
from drafter.verification.codes import Code
from drafter.verification.context import Context, Read, cited_quotes, cited_spans, numbered, place_of, shortened
from drafter.verification.contradiction import contradicting_concepts, contradicting_words, documented_by
from drafter.verification.polarity import is_negated
from drafter.verification.prose import content
from drafter.verification.support import claiming_text

_NOT_ABOUT_THE_RECORD = frozenset({"guideline", "request", "limit"})
"""Roles whose sentences state what a guideline or the request does not contain."""


def check_absence(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Every sentence that says that something is absent is proven by a search and contradicted by no sentence."""
    for where, sentence in numbered(item):
        if sentence.role in _NOT_ABOUT_THE_RECORD:
            continue
        phrases = absent_things(claiming_text(sentence, item, context))
        if not phrases:
            continue
        quoted = _denied_by_its_quotes(phrases, sentence, item, context)
        if not quoted:
            yield from _proven(where, sentence, item, context)
            yield from _undoubted(where, sentence, item)
        yield from _uncontradicted(where, phrases, sentence, item, context, severity="warn" if quoted else None)


def check_undocumented(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A criterion that is "not documented" is searched for in every record sentence again."""
    for finding in item.criteria:
        if finding.status != "not_documented":
            continue
        where = f"{place_of(item)} criterion {finding.id}"
        criterion = _criterion(finding, context)
        if criterion and criterion.concepts:
            reads = contradicting_concepts(criterion, item.lock, context)
            yield from _contradicted(where, finding.subject, reads, None)


def absent_things(text: str) -> tuple[str, ...]:
    """The things that a sentence says are absent from the record."""
    return tuple(phrase for claim in find_absences(text) for phrase in claim.phrases)


def _denied_by_its_quotes(
    phrases: tuple[str, ...], sentence: RationaleSentence, item: DraftItem, context: Context
) -> bool:
    """Whether the record itself states the absence: "no weakness" in a note is a finding, not a gap."""
    quotes = cited_quotes(sentence, item, context) if cited_spans(sentence, item) else []
    return all(any(_denies(quote, phrase) for quote in quotes) for phrase in phrases)


def _denies(quote: str, phrase: str) -> bool:
    words = content(quote)
    places = [[word for word in words if word.stem == wanted.stem] for wanted in absent_content(phrase)]
    return all(any(is_negated(quote, word.start, word.end) for word in found) for found in places)


def _proven(where: str, sentence: RationaleSentence, item: DraftItem, context: Context) -> Iterator[Flag]:
    finding = next((entry for entry in item.criteria if entry.id == sentence.criterion), None)
    if finding is None:
        yield Code.ABSENCE_UNPROVEN.flag(
            where, f"names no criterion that was searched for: {shortened(sentence.text)!r}"
        )
    elif finding.status == "met":
        yield Code.ABSENCE_CONTRADICTED.flag(where, f"the draft's own table says that {finding.subject} is documented")
    elif not finding.searched and not finding.contrary:
        yield Code.ABSENCE_UNPROVEN.flag(where, f"shows no nearest passage for {finding.subject}")
    elif finding.sentences_searched not in context.whole_counts:
        yield Code.ABSENCE_UNPROVEN.flag(
            where, f"{finding.sentences_searched} sentences were searched; the record has {context.whole_counts.start}"
        )


def _undoubted(where: str, sentence: RationaleSentence, item: DraftItem) -> Iterator[Flag]:
    """An absence that a model doubts is said only where the reviewer chose the outcome; it is not said unseen."""
    for finding in item.criteria:
        if finding.id == sentence.criterion and finding.in_doubt:
            quote = shortened(finding.to_judge[0].quote)
            yield Code.ABSENCE_IN_DOUBT.flag(where, f"read {quote!r}: it may document {finding.subject}")


def _uncontradicted(
    where: str,
    phrases: tuple[str, ...],
    sentence: RationaleSentence,
    item: DraftItem,
    context: Context,
    severity: Severity | None,
) -> Iterator[Flag]:
    """By words; and by the concepts that the words name, where no criterion says which concepts are meant."""
    searched = any(entry.id == sentence.criterion for entry in item.criteria)
    for phrase in phrases:
        reads = contradicting_words(phrase, context)
        if not reads and not searched:
            reads = documented_by(phrase, item.lock, context)
        yield from _contradicted(where, phrase, reads, severity)


def _contradicted(where: str, thing: str, reads: list[Read], severity: Severity | None) -> Iterator[Flag]:
    for read in reads:
        yield Code.ABSENCE_CONTRADICTED.flag(
            where,
            f"{thing!r} is said to be absent; {read.place} reads {shortened(read.text, 300)!r}",
            severity="warn" if read.by_ur else severity,
        )


def _criterion(finding: Finding, context: Context) -> Criterion | None:
    card = context.library.cards.get(finding.card)
    return next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
