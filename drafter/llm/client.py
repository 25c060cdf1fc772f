"""The one way to ask a model: cached, counted, bounded, and never an exception for what a model or server does."""

from __future__ import annotations

import copy
import re
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from drafter.errors import InputError
from drafter.llm.address import is_openai
from drafter.llm.answers import Answer, Check, Spent, read_text
from drafter.llm.cache import Cache, Kept, Request, cache_file
from drafter.llm.exchange import Exchange, Patience, Question
from drafter.llm.faults import Problem
from drafter.llm.ledger import Entry, Ledger, Place, Prices
from drafter.llm.transport import Served
from drafter.prompting import Message
from drafter.settings import Settings

DEFAULT_MODEL = "gpt-4.1-mini"
_PARAMETERS: dict[str, Any] = {"temperature": 0, "max_tokens": 900}
_KINDS: dict[str, type[int] | type[float]] = {"temperature": float, "max_tokens": int, "top_p": float, "seed": int}
_MODEL_NAME = re.compile(r"[\w./:@+-]{1,80}", re.ASCII)
_NAMES_SHOWN = 6


class ModelClient:
    """Asks one model at one endpoint; safe to use from several threads."""

    def __init__(self, settings: Settings, cache: Cache | None = None, patience: Patience | None = None) -> None:
        self._settings = settings
        self._cache = cache
        self.ledger = Ledger(_prices(settings), settings.max_cost)
        self._exchange = Exchange(settings, self.ledger, patience or Patience())
        self._lock = threading.RLock()
        self._model = settings.model or _default_model(settings)
        self._served: tuple[Served, ...] | None = None
        self._repeat = 0

    def again(self, repeat: int) -> ModelClient:
        """The same client with a ledger of its own, whose cached answers are those of this repeat; budget is shared."""
        if self._settings.context_window is None:
            self._models()  # asked for once here, and not by each copy
        other = copy.copy(self)
        other.ledger, other._repeat = Ledger(self.ledger.prices), repeat
        return other

    @property
    def endpoint(self) -> str:
        """The address that is asked, fit to be shown."""
        return self._settings.endpoint

    @property
    def model(self) -> str | None:
        """The model's name; where the settings name none, that of the endpoint's only model, if it says so."""
        with self._lock:
            if self._model is None and self.problem is None:
                self._model = self._only_model()
            return self._model

    @property
    def context_window(self) -> int | None:
        """Tokens of prompt and answer together, from the settings or from the endpoint; None when neither says."""
        if self._settings.context_window:
            return self._settings.context_window
        model = self.model
        return next((served.context for served in self._models() if served.name == model), None)

    @property
    def problem(self) -> Problem | None:
        """Why the endpoint is not asked any more; None while it is."""
        return self._exchange.stopped

    def parameters(self, wanted: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Parameters of a call: those of the settings over `wanted` (those of the prompt) over the usual ones."""
        own = {"temperature": self._settings.temperature, "max_tokens": self._settings.max_tokens}
        given = {name: value for name, value in own.items() if value is not None}
        return _checked({**_PARAMETERS, **(wanted or {}), **given})

    def ask(
        self,
        messages: Sequence[Message],
        schema: Mapping[str, Any],
        place: Place,
        parameters: Mapping[str, Any] | None = None,
        check: Check | None = None,
        repeat: int | None = None,
    ) -> Answer:
        """An object of `schema`, or a problem.

        Asks once more where that can help: with what was wrong, or after a while. `check` may reject an answer.
        """
        question = Question(tuple(messages), schema, self.parameters(parameters), check)
        answer = self._answer(messages, question, self._repeat if repeat is None else repeat)
        self.ledger.record(Entry(place, answer.usage, answer.cached, answer.problem.kind if answer.problem else None))
        return answer

    def _answer(self, messages: Sequence[Message], question: Question, repeat: int) -> Answer:
        model = self.model
        if model is None:
            return Answer(None, "", Spent(), self.problem)
        if self._cache is None:
            return self._exchange.ask(question, model)
        key = Request(self.endpoint, model, messages, question.schema, question.parameters, repeat).key
        kept = self._cache.get(key)
        parsed = read_text(kept.text, question.schema, question.check).value if kept else None
        if kept and parsed is not None:
            return Answer(parsed, kept.text, kept.spent, cached=True)
        answer = self._exchange.ask(question, model)
        if answer.problem is None:
            self._cache.put(key, model, Kept(answer.text, answer.usage))
        return answer

    def close(self) -> None:
        self._exchange.close()
        if self._cache is not None:
            self._cache.close()

    def __enter__(self) -> ModelClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _models(self) -> tuple[Served, ...]:
        with self._lock:
            if self._served is None:
                self._served = self._exchange.served(self._model)
            return self._served

    def _only_model(self) -> str | None:
        names = [served.name for served in self._models()]
        if len(names) == 1:
            return names[0]
        if self.problem is None:
            known = ", ".join(name for name in names[:_NAMES_SHOWN] if _MODEL_NAME.fullmatch(name))
            choice = f"name one of its models with --model ({known})" if known else "name its model with --model"
            self._exchange.stop(Problem("no_model", f"{self.endpoint}: {choice}"))
        return None


def open_client(settings: Settings, patience: Patience | None = None) -> ModelClient:
    """A client with its cache under the data folder. Settings that cannot work are an InputError."""
    if not settings.model_configured:
        raise InputError("no language model is configured; give --base-url, or set OPENAI_API_KEY or DRAFTER_BASE_URL")
    if settings.max_cost is not None and None in _prices(settings):
        raise InputError("max_cost: needs the prices of the model; set DRAFTER_PRICE_INPUT and DRAFTER_PRICE_OUTPUT")
    return ModelClient(settings, Cache(cache_file(settings.home)), patience)


def _checked(parameters: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in parameters.items():
        if name not in _KINDS or isinstance(value, bool) or not isinstance(value, (int, _KINDS[name])):
            raise InputError(f"parameter {name}: {value!r} cannot be used; known are {', '.join(_KINDS)}, all numbers")
    return dict(parameters)


def _prices(settings: Settings) -> Prices:
    return Prices(settings.price_input, settings.price_output)


def _default_model(settings: Settings) -> str | None:
    if settings.base_url is None and settings.azure_endpoint:
        return settings.azure_deployment
    return DEFAULT_MODEL if is_openai(settings.endpoint) else None
