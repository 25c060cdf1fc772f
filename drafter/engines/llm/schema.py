"""The JSON schemas of one call: every id that may be answered is listed, so that the model can only point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.criteria.card import Criterion
from drafter.engines.llm.material import Material

_SENTENCES = 10
"""A rationale of more sentences is padding."""
_CHARACTERS = 500
NO_CRITERION = "none"
ROLES = ("guideline", "finding", "absence", "contrary")


def assessment_schema(criteria: Sequence[Criterion], material: Material) -> dict[str, Any]:
    """For each criterion a status and the ids of the sentences for and against it."""
    ids = {"type": "array", "items": {"type": "string", "enum": [source.id for source in material.evidence]}}
    status = {"type": "string", "enum": ["met", "not_met", "not_documented", "contrary"]}
    finding = _object({"status": status, "evidence": ids, "contrary": ids})
    return _object({criterion.id: finding for criterion in criteria}, title="Assessment")


def rationale_schema(criteria: Sequence[str], material: Material) -> dict[str, Any]:
    """Sentences, each with its role, its criterion and the ids that it rests on."""
    sentence = _object(
        {
            "text": {"type": "string", "maxLength": _CHARACTERS},
            "role": {"type": "string", "enum": list(ROLES)},
            "criterion": {"type": "string", "enum": [*criteria, NO_CRITERION]},
            "cites": {"type": "array", "minItems": 1, "items": {"type": "string", "enum": material.ids()}},
        }
    )
    sentences = {"type": "array", "minItems": 1, "maxItems": _SENTENCES, "items": sentence}
    return _object({"sentences": sentences}, title="WrittenRationale")


def _object(properties: dict[str, Any], title: str | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"title": title, **schema} if title else schema
