"""A second look at what the search found: an interface, and a language model behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vectorstore.passage import Passage

if TYPE_CHECKING:
    from drafter.llm.client import ModelClient
    from drafter.prompting import Prompt

MOST = 12
"""Passages that one call judges; those behind them keep their places."""
_SHOWN = 900
"""Characters of a passage that the model sees."""
_GRADES = ("answers", "related", "unrelated")


class Question(NamedTuple):
    """What is searched, and for which item of which case."""

    text: str
    case_number: str = ""
    item: int = 0


class Reranker(Protocol):
    """Puts passages into a better order."""

    @property
    def prompts(self) -> dict[str, dict[str, str]]:
        """Version and hash of the prompts that it uses, as a draft records them."""
        ...

    def rerank(self, question: Question, passages: Sequence[Passage]) -> list[Passage]:
        """The same passages, best first; the order that was given where it knows no better."""
        ...


class LlmReranker:
    """Grades all passages in one call; whatever goes wrong with the call, the given order stands."""

    def __init__(self, client: ModelClient, prompt: Prompt) -> None:
        self._client = client
        self._prompt = prompt

    @property
    def prompts(self) -> dict[str, dict[str, str]]:
        return {self._prompt.name: {"version": self._prompt.front.version, "sha256": self._prompt.sha256}}

    def rerank(self, question: Question, passages: Sequence[Passage]) -> list[Passage]:
        from drafter.llm.ledger import Place
        from drafter.llm.schema import object_schema

        judged = {f"p{number}": passage for number, passage in enumerate(passages[:MOST], start=1)}
        if len(judged) < 2:
            return list(passages)
        shown = [{"id": name, "title": p.title, "text": p.text[:_SHOWN]} for name, p in judged.items()]
        messages = self._prompt.render({"request": question.text, "passages": shown})
        place = Place(self._prompt.name, question.item, question.case_number)
        grade = {"type": "string", "enum": list(_GRADES)}
        schema = object_schema(dict.fromkeys(judged, grade), "Relevance")
        answer = self._client.ask(messages, schema, place, self._prompt.front.parameters)
        grades = answer.parsed or {}
        order = sorted(judged, key=lambda name: _GRADES.index(grades.get(name, _GRADES[0])))
        return [*(judged[name] for name in order), *passages[MOST:]]
