"""One question until it is answered or given up: the form the endpoint takes, one retry, waiting, the budget."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from time import perf_counter, sleep
from typing import Any, NamedTuple

from drafter.llm.answers import Answer, Check, Reply, Spent, read
from drafter.llm.bounds import unbounded
from drafter.llm.classify import classify
from drafter.llm.faults import SHOWN, UNREACHED, WAITED, Fault, Problem, Setting, explain
from drafter.llm.ledger import Ledger
from drafter.llm.tokens import estimate_tokens
from drafter.llm.transport import MODES, Served, Shape, Transport, Turn, first_shape, is_own_server
from drafter.prompting import Message
from drafter.settings import Settings

_QUOTED_CHARACTERS = 2000
"""Of a bad answer, as much as is shown to the model again."""
_FAILURES_IN_A_ROW = 3
"""Questions in a row that an endpoint may leave unanswered before it is not asked again."""


class Patience(NamedTuple):
    """How long to wait before asking again, in seconds."""

    usual: float = 2.0
    longest: float = 60.0
    """A server that wants more is not waited for."""


class Question(NamedTuple):
    """What is asked."""

    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    parameters: Mapping[str, Any]
    check: Check | None = None


class _Tried(NamedTuple):
    """One request: its reply or its fault, and what it took."""

    reply: Reply | None
    fault: Fault | None
    spent: Spent


class Exchange:
    """Requests to one endpoint during one run; safe to use from several threads."""

    def __init__(self, settings: Settings, ledger: Ledger, patience: Patience) -> None:
        self._settings = settings
        self._ledger = ledger
        self._patience = patience
        self._slots = threading.BoundedSemaphore(settings.concurrency)
        self._lock = threading.Lock()
        self._transport: Transport | None = None
        self._shape: Shape | None = None
        self._failures = 0
        self.stopped: Problem | None = None
        """Why the endpoint is not asked any more."""

    def ask(self, question: Question, model: str) -> Answer:
        """Ask, adapt to what the endpoint takes, and ask once more where that can help."""
        turns: list[Turn] = [(message.role, message.content) for message in question.messages]
        spent, text, may_retry = Spent(), "", True
        while self.stopped is None:
            shape = self._known_shape(model)
            tried = self._try(turns, question, model, shape)
            spent = spent.plus(tried.spent)
            text = tried.reply.text if tried.reply else text
            parsed = read(tried.reply, question.schema, question.check) if tried.reply else None
            if parsed and parsed.value is not None:
                self._failures = 0
                return Answer(parsed.value, text, spent)
            fault = (parsed.fault if parsed else None) or tried.fault or Fault("protocol")
            if self._adapts(fault, shape, question.schema):
                continue
            if not (may_retry and self._helps(fault)):
                return Answer(None, text, spent, self._give_up(fault, question, model))
            may_retry = False
            turns = _with_error(turns, text, fault) if fault.kind in SHOWN else turns
            question = self._with_room(question) if fault.kind == "truncated" else question
        return Answer(None, text, spent, self.stopped)

    def served(self, model: str | None) -> tuple[Served, ...]:
        """Models that the endpoint lists; none when it cannot say."""
        try:
            return tuple(self._open(model or "").served())
        except Exception as error:
            fault = classify(error)
            if model is None:
                self.stop(explain(fault, self._setting("the model", 0)))
            return ()

    def stop(self, problem: Problem) -> None:
        """Ask no more."""
        self.stopped = problem

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def _try(self, turns: list[Turn], question: Question, model: str, shape: Shape) -> _Tried:
        longest = int(question.parameters["max_tokens"])
        prompt = estimate_tokens((Message("user", text) for _, text in turns), question.schema)
        admitted = self._ledger.admit(prompt, longest)
        if admitted is None:
            return _Tried(None, Fault("budget", sent=False), Spent())
        with self._slots:
            started = perf_counter()
            tried = self._send(turns, question, model, shape)
            tried = tried._replace(spent=tried.spent._replace(seconds=perf_counter() - started))
        self._ledger.settle(admitted, tried.spent)
        return tried

    def _send(self, turns: list[Turn], question: Question, model: str, shape: Shape) -> _Tried:
        """Whatever a client library raises is a fault: no item may be lost to one that it forgot to wrap."""
        try:
            reply = self._open(model).send(turns, question.schema, shape, question.parameters)
        except Exception as error:
            fault = classify(error)
            uncounted = fault.sent and fault.status is None
            tokens = None if uncounted else 0
            return _Tried(None, fault, Spent(1, tokens, tokens))
        return _Tried(reply, None, Spent(1, reply.input_tokens, reply.output_tokens))

    def _adapts(self, fault: Fault, used: Shape, schema: Mapping[str, Any]) -> bool:
        """Find another form for the question; the endpoint is asked in that form from then on."""
        with self._lock:
            if fault.kind == "unsupported_temperature" and used.temperature:
                better = used._replace(temperature=False)
            elif fault.kind == "unsupported_format" and used.bounded and unbounded(schema) != schema:
                better = used._replace(bounded=False)
            elif fault.kind == "unsupported_format" and used.mode != MODES[-1]:
                better = used._replace(mode=MODES[MODES.index(used.mode) + 1])
            else:
                return False
            if self._shape == used:
                self._shape = better
            return True

    def _helps(self, fault: Fault) -> bool:
        """Whether to ask once more; waits where the server is to be given time."""
        if fault.kind in SHOWN:
            return True
        wait = self._patience.usual if fault.wait is None else fault.wait
        if fault.kind not in WAITED or wait > self._patience.longest:
            return False
        sleep(wait)
        return True

    def _with_room(self, question: Question) -> Question:
        """Twice the tokens, unless the user has set how many there may be."""
        if self._settings.max_tokens is not None:
            return question
        doubled = 2 * int(question.parameters["max_tokens"])
        return question._replace(parameters={**question.parameters, "max_tokens": doubled})

    def _give_up(self, fault: Fault, question: Question, model: str) -> Problem:
        problem = explain(fault, self._setting(model, int(question.parameters["max_tokens"])))
        with self._lock:
            self._failures = self._failures + 1 if fault.kind in UNREACHED else 0
            if problem.fatal or self._failures >= _FAILURES_IN_A_ROW:
                self.stopped = problem
        return problem

    def _setting(self, model: str, max_tokens: int) -> Setting:
        azure = self._settings.azure_endpoint and not self._settings.base_url
        key = "AZURE_OPENAI_API_KEY" if azure else "DRAFTER_API_KEY"
        return Setting(self._settings.endpoint, model, key, self._settings.timeout, max_tokens)

    def _known_shape(self, model: str) -> Shape:
        with self._lock:
            self._shape = self._shape or first_shape(model, is_own_server(self._settings))
            return self._shape

    def _open(self, model: str) -> Transport:
        with self._lock:
            if self._transport is None or self._transport.model != model:
                self.close()
                self._transport = Transport(self._settings, model)
            return self._transport


def _with_error(turns: list[Turn], text: str, fault: Fault) -> list[Turn]:
    """The question again, with the answer that failed and why. A cut-off answer is too long to be repeated whole."""
    quoted = text[: _QUOTED_CHARACTERS // 4] if fault.kind == "truncated" else text[:_QUOTED_CHARACTERS]
    wrong = f"That answer could not be used: {fault.shown}. Answer again, with one JSON object of the form asked for."
    return [*turns, ("assistant", quoted.strip() or "(nothing)"), ("user", wrong)]
