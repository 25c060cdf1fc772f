"""The way from a prompt and its material to an answer of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from drafter.engines.base import Matter
from drafter.engines.llm.material import Material, fit
from drafter.llm.answers import Answer
from drafter.llm.client import ModelClient
from drafter.llm.ledger import Place
from drafter.llm.tokens import estimate_tokens
from drafter.prompting import Prompt

Values = Callable[[Material], Mapping[str, object]]
Schema = Callable[[Material], Mapping[str, Any]]


class Asked(NamedTuple):
    """An answer, and the material that was shown for it."""

    answer: Answer
    material: Material


def ask(
    client: ModelClient, prompt: Prompt, matter: Matter, material: Material, values: Values, schema: Schema
) -> Asked:
    """Render `prompt` with as much of the material as fits into the context window, and ask."""
    shown = _fitted(client, prompt, material, values, schema)
    place = Place(prompt.name, matter.item.number, matter.case.header.case_number)
    answer = client.ask(prompt.render(values(shown)), schema(shown), place, prompt.front.parameters)
    return Asked(answer, shown)


def _fitted(client: ModelClient, prompt: Prompt, material: Material, values: Values, schema: Schema) -> Material:
    window = client.context_window
    if window is None:
        return material
    room = window - client.parameters(prompt.front.parameters)["max_tokens"]
    return fit(material, lambda part: estimate_tokens(prompt.render(values(part)), schema(part)), room)
