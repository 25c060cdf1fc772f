"""What a sentence that a model points at does for a criterion: no more than its words do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from drafter.case import Sentence
from drafter.criteria.card import Criterion
from drafter.engines.base import Matter
from drafter.engines.llm.wording import word_places
from drafter.evidence.concerns import names_treatment, same_part
from drafter.evidence.cues import judge_sentence
from drafter.evidence.mentions import Mentions, find_mentions
from drafter.lexicon import Concept, concepts

Bearing = Literal["documents", "contradicts", "intended", "near", "none"]
"""`intended`: mentioned only as requested, planned or possible; `near`: its words do not settle the criterion."""

_INTENDED = ("requested", "planned", "conditional")
_NEAR = 4
"""A sentence bears on a criterion when it is among this many nearest ones."""


def bearings(rows: Sequence[int], criterion: Criterion, matter: Matter) -> dict[Sentence, Bearing]:
    """For sentences by their rows of the reading; one search of it for all. What is no evidence is left out."""
    reading = matter.reading
    sentences = [reading.sentences[row] for row in rows if reading.clinical[row]]
    if not sentences:
        return {}
    wanted = [concepts()[name] for name in criterion.concepts]
    known = _Known(
        wanted,
        [find_mentions(concept, reading, matter.item) for concept in wanted],
        reading.nearest(criterion.text, _NEAR),
    )
    return {sentence: _bearing(sentence, known, criterion, matter) for sentence in sentences}


class _Known(NamedTuple):
    """What the record has for a criterion."""

    wanted: list[Concept]
    found: list[Mentions]
    nearest: list[Sentence]


def _bearing(sentence: Sentence, known: _Known, criterion: Criterion, matter: Matter) -> Bearing:
    if any(sentence == mention.sentence for mentions in known.found for mention in mentions.evidence):
        return "documents"
    if any(sentence == mention.sentence for mentions in known.found for mention in mentions.contrary):
        return "contradicts"
    near = [entry for mentions in known.found for entry in mentions.near if sentence == entry.mention.sentence]
    if near:
        return "intended" if any(entry.reason in _INTENDED for entry in near) else "near"
    if sentence not in known.nearest:
        return "none"
    plainly = criterion.logic == "any" and any(_states(sentence.text, concept, matter) for concept in known.wanted)
    return "documents" if plainly else "near"


def _states(text: str, concept: Concept, matter: Matter) -> bool:
    """Whether every word of the concept's name stands in the sentence, affirmed and as something done."""
    places = word_places(concept.name, text)
    if not places or (concept.about_part and not same_part(text, matter.item.lock.sites)):
        return False
    if concept.about_treatment and not names_treatment(text, matter.item.lock):
        return False
    cues = [judge_sentence(text, start, end) for start, end in places]
    return all(not cue.negated and cue.modality in concept.accepts for cue in cues)
