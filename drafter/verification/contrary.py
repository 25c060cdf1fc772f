"""What the record says for the other side is listed with its finding and weighed in the rationale."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Span
from drafter.criteria.card import Criterion
from drafter.draft import DraftItem, Finding, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, Read, follows_refused_surgery, place_of, shortened
from drafter.verification.contradiction import contradicting_concepts, denying_concepts

_ENOUGH = 3
"""Findings for the other side that a rationale names at most; the table shows them all."""


def check_contrary(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Evidence for the other side is mentioned: all of it, or of much evidence the first few findings."""
    if item.outcome not in ("upheld", "overturned") or follows_refused_surgery(item, context):
        return
    spoken = {sentence.criterion for sentence in item.rationale}
    others = [finding for finding in item.criteria if _for_the_other_side(finding, item.outcome)]
    named = sum(finding.id in spoken for finding in others)
    if named >= min(_ENOUGH, len(others)):
        return
    for finding in others:
        if finding.id not in spoken:
            quote = (_silenced(finding, item.outcome) or finding.evidence or finding.contrary)[0].quote
            yield Code.CONTRARY_OMITTED.flag(
                f"{place_of(item)} criterion {finding.id}", f"the rationale does not mention {shortened(quote)!r}"
            )


def check_contrary_listed(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A finding that is plainly met or plainly unmet has no sentence of the record against it."""
    for finding in item.criteria:
        criterion = _criterion(finding, context)
        if criterion is None or not criterion.concepts or not finding.necessary:
            continue
        reads: list[Read] = []
        if finding.status == "met" and finding.kind != "exclusion":
            quotes = [span.quote for span in finding.evidence]
            reads = denying_concepts(criterion, quotes, item.lock, context)
        elif finding.status == "not_met":
            reads = contradicting_concepts(criterion, item.lock, context)
        listed = (*finding.evidence, *finding.contrary)
        for read in reads:
            if not read.by_ur and not any(_overlap(read, span) for span in listed):
                yield Code.CONTRARY_NOT_LISTED.flag(
                    f"{place_of(item)} criterion {finding.id}",
                    f"is {finding.status.replace('_', ' ')}; {read.place} reads {shortened(read.text)!r}",
                )


def _for_the_other_side(finding: Finding, outcome: str) -> bool:
    """Whether quotes of the record stand behind a finding that does not argue for the outcome."""
    if finding.kind == "limit" or not (finding.evidence or finding.contrary):
        return False
    if finding.status == "contrary":
        return True
    against = (
        finding.status == "met" if finding.kind == "exclusion" else finding.status in ("not_met", "not_documented")
    )
    return against != (outcome == "upheld")


def _silenced(finding: Finding, outcome: str) -> tuple[Span, ...]:
    return finding.evidence if outcome == "upheld" else finding.contrary


def _overlap(read: Read, span: Span) -> bool:
    sentence = read.sentence
    same = (sentence.record, sentence.page) == (span.record, span.page)
    return same and sentence.start < span.end and span.start < sentence.end


def _criterion(finding: Finding, context: Context) -> Criterion | None:
    card = context.library.cards.get(finding.card)
    return next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
