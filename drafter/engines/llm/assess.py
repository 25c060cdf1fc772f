"""Assessing with a model: it points at sentences, and what it points at is judged again.

The status is not taken from the model. It follows from the sentences that the model and the search of the whole
record found, after each of them passed the same test: a clinical sentence that bears on the criterion, not negated,
not merely planned or requested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from drafter.case import Sentence, Span
from drafter.criteria.card import Card, Criterion
from drafter.draft import Finding, Flag, Status
from drafter.engines.base import Assessment, Matter
from drafter.engines.llm import notes
from drafter.engines.llm.asking import ask
from drafter.engines.llm.material import Material, gather
from drafter.engines.llm.schema import assessment_schema
from drafter.engines.offline.assess import assess_item, deciding_card, judged_status
from drafter.evidence.mentions import find_mentions
from drafter.lexicon import concepts
from drafter.llm.client import ModelClient
from drafter.prompting import Prompt

_PER_SIDE = 3
_BEARS = 4
"""A sentence that no concept matches still bears on a criterion when it is among this many nearest ones."""


class _Pointed(NamedTuple):
    """Sentences that survive the test, for and against a criterion."""

    evidence: tuple[Span, ...]
    contrary: tuple[Span, ...]


def assess_with_model(matter: Matter, client: ModelClient, prompt: Prompt) -> Assessment:
    """Findings of the model, each completed by the search of the whole record."""
    searched = assess_item(matter)
    card = deciding_card(matter)
    asked_for = [finding for finding in searched if finding.kind != "limit"]
    if card is None or not asked_for:
        return Assessment(searched)
    criteria = [criterion for criterion in card.criteria if criterion.id in {finding.id for finding in asked_for}]
    answer, material = ask(
        client,
        prompt,
        matter,
        gather(matter, card),
        lambda part: _values(matter, card, criteria, part),
        lambda part: assessment_schema(criteria, part),
    )
    told = [notes.left_out(matter.item, material.left_out)] if material.left_out else []
    if answer.parsed is None:
        reason = answer.problem.message if answer.problem else "no answer"
        return Assessment(searched, (*told, notes.fell_back(matter.item, "assess", reason)))
    by_id = {criterion.id: criterion for criterion in criteria}
    findings = []
    for finding in searched:
        if finding.id in by_id:
            pointed = _tested(answer.parsed[finding.id], by_id[finding.id], material, matter)
            finding = _completed(finding, pointed)
            told += _disagreement(finding, answer.parsed[finding.id]["status"], matter)
        findings.append(finding)
    return Assessment(tuple(findings), tuple(told))


def _values(matter: Matter, card: Card, criteria: list[Criterion], material: Material) -> Mapping[str, object]:
    return {
        "request": material.request.text,
        "guideline": f"{matter.library.citation(card)}. {card.facts}",
        "criteria": [{"id": c.id, "kind": c.kind, "text": c.text} for c in criteria],
        "evidence": material.shown(),
    }


def _tested(answer: dict[str, Any], criterion: Criterion, material: Material, matter: Matter) -> _Pointed:
    """Sort the model's pointers by what the sentences really do, dropping those that do nothing for the criterion."""
    sentences = {f"e{row}": sentence for row, sentence in enumerate(matter.reading.sentences, start=1)}
    documents, contradicts, spoken = _mentioned(criterion, matter)
    nearest = set(matter.reading.nearest(criterion.text, _BEARS))
    clinical = dict(zip(matter.reading.sentences, matter.reading.clinical, strict=True))
    shown = {source.id for source in material.evidence}

    def spans(names: Iterable[str], wanted: set[Sentence]) -> tuple[Span, ...]:
        pointed = [sentences[name] for name in dict.fromkeys(names) if name in shown]
        kept = [s for s in pointed if s in wanted or (clinical[s] and s in nearest and s not in spoken)]
        return tuple(sentence.span() for sentence in kept[:_PER_SIDE])

    return _Pointed(spans(answer["evidence"], documents), spans(answer["contrary"], contradicts))


def _mentioned(criterion: Criterion, matter: Matter) -> tuple[set[Sentence], set[Sentence], set[Sentence]]:
    """Sentences that document the criterion, that contradict it, and all that its concepts match in any way."""
    found = [find_mentions(concepts()[name], matter.reading, matter.item) for name in criterion.concepts]
    documents = {mention.sentence for mentions in found for mention in mentions.evidence}
    contradicts = {mention.sentence for mentions in found for mention in mentions.contrary}
    near = {entry.mention.sentence for mentions in found for entry in mentions.near}
    return documents, contradicts, documents | contradicts | near


def _completed(finding: Finding, pointed: _Pointed) -> Finding:
    """The finding of the search with what the model added; the model can take nothing away."""
    evidence = _joined(finding.evidence, pointed.evidence)
    contrary = _joined(finding.contrary, pointed.contrary)
    satisfied = finding.status in ("met", "contrary") or bool(pointed.evidence)
    status: Status = judged_status(satisfied, bool(contrary))
    return finding.model_copy(
        update={
            "status": status,
            "evidence": evidence,
            "contrary": contrary,
            "evidence_for": finding.evidence_for or (finding.subject if evidence else None),
            "contrary_to": finding.contrary_to or (finding.subject if contrary else None),
            "note": finding.note if status == "not_documented" else None,
        }
    )


def _joined(found: tuple[Span, ...], pointed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The search's quotes first; a sentence that both found is quoted once, as the search cut it."""
    new = [span for span in pointed if not any(_covers(span, other) for other in found)]
    return (*found, *new)[:_PER_SIDE]


def _covers(whole: Span, part: Span) -> bool:
    same_page = (whole.record, whole.page) == (part.record, part.page)
    return same_page and whole.start <= part.start and part.end <= whole.end


def _disagreement(finding: Finding, said: str, matter: Matter) -> list[Flag]:
    if said == finding.status:
        return []
    return [notes.disagreed(matter.item, finding.id, said.replace("_", " "), finding.status.replace("_", " "))]
