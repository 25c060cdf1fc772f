"""Writing with a model: it writes sentences over given ids; each is verified, repaired once, or replaced.

The request, the weighing of numbers and the conclusion are not the model's to write: their wording carries the lock
and the outcome, and stays that of the offline engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from drafter.criteria.card import Card
from drafter.draft import Finding, Outcome, RationaleSentence
from drafter.engines.base import Matter, Rationale
from drafter.engines.llm import notes
from drafter.engines.llm.asking import ask
from drafter.engines.llm.checking import Written, failures
from drafter.engines.llm.material import Material, Source, gather
from drafter.engines.llm.schema import NO_CRITERION, rationale_schema
from drafter.engines.offline.assess import deciding_card
from drafter.engines.offline.citing import Composer
from drafter.engines.offline.write import write_rationale
from drafter.llm.client import ModelClient
from drafter.prompting import Prompt

_EXTRA = 2
"""Sentences of the model beyond those of a finding or of the guideline."""


class Prompts(NamedTuple):
    """The two prompts of this step."""

    write: Prompt
    repair: Prompt


def write_with_model(
    matter: Matter, findings: tuple[Finding, ...], outcome: Outcome, client: ModelClient, prompts: Prompts
) -> Rationale:
    """The offline rationale with every sentence that the model wrote better and that passes verification."""
    plain = write_rationale(matter, findings, outcome)
    card = deciding_card(matter)
    follows = matter.surgery is not None and matter.surgery.outcome == "upheld"
    if card is None or follows or outcome in ("withheld", "undetermined"):
        return plain
    quoted = _quoted(matter, card, findings)
    answer, material = ask(
        client,
        prompts.write,
        matter,
        quoted,
        lambda part: _values(matter, card, findings, outcome, part),
        lambda part: rationale_schema([finding.id for finding in findings], part),
    )
    if answer.parsed is None:
        reason = answer.problem.message if answer.problem else "no answer"
        return plain._replace(notes=(notes.fell_back(matter.item, "write", reason),))
    written = [_sentence(entry, material) for entry in answer.parsed["sentences"]]
    sound = _sound(written, matter, findings, outcome, material, client, prompts.repair)
    merged = _merge(plain, sound, matter)
    kept = len(sound)
    told = (notes.replaced(matter.item, kept, len(written)),) if kept < len(written) else ()
    return merged._replace(notes=told)


def _quoted(matter: Matter, card: Card, findings: tuple[Finding, ...]) -> Material:
    """Only what the findings rest on: the model has nothing else to write about."""
    spans = dict.fromkeys(span for f in findings for span in (*f.evidence, *f.contrary, *f.searched))
    evidence = tuple(
        Source(f"e{number}", span.quote, span) for number, span in enumerate(spans, start=1) if span.record != "request"
    )
    return gather(matter, card)._replace(evidence=evidence)


def _values(
    matter: Matter, card: Card, findings: tuple[Finding, ...], outcome: Outcome, material: Material
) -> Mapping[str, object]:
    names = {source.citation: source.id for source in (material.request, *material.evidence)}
    return {
        "request": material.request.text,
        "outcome": outcome,
        "guideline": matter.library.citation(card),
        "passages": [{"id": source.id, "text": source.text} for source in material.passages],
        "findings": [
            {
                "id": finding.id,
                "status": finding.status,
                "text": finding.text,
                "evidence": ", ".join(names[span] for span in finding.evidence if span in names) or "nothing",
                "contrary": ", ".join(names[span] for span in finding.contrary if span in names) or "nothing",
            }
            for finding in findings
            if finding.kind != "limit"
        ],
        "evidence": material.shown(),
        "precedents": [{"source": p.metadata["case_number"], "text": p.text} for p in matter.precedents],
    }


def _sentence(entry: Mapping[str, Any], material: Material) -> Written:
    criterion = None if entry["criterion"] == NO_CRITERION else entry["criterion"]
    citations = tuple(dict.fromkeys(material.citation(name) for name in entry["cites"]))
    return Written(entry["text"].strip(), entry["role"], criterion, citations)


def _sound(
    written: list[Written],
    matter: Matter,
    findings: tuple[Finding, ...],
    outcome: Outcome,
    material: Material,
    client: ModelClient,
    repair: Prompt,
) -> list[Written]:
    """The sentences that pass, after one repair of those that do not."""
    failed = failures(written, matter, findings, outcome)
    sound = [sentence for number, sentence in enumerate(written) if number not in failed]
    if not failed:
        return sound
    told = [{"number": number + 1, "text": written[number].text, "reason": reason} for number, reason in failed.items()]
    answer, shown = ask(
        client,
        repair,
        matter,
        material,
        lambda part: {
            "request": part.request.text,
            "outcome": outcome,
            "failed": told,
            "passages": [{"id": source.id, "text": source.text} for source in part.passages],
            "evidence": part.shown(),
        },
        lambda part: rationale_schema([finding.id for finding in findings], part),
    )
    if answer.parsed is None:
        return sound
    again = [_sentence(entry, shown) for entry in answer.parsed["sentences"]][: len(failed)]
    still = failures(again, matter, findings, outcome)
    return [*sound, *(sentence for number, sentence in enumerate(again) if number not in still)]


def _merge(plain: Rationale, sound: list[Written], matter: Matter) -> Rationale:
    """The offline rationale's order, each finding in the model's words where those passed."""
    text = Composer(matter)
    used: set[int] = set()
    for sentence in plain.sentences:
        if sentence.role == "conclusion":
            _add_rest(text, sound, used)
        replacements = [n for n, own in enumerate(sound) if n not in used and _replaces(own, sentence)]
        for number in replacements:
            _add(text, sound[number])
            used.add(number)
        if not replacements:
            cites = [plain.citations[name] for name in sentence.citations]
            text.add(sentence.text, cites, sentence.role, sentence.criterion)
    return text.rationale()


def _replaces(own: Written, sentence: RationaleSentence) -> bool:
    if sentence.role == "guideline":
        return own.role == "guideline"
    return sentence.role in ("finding", "absence", "contrary") and own.criterion == sentence.criterion


def _add_rest(text: Composer, sound: list[Written], used: set[int]) -> None:
    for number in [n for n in range(len(sound)) if n not in used][:_EXTRA]:
        _add(text, sound[number])
        used.add(number)


def _add(text: Composer, own: Written) -> None:
    text.add(own.text, own.citations, own.role, own.criterion)
