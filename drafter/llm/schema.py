"""The form of an answer, as far as the strict mode of every server knows it."""

from __future__ import annotations

from typing import Any


def object_schema(properties: dict[str, Any], title: str | None = None) -> dict[str, Any]:
    """An object with exactly these properties."""
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"title": title, **schema} if title else schema
