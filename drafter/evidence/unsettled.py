"""Sentences that speak of what is asked for in words that no expression reads: the reviewer judges them.

"Not documented" of what the record says in other words is the worst that a draft can say. Where a clinical sentence
names what is meant, such as pounds that somebody carried where a gain is asked for, nothing is said to be absent. What
the concept's own expressions have judged, as denied or planned, is not asked about again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from drafter.case import DisputedItem, Span
from drafter.evidence.concerns import same_level, same_part
from drafter.evidence.cues import judge_sentence
from drafter.evidence.hits import Hit, Mention, NearMention, hits
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.evidence.wording import Expression
from drafter.expressions import both
from drafter.lexicon import Concept, concepts, kin
from drafter.lock import find_drugs, find_treatments

_MOST = 3
_DONE = ("asserted", "historical")


def unsettled(names: tuple[str, ...], reading: CaseReading, item: DisputedItem) -> tuple[Span, ...]:
    """What may document one of the concepts: the latest of it first. Only case files are long enough to hold it."""
    if not reading.is_case_file:
        return ()
    found = {mention for name in names for mention in _speaking(concepts()[name], reading, item)}
    latest = sorted(found, key=lambda mention: reading.when(mention.sentence), reverse=True)
    return tuple(dict.fromkeys(mention.span() for mention in latest))[:_MOST]


def _speaking(concept: Concept, reading: CaseReading, item: DisputedItem) -> Iterator[Mention]:
    if concept.id not in kin() or find_mentions(concept, reading, item).evidence:
        return
    told = {hit.row: hit for hit in hits(concept, reading)}
    rows = (row for row in _rows(concept, reading) if row not in told or _only_near(told[row]))
    mentions = [_stated(concept, reading, row) for row in rows]
    mentions += [_of_no_treatment(hit, reading) for hit in told.values()]
    yield from (mention for mention in mentions if mention and _is_of(item, concept, mention.sentence.text))


def _only_near(hit: Hit) -> bool:
    """Whether it names what is meant and no more: "therapy" where failed therapy is asked for."""
    return not hit.against and isinstance(hit.found, NearMention) and hit.found.reason == "close"


def _rows(concept: Concept, reading: CaseReading) -> list[int]:
    """The sentences that speak of it; what a request for authorization asks for has not been done."""
    within, found = reading.rows_of(), reading.words.none
    for expression in _expressions(concept.id):
        found = found | reading.matching.of(expression, within & ~found)
    return [row for row in reading.words.numbers(found) if reading.kind(row) != "rfa" and not reading.is_heading(row)]


def _of_no_treatment(hit: Hit, reading: CaseReading) -> Mention | None:
    """What states what is asked for and names no treatment: it may be of the one in dispute."""
    text = hit.text or reading.texts[hit.row]
    if hit.against or hit.denied or not isinstance(hit.found, Mention):
        return None
    return None if find_treatments(text) or find_drugs(text) else hit.found


def _stated(concept: Concept, reading: CaseReading, row: int) -> Mention | None:
    """What a sentence says to be so, or to have been."""
    text = reading.texts[row]
    for match in (match for expression in _expressions(concept.id) for match in expression.finditer(text)):
        cue = judge_sentence(text, *match.span())
        if not cue.negated and cue.modality in _DONE:
            return Mention(reading.sentences[row], *match.span(), cue.modality)
    return None


def _is_of(item: DisputedItem, concept: Concept, text: str) -> bool:
    """Whether it names no other part of the body, no other level and no other drug than those in dispute."""
    if not same_level(text, item.lock.levels) or not same_part(text, item.lock.sites):
        return False
    own = {*item.lock.drugs, item.lock.drug} - {None}
    named = {found.generic for found in find_drugs(text)}
    of_drug = concept.about_drug or concept.about_treatment
    return not (of_drug and own and named) or not named.isdisjoint(own)


@cache
def _expressions(name: str) -> tuple[Expression, ...]:
    return tuple(Expression(text, both(text) or ()) for text in kin().get(name, ()))
