"""Assessing with a model: it points at sentences, and what it points at is judged again.

The status is not taken from the model. It follows from the record: the search of all sentences, and such of the
model's pointers as name what the criterion asks for, by a clinician, not negated, not merely planned or requested.
What it points at in reading a case file, and again here, puts "not documented" in doubt: the reviewer judges it.
What else the model points at is shown to the reviewer and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from drafter.case import Sentence, Span
from drafter.criteria.card import Card, Criterion
from drafter.draft import Finding, Flag
from drafter.engines.base import Assessment, Matter
from drafter.engines.llm import notes
from drafter.engines.llm.asking import Question, ask
from drafter.engines.llm.bearing import bearings
from drafter.engines.llm.material import Material, evidence_id, row_of, to_assess
from drafter.engines.llm.read import Places
from drafter.engines.llm.schema import assessment_schema
from drafter.engines.offline.assess import deciding_card, judged_status
from drafter.llm.client import ModelClient
from drafter.prompting import Prompt

_PER_SIDE = 3
_DOUBTED = "a model points at what may state it"


class _Pointed(NamedTuple):
    """Sentences that pass, for and against a criterion, and the first that does not but may be worth a look."""

    evidence: tuple[Span, ...]
    contrary: tuple[Span, ...]
    to_see: Sentence | None
    to_judge: tuple[Span, ...]
    """Those whose words the search cannot tell, and at which the model pointed twice."""


def assess_with_model(
    matter: Matter, searched: tuple[Finding, ...], places: Places, client: ModelClient, prompt: Prompt
) -> Assessment:
    """Findings of the search of the whole record, completed by what the model points at."""
    question = assess_question(matter, searched, prompt, places.rows)
    if question is None:
        return Assessment(searched, places.notes)
    answer, shown = ask(client, question, matter)
    told = [*places.notes, *([notes.left_out(matter.item, shown.left_out)] if shown.left_out else [])]
    if answer.parsed is None:
        reason = answer.problem.message if answer.problem else "no answer"
        return Assessment(searched, (*told, notes.fell_back(matter.item, "assess", reason)))
    criteria = {criterion.id: criterion for criterion in _card(matter).criteria}
    findings = []
    for finding in searched:
        said = answer.parsed.get(finding.id)
        if said is not None:
            pointed = _tested(said, criteria[finding.id], shown, places.rows.get(finding.id, ()), matter)
            finding = _completed(finding, pointed)
            told += [] if finding.in_doubt else _disagreement(finding, said["status"], pointed, matter)
        findings.append(finding)
    return Assessment(tuple(findings), tuple(told))


def assess_question(
    matter: Matter, searched: Sequence[Finding], prompt: Prompt, pointed: Mapping[str, Sequence[int]]
) -> Question | None:
    """What the model is asked; None when there is nothing to judge or nothing to point at."""
    asked_for = {finding.id for finding in searched if finding.kind != "limit"}
    if not asked_for or not matter.reading.sentences:
        return None
    card = _card(matter)
    criteria = [criterion for criterion in card.criteria if criterion.id in asked_for]
    return Question(
        prompt,
        to_assess(matter, card, pointed),
        lambda shown: {
            "request": shown.request.text,
            "guideline": f"{matter.library.citation(card)}. {card.facts}",
            "criteria": [{"id": c.id, "kind": c.kind, "text": c.text} for c in criteria],
            "evidence": shown.shown(),
        },
        lambda shown: assessment_schema([c.id for c in criteria], [source.id for source in shown.evidence]),
    )


def _card(matter: Matter) -> Card:
    card = deciding_card(matter)
    assert card is not None, "findings come from a card"
    return card


def _tested(
    said: dict[str, Any], criterion: Criterion, shown: Material, read: Sequence[int], matter: Matter
) -> _Pointed:
    """Sort the model's pointers by what the sentences really do; `read` has the rows at which it pointed before."""
    listed = {source.id for source in shown.evidence}
    pointed = [name for name in dict.fromkeys((*said["evidence"], *said["contrary"])) if name in listed]
    judged = bearings([row_of(name) for name in pointed], criterion, matter)
    twice = {matter.reading.sentences[row] for row in read if evidence_id(row) in said["evidence"]}
    return _Pointed(
        _spans(sentence for sentence, how in judged.items() if how == "documents"),
        _spans(sentence for sentence, how in judged.items() if how == "contradicts"),
        next((sentence for sentence, how in judged.items() if how in ("near", "intended")), None),
        _spans(sentence for sentence, how in judged.items() if how in ("near", "none") and sentence in twice),
    )


def _spans(sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    return tuple(sentence.span() for sentence in sentences)[:_PER_SIDE]


def _completed(finding: Finding, pointed: _Pointed) -> Finding:
    """The finding of the search with what the model added; the model can take nothing away."""
    evidence = _joined(finding.evidence, pointed.evidence)
    contrary = _joined(finding.contrary, pointed.contrary)
    satisfied = finding.status in ("met", "contrary") or bool(pointed.evidence)
    status = judged_status(satisfied, bool(contrary))
    to_judge = (pointed.to_judge or finding.to_judge) if status == "not_documented" else ()
    return finding.model_copy(
        update={
            "status": status,
            "evidence": evidence,
            "contrary": contrary,
            "evidence_for": finding.evidence_for or (finding.subject if evidence else None),
            "contrary_to": finding.contrary_to or (finding.subject if contrary else None),
            "note": (_DOUBTED if pointed.to_judge else finding.note) if status == "not_documented" else None,
            "to_judge": to_judge,
            "searched": tuple(dict.fromkeys((*to_judge, *finding.searched)))[: _PER_SIDE + len(to_judge)],
        }
    )


def _joined(found: tuple[Span, ...], pointed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The search's quotes first; a sentence that both found is quoted once, as the search cut it."""
    new = [span for span in pointed if not any(_covers(span, other) for other in found)]
    return (*found, *new)[:_PER_SIDE]


def _covers(whole: Span, part: Span) -> bool:
    same_page = (whole.record, whole.page) == (part.record, part.page)
    return same_page and whole.start <= part.start and part.end <= whole.end


def _disagreement(finding: Finding, said: str, pointed: _Pointed, matter: Matter) -> list[Flag]:
    """Where the model sees it differently: to check where it shows a sentence for its view, else to note."""
    if said == finding.status:
        return []
    return [notes.disagreed(matter.item, finding, said, pointed.to_see)]
