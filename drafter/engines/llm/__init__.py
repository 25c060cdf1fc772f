"""The llm engine: a model points at evidence and writes sentences; nothing it says is believed unchecked."""

from __future__ import annotations

from drafter.draft import Finding, Outcome, Usage
from drafter.engines.base import Assessment, Identity, Matter, Rationale
from drafter.engines.llm.assess import assess_with_model
from drafter.engines.llm.read import read_record
from drafter.engines.llm.write import Prompts, ordered, write_with_model
from drafter.engines.offline.assess import assess_item
from drafter.llm.client import ModelClient
from drafter.llm.ledger import describe
from drafter.prompting import Shelf
from drafter.retrieval.rerank import LlmReranker, Reranker


class LlmEngine:
    """Assesses and writes with a language model; the offline engine does what the model cannot."""

    def __init__(self, client: ModelClient, shelf: Shelf, workers: int) -> None:
        self._client = client
        self._shelf = shelf
        self.workers = workers

    @property
    def identity(self) -> Identity:
        prompts = self._shelf.versions("read", "assess", "write", "repair")
        return Identity("llm", self._client.model, self._client.endpoint, prompts)

    @property
    def spent(self) -> str:
        model = self._client.model or "unknown"
        return f"model {model} at {self._client.endpoint}: {describe(self._client.ledger.totals())}"

    @property
    def stopped(self) -> str | None:
        return self._client.problem.message if self._client.problem else None

    def again(self, repeat: int) -> LlmEngine:
        return LlmEngine(self._client.again(repeat), self._shelf, self.workers)

    def reranker(self) -> Reranker:
        """The model as a judge of what a guideline search found; its calls count as the engine's."""
        return LlmReranker(self._client, self._shelf["rerank"])

    def assess(self, matter: Matter) -> Assessment:
        searched = assess_item(matter)
        places = read_record(matter, searched, self._client, self._shelf["read"], self.workers)
        return assess_with_model(matter, searched, places, self._client, self._shelf["assess"])

    def write(self, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Rationale:
        prompts = Prompts(self._shelf["write"], self._shelf["repair"])
        return write_with_model(ordered(matter, findings, outcome), self._client, prompts)

    def usage(self, case_number: str) -> Usage:
        return self._client.ledger.usage(case_number)
