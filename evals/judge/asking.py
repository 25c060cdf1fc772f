"""Asking the judge: every text several times, each time anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, NamedTuple

from drafter.errors import BackendUnavailable
from drafter.llm.client import ModelClient
from drafter.llm.ledger import Place
from drafter.prompting import Prompt
from evals.judge.material import Material
from evals.judge.records import Judged, JudgeIdentity
from evals.judge.rubric import ASPECTS, answer_schema


class _Task(NamedTuple):
    of: Literal["draft", "label"]
    material: Material
    repeat: int


class Judge:
    """One model with one prompt."""

    def __init__(self, client: ModelClient, prompt: Prompt, workers: int = 1) -> None:
        self._client = client
        self._prompt = prompt
        self._workers = workers

    @property
    def identity(self) -> JudgeIdentity:
        model = self._client.model
        if model is None:
            raise BackendUnavailable(self._client.problem.message if self._client.problem else "the judge has no model")
        return JudgeIdentity(model=model, prompt_version=self._prompt.front.version, prompt_sha256=self._prompt.sha256)

    def grade(
        self,
        drafts: Sequence[Material],
        labelled: Sequence[Material],
        repeats: int,
        count: Callable[[], None] = lambda: None,
    ) -> list[Judged]:
        """All answers; the labelled texts first, since what they show decides whether the others count."""
        identity = self.identity
        tasks = [_Task("label", each, repeat) for repeat in range(repeats) for each in _distinct(labelled)]
        tasks += [_Task("draft", each, repeat) for repeat in range(repeats) for each in drafts]
        judged = []
        with ThreadPoolExecutor(self._workers) as pool:
            for answer in pool.map(lambda task: self._ask(task, identity), tasks):
                judged.append(answer)
                count()
        return judged

    def _ask(self, task: _Task, identity: JudgeIdentity) -> Judged:
        material = task.material
        place = Place(self._prompt.name, material.item, material.case)
        messages = self._prompt.render({"draft": material.text})
        answer = self._client.ask(messages, answer_schema(), place, self._prompt.front.parameters, repeat=task.repeat)
        if self._client.problem:
            raise BackendUnavailable(f"{self._client.problem.message}; nothing was written, judge the run again")
        said = answer.parsed or {}
        return Judged(
            of=task.of,
            text_sha256=material.sha256,
            sample=material.sample,
            case=material.case,
            item=material.item,
            repeat=task.repeat + 1,
            grades={name: said[name]["grade"] for name in ASPECTS if name in said},
            reasons={name: said[name]["reason"] for name in ASPECTS if name in said},
            unscored=answer.problem.kind if answer.problem else None,
            judge=identity,
        )


def _distinct(texts: Iterable[Material]) -> list[Material]:
    """Each text once, however many people labelled it."""
    return list({material.sha256: material for material in texts}.values())
