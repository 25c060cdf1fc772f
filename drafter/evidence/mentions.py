"""Where a record speaks of a concept, and whether it documents it, contradicts it or only comes near it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.case import DisputedItem, Sentence
from drafter.evidence.concerns import concerns
from drafter.evidence.elsewhere import own_words, same_segment
from drafter.evidence.hits import Hit, Mention, NearMention, hits, read_again
from drafter.evidence.reading import CaseReading, request_sentence
from drafter.evidence.visits import visits_done
from drafter.evidence.wording import wording
from drafter.lexicon import Concept

_VISITS = "prior-sessions"
"""The concept that a count of visits documents."""


class Mentions(NamedTuple):
    """All mentions of one concept in a case."""

    evidence: tuple[Mention, ...]
    contrary: tuple[Mention, ...]
    near: tuple[NearMention, ...]


def find_mentions(concept: Concept, reading: CaseReading, item: DisputedItem) -> Mentions:
    """Sort every sentence that mentions `concept`; a sentence counts once for each side."""
    evidence: list[Mention] = _in_request(concept, reading, item)
    if concept.id == _VISITS:
        evidence += _counted(reading, item)
    contrary: list[Mention] = []
    near: list[NearMention] = []
    for hit in _own_hits(concept, reading, item):
        if not concerns(concept, reading, hit.row, item, hit.text):
            continue
        of_segment = same_segment(hit.text or reading.texts[hit.row], item.lock.levels)
        if hit.against and of_segment:
            contrary.append(hit.against)
        if isinstance(hit.found, NearMention):
            near.append(hit.found)
        elif hit.found and (of_segment or not hit.denied):
            (contrary if hit.denied else evidence).append(hit.found)
    return Mentions(tuple(evidence), tuple(contrary), tuple(near))


def _own_hits(concept: Concept, reading: CaseReading, item: DisputedItem) -> Iterator[Hit]:
    """What sentences say of the side and the levels in dispute; what they say of others is left out."""
    for hit in hits(concept, reading):
        text = hit.text or reading.texts[hit.row]
        own = own_words(text, item.lock, concept.of_side or concept.about_part)
        if own == text:
            yield hit
        elif own.strip() and not hit.text:
            yield read_again(concept, reading, hit.row, own)


def _counted(reading: CaseReading, item: DisputedItem) -> list[Mention]:
    """Where visits of the item's treatment are counted."""
    visits = visits_done(item, reading)
    if visits is None or not visits.done:
        return []
    sentences = (Sentence(span.record, span.page, span.start, span.end, span.quote) for span in visits.places)
    return [Mention(sentence, 0, len(sentence.text), "historical") for sentence in sentences]


def _in_request(concept: Concept, reading: CaseReading, item: DisputedItem) -> list[Mention]:
    """The request itself, for facts that it states: the ingredients of a compound, the levels of an injection."""
    sentence = request_sentence(reading.case, item) if "requested" in concept.accepts else None
    found = (expression.search(sentence.text) for expression in wording(concept).documents) if sentence else ()
    match = next(filter(None, found), None)
    return [Mention(sentence, match.start(), match.end(), "requested")] if sentence and match else []
