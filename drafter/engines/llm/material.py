"""What a prompt shows the model, each piece under an id: the model answers with ids, never with quotes.

The evidence is in order of rank; when the prompt does not fit the model's context window, the lowest-ranked pieces
are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from drafter.case import Sentence
from drafter.criteria.card import Card, Criterion
from drafter.draft import Citation, Finding
from drafter.engines.base import Matter
from drafter.engines.llm.unnamed import unnamed
from drafter.engines.offline.citing import fact_citations
from drafter.engines.offline.limits import request_span
from drafter.evidence.hits import Mention
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts

_NEAREST = 6
"""Sentences of the hybrid search that each criterion contributes, besides those that its concepts match."""
_MOST = 48
"""Sentences of a record in one prompt. Longer records add cost and distraction, and hardly ever evidence."""


class Source(NamedTuple):
    """A piece that may be pointed at."""

    id: str
    text: str
    citation: Citation


class Material(NamedTuple):
    """All pieces of one item."""

    request: Source
    passages: tuple[Source, ...]
    evidence: tuple[Source, ...]
    """Best first; `shown` puts it into the order of its ids."""
    left_out: int = 0
    """Pieces of evidence that did not fit into the prompt."""

    def citation(self, source_id: str) -> Citation:
        return next(s.citation for s in (self.request, *self.passages, *self.evidence) if s.id == source_id)

    def shown(self) -> list[dict[str, str]]:
        ordered = sorted(self.evidence, key=lambda source: int(source.id[1:]))
        return [{"id": source.id, "text": source.text} for source in ordered]


def to_assess(matter: Matter, card: Card, pointed: Mapping[str, Sequence[int]]) -> Material:
    """The sentences of the record as `e1`… in reading order; `pointed` names rows for a criterion that come first."""
    rows = {sentence: row for row, sentence in enumerate(matter.reading.sentences)}
    ranked = _ranked(matter, card, pointed)[:_MOST]
    return material(matter, card, [to_point_at(rows[sentence], matter.reading) for sentence in ranked])


def to_point_at(row: int, reading: CaseReading) -> Source:
    """A sentence of the record by its row of the reading, without the names and numbers of people."""
    sentence = reading.sentences[row]
    return Source(evidence_id(row), unnamed(sentence, reading), sentence.span())


def evidence_id(row: int) -> str:
    """The id under which a sentence is shown, by its row of the reading."""
    return f"e{row + 1}"


def row_of(source_id: str) -> int:
    """The row of the reading that a sentence has which is shown under this id."""
    return int(source_id[1:]) - 1


def to_write(matter: Matter, card: Card, findings: Iterable[Finding]) -> Material:
    """The quotes that `findings` rest on as `e1`…: the model has nothing else to write about."""
    spans = dict.fromkeys(span for finding in findings for span in (*finding.evidence, *finding.contrary))
    numbered = enumerate((span for span in spans if span.record != "request"), start=1)
    return material(matter, card, [Source(f"e{number}", span.quote, span) for number, span in numbered])


def material(matter: Matter, card: Card, evidence: Sequence[Source]) -> Material:
    """The request as `q` and the card's facts as `g1`…, with `evidence`."""
    request = request_span(matter.case, matter.item)
    facts = fact_citations(card, matter.library.citation(card))
    passages = tuple(Source(f"g{number}", fact.quote, fact) for number, fact in enumerate(facts, start=1))
    return Material(Source("q", request.quote, request), passages, tuple(evidence))


def fit(material: Material, size: Callable[[Material], int], room: int) -> Material:
    """`material` with as much of its evidence, best first, as `room` tokens hold."""
    most, least = len(material.evidence), 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if size(_first(material, middle)) <= room else (least, middle - 1)
    return _first(material, least)


def _first(material: Material, count: int) -> Material:
    return material._replace(evidence=material.evidence[:count], left_out=len(material.evidence) - count)


def _ranked(matter: Matter, card: Card, pointed: Mapping[str, Sequence[int]]) -> list[Sentence]:
    """Each criterion's best sentence, then each one's second, and so on; the rest of the record behind them."""
    columns = [
        [*(matter.reading.sentences[row] for row in pointed.get(c.id, ())), *_of_criterion(c, matter)]
        for c in card.criteria
        if c.concepts
    ]
    woven = chain.from_iterable(zip_longest(*columns))
    return list(
        dict.fromkeys(s for s in (*woven, *matter.reading.sentences) if s is not None and s.record != "request")
    )


def _of_criterion(criterion: Criterion, matter: Matter) -> list[Sentence]:
    found: list[Sentence] = []
    for name in criterion.concepts:
        mentions = find_mentions(concepts()[name], matter.reading, matter.item)
        found += _sentences((*mentions.evidence, *mentions.contrary, *(near.mention for near in mentions.near)))
    return [*found, *matter.reading.nearest(criterion.text, _NEAREST)]


def _sentences(mentions: Iterable[Mention]) -> list[Sentence]:
    return [mention.sentence for mention in mentions]
