"""What a document may be evidence of: who speaks in it, whether it is read at all, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.case import AuthorRole, Case, Record, RecordKind

_LISTS_REQUESTS: frozenset[RecordKind] = frozenset({"request"})
"""The list of disputed items states what was asked for; it documents nothing about the patient."""
_NOT_CLINICAL: frozenset[RecordKind] = frozenset({"ur_decision", "application"})
_WITNESSES: frozenset[AuthorRole] = frozenset(
    {"treating_physician", "consultant", "evaluator", "therapist", "radiologist", "patient"}
)
"""Who may state a fact in a letter: the worker's own account is a history like that in a note."""


def records_read(case: Case) -> tuple[Record, ...]:
    """The records in which evidence is looked for: all but the list of requests and second copies."""
    return tuple(r for r in case.records if r.kind not in _LISTS_REQUESTS and not r.duplicate_of)


def documents_facts(record: Record) -> bool:
    """Whether a clinician, or the worker, may speak in a record.

    Not in a UR decision or an application, nor in a letter of a claims administrator, an attorney or an employer.
    """
    if record.kind == "correspondence":
        return record.author_role in _WITNESSES
    return record.kind not in _NOT_CLINICAL and record.author_role != "administrator"


def pages_unread(records: Iterable[Record]) -> int:
    """How many pages show something that could not be read: of them, nothing can be said to be absent."""
    return sum(page.unread is not None for record in records for page in record.pages)
