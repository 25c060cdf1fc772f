"""From the text of a model to an object of the schema that was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from drafter.llm.bounds import unbounded
from drafter.llm.faults import Fault, Problem

Check = Callable[[dict[str, Any]], str | None]
"""Says what is wrong with an answer of the right form (for the model to read), or None."""

_SHOWN_CHARACTERS = 600


class Spent(NamedTuple):
    """What was spent on an answer; tokens are None where the server did not count them."""

    calls: int = 0
    input_tokens: int | None = 0
    output_tokens: int | None = 0
    seconds: float = 0.0

    def plus(self, other: Spent) -> Spent:
        return Spent(
            self.calls + other.calls,
            _sum(self.input_tokens, other.input_tokens),
            _sum(self.output_tokens, other.output_tokens),
            self.seconds + other.seconds,
        )


class Reply(NamedTuple):
    """One answer of the server, as it came."""

    text: str
    refusal: str = ""
    finish: str = "stop"
    input_tokens: int | None = None
    output_tokens: int | None = None


class Answer(NamedTuple):
    """What the model answered, or why it did not: exactly one of `parsed` and `problem` is None."""

    parsed: dict[str, Any] | None
    text: str
    """The model's last words; empty when there were none."""
    usage: Spent
    problem: Problem | None = None
    cached: bool = False


class Parsed(NamedTuple):
    """Exactly one of both is None."""

    value: dict[str, Any] | None
    fault: Fault | None


def read(reply: Reply, schema: Mapping[str, Any], check: Check | None = None) -> Parsed:
    """The object in a reply, if it is complete, of the schema and accepted by `check`."""
    if reply.refusal:
        return Parsed(None, Fault("refusal"))
    if reply.finish == "content_filter":
        return Parsed(None, Fault("content_filter"))
    if reply.finish == "length":
        return Parsed(None, Fault("truncated", shown="it was cut off at the limit of tokens; answer more briefly"))
    if not reply.text.strip():
        return Parsed(None, Fault("empty", shown="it was empty"))
    return read_text(reply.text, schema, check)


def read_text(text: str, schema: Mapping[str, Any], check: Check | None = None) -> Parsed:
    """Like `read`, for a text that is known to be complete."""
    try:
        value = _json(text)
    except ValueError as error:
        return Parsed(None, Fault("invalid_json", shown=f"it was not valid JSON: {error}"[:_SHOWN_CHARACTERS]))
    wrong = _violation(value, schema)
    if wrong:
        return Parsed(None, Fault("schema", shown=wrong[:_SHOWN_CHARACTERS]))
    rejected = check(value) if check else None
    if rejected:
        return Parsed(None, Fault("rejected", shown=rejected[:_SHOWN_CHARACTERS]))
    return Parsed(value, None)


def _json(text: str) -> Any:  # noqa: ANN401 - whatever the model wrote
    """The JSON of an answer; thoughts before it and a fence or prose around it are passed over."""
    text = text.rpartition("</think>")[2].strip()
    decoder = json.JSONDecoder(parse_constant=_refuse)
    try:
        return decoder.decode(text)
    except RecursionError:
        raise ValueError("too deeply nested") from None
    except ValueError:
        start = text.find("{")
        if start <= 0:
            raise
    try:
        return decoder.raw_decode(text, start)[0]
    except RecursionError:
        raise ValueError("too deeply nested") from None


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _violation(value: object, schema: Mapping[str, Any]) -> str:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    if not isinstance(value, dict):
        return "it was not a JSON object"
    error = best_match(Draft202012Validator(unbounded(schema)).iter_errors(value))
    return f"at {error.json_path}: {error.message}" if error else ""


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
