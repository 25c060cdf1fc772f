"""Tokens of a prompt, guessed without the model's own tokenizer: rather too many than too few."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from drafter.prompting import Message

_BYTES_PER_TOKEN = 3
"""Clinical English has about 3.5 to 4.5 bytes a token in the tokenizers in use."""
_FRAME = 8
"""Tokens that the chat template puts around a message."""


def estimate_tokens(messages: Iterable[Message], schema: Mapping[str, Any] | None = None) -> int:
    """Upper guess of the tokens that `messages` and the schema take in a prompt."""
    tokens = sum(text_tokens(message.content) + _FRAME for message in messages)
    return tokens + (text_tokens(json.dumps(schema)) if schema else 0)


def text_tokens(text: str) -> int:
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN)
