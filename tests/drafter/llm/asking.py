"""The question that the tests ask, with a text in it that stands for a record."""

from __future__ import annotations

from typing import Any

from drafter.llm.ledger import Place
from drafter.prompting import Message

PATIENT = "Jane Roe of Eureka fell from a ladder"
"""Must never be in a message, a log or an exception."""
MESSAGES = (Message("system", "Point at sentences."), Message("user", f"[s1] {PATIENT}. [s2] She is well."))
SCHEMA: dict[str, Any] = {
    "title": "Pointing",
    "type": "object",
    "properties": {"evidence": {"type": "array", "items": {"type": "string", "enum": ["s1", "s2"]}}},
    "required": ["evidence"],
    "additionalProperties": False,
}
GOOD = '{"evidence": ["s1"]}'
BAD_ID = '{"evidence": ["s9"]}'
ASSESS, WRITE = Place("assess", 1, "CASE-1"), Place("write", 1, "CASE-1")
