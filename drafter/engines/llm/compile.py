"""A model proposes the criteria of a guideline text.

Each is tied to a sentence of the text by its id, so that what a person compares it with is verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from drafter.engines.llm.wording import strange_words
from drafter.errors import BackendUnavailable, InputError
from drafter.lexicon import Concept, concepts
from drafter.llm.client import ModelClient
from drafter.llm.ledger import Place
from drafter.llm.schema import object_schema
from drafter.prompting import Message, Prompt
from drafter.text import content_words, split_sentences

_CONCEPTS = 60
"""Entries of the lexicon that are offered: those whose words the text shares most."""
_MOST_SENTENCES = 120
_KINDS = ("precondition", "continuation", "exclusion", "limit")
_LOGICS = ("any", "all", "at_least")
_QUANTITIES = ("none", "visits", "weeks", "levels", "quantity", "per_week", "days")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Proposal(NamedTuple):
    """One proposed criterion, as it may stand in a card, with the sentence that states it."""

    criterion: dict[str, Any]
    quote: str
    doubt: str | None
    """What the person who accepts it should look at."""


class Guidance(NamedTuple):
    """A guideline text to compile."""

    title: str
    text: str

    @property
    def sentences(self) -> list[str]:
        return [" ".join(self.text[start:end].split()) for start, end in split_sentences(self.text)]


def propose(guidance: Guidance, client: ModelClient, prompt: Prompt) -> list[Proposal]:
    """Criteria of the text; BackendUnavailable when the model gives none that can be used."""
    sentences = guidance.sentences
    if not sentences:
        raise InputError(f"{guidance.title}: holds no text; give the text of a guideline section")
    if len(sentences) > _MOST_SENTENCES:
        raise InputError(
            f"{guidance.title}: has {len(sentences)} sentences; give one section, at most {_MOST_SENTENCES}"
        )
    offered = _offered(guidance.text)
    answer = client.ask(
        compile_messages(guidance, prompt, offered),
        _schema(len(sentences), [concept.id for concept in offered]),
        Place(prompt.name),
        prompt.front.parameters,
    )
    if answer.parsed is None:
        raise BackendUnavailable(answer.problem.message if answer.problem else "the model gave no answer")
    return [_proposal(entry, sentences) for entry in answer.parsed["criteria"]]


def compile_messages(guidance: Guidance, prompt: Prompt, offered: Sequence[Concept] | None = None) -> list[Message]:
    """The messages as they are sent."""
    listed = _offered(guidance.text) if offered is None else offered
    numbered = enumerate(guidance.sentences, start=1)
    return prompt.render(
        {
            "title": guidance.title,
            "sentences": [{"id": f"s{number}", "text": text} for number, text in numbered],
            "concepts": [{"id": concept.id, "name": concept.name} for concept in listed],
        }
    )


def _offered(text: str) -> list[Concept]:
    words = content_words(text)

    def shared(concept: Concept) -> float:
        own = content_words(f"{concept.name} {concept.query}")
        return len(own & words) / len(own) if own else 0.0

    ranked = sorted(concepts().values(), key=lambda concept: (-shared(concept), concept.id))
    return ranked[:_CONCEPTS]


def _schema(sentences: int, offered: Sequence[str]) -> dict[str, Any]:
    text = {"type": "string"}
    criterion = object_schema(
        {
            "id": text,
            "sentence": {"type": "string", "enum": [f"s{number}" for number in range(1, sentences + 1)]},
            "text": text,
            "subject": text,
            "kind": {"type": "string", "enum": list(_KINDS)},
            "logic": {"type": "string", "enum": list(_LOGICS)},
            "at_least": {"type": "integer"},
            "concepts": {"type": "array", "items": {"type": "string", "enum": list(offered)}},
            "quantity": {"type": "string", "enum": list(_QUANTITIES)},
            "max": {"type": "number"},
            "necessary": {"type": "boolean"},
        }
    )
    return object_schema({"criteria": {"type": "array", "items": criterion}}, "ProposedCard")


def _proposal(entry: dict[str, Any], sentences: Sequence[str]) -> Proposal:
    quote = sentences[int(entry["sentence"][1:]) - 1]
    criterion: dict[str, Any] = {
        "id": re.sub(r"[^a-z0-9]+", "-", entry["id"].lower()).strip("-") or entry["sentence"],
        "text": " ".join(entry["text"].split()),
        "subject": " ".join(entry["subject"].split()),
        "kind": entry["kind"],
        "necessary": entry["necessary"],
    }
    if entry["kind"] == "limit":
        criterion["limit"] = {"quantity": entry["quantity"], "max": entry["max"]}
    else:
        criterion["concepts"] = list(dict.fromkeys(entry["concepts"]))
        criterion["logic"] = entry["logic"]
        if entry["logic"] == "at_least":
            criterion["at_least"] = entry["at_least"]
    return Proposal(criterion, quote, _doubt(criterion, quote))


def _doubt(criterion: dict[str, Any], quote: str) -> str | None:
    """What code can see to be wrong with a proposal."""
    numbers = [number for number in _NUMBER.findall(criterion["text"]) if number not in _NUMBER.findall(quote)]
    if numbers:
        return f"the sentence does not say {', '.join(numbers)}"
    limit = criterion.get("limit")
    if limit and limit["quantity"] == "none":
        return "says no quantity"
    if limit is None and not criterion["concepts"]:
        return "no concept of the lexicon fits; add one to seeds/lexicon/concepts"
    if len(criterion["concepts"] if limit is None else ()) < criterion.get("at_least", 0):
        return "asks for more concepts than it lists"
    strange = strange_words(criterion["text"], [quote])
    return f"words of its own: {', '.join(strange[:5])}" if strange else None
