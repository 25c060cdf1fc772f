"""What the reviewer is told about a model's work. These flags come from the engine, not from verification."""

from __future__ import annotations

from drafter.case import DisputedItem, Sentence
from drafter.draft import Finding, Flag, Severity

_SHOWN = 160


def fell_back(item: DisputedItem, step: str, problem: str) -> Flag:
    """The offline engine did a step that the model could not do."""
    return _flag(item, "engine-fallback", "warn", f"the offline engine did `{step}`: {problem}")


def left_out(item: DisputedItem, count: int) -> Flag:
    """The prompt did not fit into the context window."""
    what = "quote of the record" if count == 1 else "quotes of the record"
    return _flag(item, "evidence-left-out", "warn", f"{count} {what} did not fit into the model's context window")


def partly_read(item: DisputedItem, read: int, parts: int, problem: str) -> Flag:
    """What the search did not find may stand in the parts of a case file that the model did not read."""
    message = f"the model read {read} of {parts} parts of the case file for what the search did not find: {problem}"
    return _flag(item, "partly-read", "warn", message)


def replaced(item: DisputedItem, kept: int, written: int) -> Flag:
    """Sentences of the model failed verification, also after repair, and do not stand in the draft."""
    return _flag(
        item,
        "sentences-replaced",
        "info",
        f"{kept} of {written} sentences of the model passed verification; the offline engine wrote the others",
    )


def disagreed(item: DisputedItem, finding: Finding, said: str, to_see: Sentence | None) -> Flag:
    """The model's status is not what the record comes to; to check where it points at a sentence for its view."""
    message = f"the model says {_words(said)}, the record comes to {_words(finding.status)}"
    where = f"item {item.number} criterion {finding.id}"
    if to_see is None:
        return Flag(code="model-disagrees", severity="info", message=message, where=where)
    quote = to_see.text if len(to_see.text) <= _SHOWN else f"{to_see.text[:_SHOWN].rstrip()}…"
    return Flag(code="model-disagrees", severity="warn", message=f"{message}; it points at {quote!r}", where=where)


def _words(status: str) -> str:
    return status.replace("_", " ")


def _flag(item: DisputedItem, code: str, severity: Severity, message: str) -> Flag:
    return Flag(code=code, severity=severity, message=message, where=f"item {item.number}")
