"""The way from a prompt and its material to an answer of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from drafter.engines.base import Matter
from drafter.engines.llm.material import Material, fit
from drafter.llm.answers import Answer, Spent
from drafter.llm.bounds import longest_answer
from drafter.llm.client import ModelClient
from drafter.llm.faults import Problem
from drafter.llm.ledger import Place
from drafter.llm.tokens import estimate_tokens
from drafter.prompting import Message, Prompt


class Question(NamedTuple):
    """What one call asks; values and schema follow from the material that is shown."""

    prompt: Prompt
    material: Material
    values: Callable[[Material], Mapping[str, object]]
    schema: Callable[[Material], Mapping[str, Any]]

    def messages(self, shown: Material | None = None) -> list[Message]:
        """The messages as they are sent. A prompt may leave out what the engine offers, and may ask for no more."""
        offered = self.values(shown or self.material)
        declared = self.prompt.front.variables
        return self.prompt.render({name: value for name, value in offered.items() if name in declared})

    def tokens(self, shown: Material | None = None) -> int:
        """Upper guess of the prompt's tokens, schema included."""
        return estimate_tokens(self.messages(shown), self.schema(shown or self.material))

    def parameters(self) -> dict[str, Any]:
        """Those of the prompt, with room for the longest answer of the form: many criteria need many words."""
        wanted = self.prompt.front.parameters
        longest = longest_answer(self.schema(self.material))
        return {**wanted, "max_tokens": max(wanted.get("max_tokens", 0), longest)}


class Asked(NamedTuple):
    """An answer, and the material that was shown for it."""

    answer: Answer
    material: Material


def ask(client: ModelClient, question: Question, matter: Matter) -> Asked:
    """Ask with as much of the material as fits into the context window."""
    prompt = question.prompt
    shown = _fitted(client, question)
    if question.material.evidence and not shown.evidence:
        return Asked(Answer(None, "", Spent(), _too_small(client)), shown)
    place = Place(prompt.name, matter.item.number, matter.case.header.case_number)
    return Asked(client.ask(question.messages(shown), question.schema(shown), place, question.parameters()), shown)


def _fitted(client: ModelClient, question: Question) -> Material:
    window = client.context_window
    if window is None:
        return question.material
    room = window - client.parameters(question.parameters())["max_tokens"]
    return fit(question.material, question.tokens, room)


def _too_small(client: ModelClient) -> Problem:
    return Problem(
        "context_length",
        f"the context window of {client.model} ({client.context_window} tokens) has no room for the record; "
        "use a model with a larger one",
    )
