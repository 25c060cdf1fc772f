"""What the reviewer is told about a model's work. These flags come from the engine, not from verification."""

from __future__ import annotations

from drafter.case import DisputedItem
from drafter.draft import Flag, Severity


def fell_back(item: DisputedItem, step: str, problem: str) -> Flag:
    """The offline engine did a step that the model could not do."""
    return _flag(item, "engine-fallback", "warn", f"the offline engine did `{step}`: {problem}")


def left_out(item: DisputedItem, count: int) -> Flag:
    """The prompt did not fit into the context window."""
    sentences = "sentence" if count == 1 else "sentences"
    return _flag(item, "evidence-left-out", "warn", f"{count} record {sentences} did not fit into the prompt")


def replaced(item: DisputedItem, kept: int, written: int) -> Flag:
    """Sentences of the model failed verification, also after repair, and do not stand in the draft."""
    return _flag(
        item,
        "sentences-replaced",
        "info",
        f"{kept} of {written} sentences of the model passed verification; the offline engine wrote the others",
    )


def disagreed(item: DisputedItem, criterion: str, model: str, record: str) -> Flag:
    """The model's status is not what its own pointers and the search of the record come to."""
    return _flag(item, "model-disagrees", "info", f"{criterion}: the model says {model}, the record comes to {record}")


def _flag(item: DisputedItem, code: str, severity: Severity, message: str) -> Flag:
    return Flag(code=code, severity=severity, message=message, where=f"item {item.number}")
