"""One request over HTTP: `ChatOpenAI` or `AzureChatOpenAI`, with nothing that retries, traces, redirects or logs."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from drafter.errors import InputError
from drafter.llm.address import is_openai
from drafter.llm.answers import Reply
from drafter.llm.bounds import unbounded
from drafter.settings import Settings
from vectorstore.network import is_loopback, keep_text_out_of_logs

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_openai.chat_models.base import BaseChatOpenAI

Mode = Literal["json_schema", "json_object", "plain"]
MODES: tuple[Mode, ...] = ("json_schema", "json_object", "plain")
"""Ways to ask for JSON, the strictest first."""

Turn = tuple[str, str]
"""Role and text of a message; the role may also be `assistant`."""

_CONNECT_SECONDS = 10
_AZURE_VERSION = "2024-10-21"
_NO_KEY = "none"
"""Sent to a server that asks for no key; without any, the client would look for one in the environment."""
_OLD_TRACING = ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER")
_LOGGERS = ("langchain_openai", "langchain_core", "langsmith")


class Shape(NamedTuple):
    """How a request is put, as far as the endpoint is known to take it."""

    mode: Mode = "json_schema"
    temperature: bool = True
    bounded: bool = False
    """Whether texts and lists of the schema have bounds."""


class Served(NamedTuple):
    """A model that the endpoint lists; the context window in tokens where it says so."""

    name: str
    context: int | None


class Transport:
    """Sends requests to the endpoint of the settings; exceptions of the client libraries come through."""

    def __init__(self, settings: Settings, model: str) -> None:
        self.model = model
        self._own_server = is_own_server(settings)
        self._chat = _chat(settings, model)
        _keep_prompts_out_of_logs()
        for name in _OLD_TRACING:
            # With these set, langchain refuses every call in which tracing is off.
            os.environ.pop(name, None)

    def send(
        self, turns: Sequence[Turn], schema: Mapping[str, Any], shape: Shape, parameters: Mapping[str, Any]
    ) -> Reply:
        """Ask once."""
        from langsmith.run_helpers import tracing_context
        from openai import LengthFinishReasonError

        options = self._options(shape, parameters)
        with tracing_context(enabled=False):
            try:
                return _reply(self._ask(turns, schema if shape.bounded else unbounded(schema), shape.mode, options))
            except LengthFinishReasonError as error:
                usage = error.completion.usage
                text = error.completion.choices[0].message.content or ""
                counted = (usage.prompt_tokens, usage.completion_tokens) if usage else (None, None)
                return Reply(text, "", "length", *counted)

    def served(self) -> Iterator[Served]:
        """Models that the endpoint lists."""
        for model in self._chat.root_client.models.list().data:
            yield Served(model.id, _context(model.model_dump()))

    def close(self) -> None:
        self._chat.root_client.close()

    def _ask(self, turns: Sequence[Turn], schema: Mapping[str, Any], mode: Mode, options: dict[str, Any]) -> AIMessage:
        if mode == "plain":
            return self._chat.invoke(_with_schema(turns, schema), **options)
        if mode == "json_object":
            bound = self._chat.with_structured_output(None, method="json_mode", include_raw=True, **options)
            turns = _with_schema(turns, schema)
        else:
            named = {"name": _name(schema), "schema": dict(schema), "strict": True}
            bound = self._chat.with_structured_output(
                named, method="json_schema", strict=True, include_raw=True, **options
            )
        answer: Any = bound.invoke(list(turns))
        raw: AIMessage = answer["raw"]
        return raw

    def _options(self, shape: Shape, parameters: Mapping[str, Any]) -> dict[str, Any]:
        options = {name: value for name, value in parameters.items() if name != "temperature" or shape.temperature}
        if self._own_server and "max_tokens" in options:
            # The client renames it to max_completion_tokens, which some servers do not know and pass over.
            options["extra_body"] = {"max_tokens": options["max_tokens"]}
        return options


def is_own_server(settings: Settings) -> bool:
    """Whether the endpoint is neither OpenAI's nor Azure's."""
    return not is_openai(settings.endpoint) and bool(settings.base_url)


def first_shape(model: str, own_server: bool) -> Shape:
    """OpenAI's oldest models take no schema, and the client would silently use tools for them instead."""
    old = model == "gpt-4" or model.startswith(("gpt-3", "gpt-4-"))
    return Shape("json_object" if old else "json_schema", bounded=own_server and not old)


def _chat(settings: Settings, model: str) -> BaseChatOpenAI:
    import openai
    from langchain_openai import AzureChatOpenAI, ChatOpenAI

    key = settings.api_key.get_secret_value() if settings.api_key else _NO_KEY
    common: dict[str, Any] = {
        "model": model,
        "api_key": key,
        "max_retries": 0,
        "cache": False,
        "use_responses_api": False,
        "stream_usage": False,
        "openai_proxy": None,
        "timeout": openai.Timeout(settings.timeout, connect=min(_CONNECT_SECONDS, settings.timeout)),
        "http_client": openai.DefaultHttpxClient(follow_redirects=False, trust_env=not is_loopback(settings.endpoint)),
    }
    try:
        if settings.base_url or not settings.azure_endpoint:
            return ChatOpenAI(base_url=settings.endpoint, **common)
        return AzureChatOpenAI(
            azure_endpoint=settings.azure_endpoint,
            azure_deployment=settings.azure_deployment or model,
            api_version=settings.azure_api_version or _AZURE_VERSION,
            **common,
        )
    except (ValueError, openai.OpenAIError) as error:
        raise InputError(f"{settings.endpoint}: no client can be made for it; check the model settings") from error


def _keep_prompts_out_of_logs() -> None:
    keep_text_out_of_logs(*_LOGGERS)
    # It advises programmers, in the middle of a user's output, on what is adapted to here.
    warnings.filterwarnings("ignore", category=UserWarning, module="langchain_openai")


def _reply(message: AIMessage) -> Reply:
    usage = message.usage_metadata
    counted = (usage["input_tokens"], usage["output_tokens"]) if usage else (None, None)
    refusal = message.additional_kwargs.get("refusal") or ""
    finish = message.response_metadata.get("finish_reason") or "stop"
    return Reply(message.text, str(refusal), str(finish), *counted)


def _with_schema(turns: Sequence[Turn], schema: Mapping[str, Any]) -> list[Turn]:
    """The schema as text after the first question, for endpoints that take none."""
    text = json.dumps(schema, separators=(",", ":"))
    first = next(place for place, (role, _) in enumerate(turns) if role == "user")
    asked = f"{turns[first][1]}\n\nAnswer with one JSON object that matches this JSON Schema, and nothing else:\n{text}"
    return [*turns[:first], ("user", asked), *turns[first + 1 :]]


def _name(schema: Mapping[str, Any]) -> str:
    title = "".join(character if character.isalnum() else "_" for character in str(schema.get("title", "")))
    return title[:64] if title.isascii() and title else "Answer"


def _context(model: Mapping[str, Any]) -> int | None:
    """vLLM says `max_model_len`; llama.cpp says what it runs with, older ones what the model was trained with."""
    meta = model.get("meta") or {}
    found = (model.get("max_model_len"), meta.get("n_ctx"), meta.get("n_ctx_train"))
    return next((value for value in found if isinstance(value, int) and value > 0), None)
