"""Bounds of texts and lists in a schema: who takes them, and what the longest answer within them is.

OpenAI and Azure refuse these keywords in strict mode; llama.cpp, Ollama and vLLM build them into their grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.llm.tokens import text_tokens

_BOUNDS = frozenset({"maxLength", "maxItems"})
_PUNCTUATION = 4
"""Tokens of quotation marks, colon and comma around a name or value, and of a line break."""


def unbounded(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """The same schema without bounds."""
    if isinstance(schema, Mapping):
        kept = {key: value for key, value in schema.items() if not (key in _BOUNDS and isinstance(value, int))}
        return {key: unbounded(value) for key, value in kept.items()}
    return [unbounded(entry) for entry in schema] if isinstance(schema, list) else schema


def longest_answer(schema: Mapping[str, Any]) -> int:
    """Upper guess of the tokens of the longest answer within the bounds; what has none counts as nothing."""
    return _longest(schema, schema.get("$defs", {}))


def _longest(part: Mapping[str, Any], definitions: Mapping[str, Any]) -> int:
    if "$ref" in part:
        return _longest(definitions[part["$ref"].rpartition("/")[2]], definitions)
    if "properties" in part:
        named = part["properties"].items()
        return _PUNCTUATION + sum(
            text_tokens(name) + _PUNCTUATION + _longest(each, definitions) for name, each in named
        )
    if "items" in part:
        return _PUNCTUATION + int(part.get("maxItems", 0)) * _longest(part["items"], definitions)
    if "enum" in part:
        return _PUNCTUATION + max((text_tokens(str(value)) for value in part["enum"]), default=0)
    return _PUNCTUATION + text_tokens("x" * int(part.get("maxLength", 0)))
