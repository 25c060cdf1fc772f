"""The JSON schemas of one call: every id that may be answered is listed, so that the model can only point.

They keep to what every server's strict mode knows: objects with all properties required, arrays and enumerations.
Besides there are bounds of texts and lists, which `drafter.llm.bounds` takes out again for endpoints that know none:
a weak model writes the same words over and over, and only a bound ends that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafter.draft import Status
from drafter.llm.schema import object_schema

_LONGEST_TEXT = 400
"""Characters. It is more than a sentence may have, so that one which was cut off here is sure to fail verification."""
_POINTED = 4
"""Sentences for or against one criterion in one answer; a finding keeps three."""
_CITED = 6

STATUSES: tuple[Status, ...] = ("met", "not_met", "not_documented", "contrary")


def assessment_schema(criteria: Sequence[str], evidence: Sequence[str]) -> dict[str, Any]:
    """For each criterion a status and the ids of the sentences for and against it."""
    ids = {"type": "array", "items": {"$ref": "#/$defs/id"}, "maxItems": _POINTED}
    finding = object_schema({"status": {"type": "string", "enum": list(STATUSES)}, "evidence": ids, "contrary": ids})
    schema = object_schema({criterion: {"$ref": "#/$defs/finding"} for criterion in criteria}, "Assessment")
    return {**schema, "$defs": {"id": {"type": "string", "enum": list(evidence)}, "finding": finding}}


def places_schema(criteria: Sequence[str], evidence: Sequence[str]) -> dict[str, Any]:
    """For each criterion the ids of the sentences that state it."""
    schema = object_schema({criterion: {"$ref": "#/$defs/places"} for criterion in criteria}, "Places")
    places = {"type": "array", "items": {"type": "string", "enum": list(evidence)}, "maxItems": _POINTED}
    return {**schema, "$defs": {"places": places}}


def rationale_schema(slots: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """For each sentence its text and, out of its own ids, those that it rests on."""
    return object_schema({name: _sentence(ids) for name, ids in slots.items()}, "WrittenRationale")


def _sentence(ids: Sequence[str]) -> dict[str, Any]:
    cites = {"type": "array", "items": {"type": "string", "enum": list(ids)}, "maxItems": _CITED}
    return object_schema({"text": {"type": "string", "maxLength": _LONGEST_TEXT}, "cites": cites})
