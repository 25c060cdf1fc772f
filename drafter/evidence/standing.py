"""What a document may be evidence of: who speaks in it, whether it is read at all, and what of it could not be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from drafter.case import AuthorRole, Case, Record, RecordKind, Sentence

_LISTS_REQUESTS: frozenset[RecordKind] = frozenset({"request"})
"""The list of disputed items states what was asked for; it documents nothing about the patient."""
_NOT_CLINICAL: frozenset[RecordKind] = frozenset({"ur_decision", "application"})
_WITNESSES: frozenset[AuthorRole] = frozenset(
    {"treating_physician", "consultant", "evaluator", "therapist", "radiologist", "patient"}
)
"""Who may state a fact in a letter: the worker's own account is a history like that in a note."""
_NURSE = re.compile(r"\b(?:R\.?N|LVN|LPN|CCM|CRRN|BSN|MSN)\b")
"""A nurse who visits the worker takes a history and sees for herself, whoever pays for the visit."""
_SENDER = re.compile(r"^[ \t>]*From:[ \t]*(?P<who>[^\n]*)", re.MULTILINE | re.IGNORECASE)
_PROVIDER = re.compile(
    r"\b(?:(?-i:M\.?D|D\.?O|D\.?C|D?PT|OTR?|L\.?Ac|Ph\.?D|Psy\.?D|PA-C)|therap\w*|clinic|hospital|ortho\w*|surg\w*"
    r"|rehab\w*|chiro\w*|acupunct\w*|physician\w*|doctor|dr|spine|radiology|wellness)\b",
    re.IGNORECASE,
)
_PAYER = re.compile(r"\b(?:insur\w*|indemnity|mutual|claims?|adjust\w*|utili[sz]ation|review\w*)\b", re.IGNORECASE)


def records_read(case: Case) -> tuple[Record, ...]:
    """The records in which evidence is looked for: all but the list of requests and second copies."""
    return tuple(r for r in case.records if r.kind not in _LISTS_REQUESTS and not r.duplicate_of)


def documents_facts(record: Record) -> bool:
    """Whether a clinician, or the worker, may speak in a record.

    Not in a UR decision or an application, nor in a letter of a claims administrator, an attorney or an employer; in
    the notes of a nurse case manager.
    """
    if record.kind == "correspondence":
        return record.author_role in _WITNESSES or _by_nurse(record)
    return record.kind not in _NOT_CLINICAL and record.author_role != "administrator"


def _by_nurse(record: Record) -> bool:
    return record.author_role != "reviewer" and bool(_NURSE.search(record.author or ""))


def knows_of_work(record: Record) -> bool:
    """Whether an employer, or who administers the claim, writes: they know the job and who came back to it."""
    return record.author_role == "administrator" and record.kind not in _NOT_CLINICAL


class Mails:
    """The senders of a thread of mails: what a clinic wrote stays its word where somebody forwards it."""

    def __init__(self, record: Record) -> None:
        found = [(page.number, match) for page in record.pages for match in _SENDER.finditer(page.text)]
        self._places = [(number, match.start()) for number, match in found]
        self._clinical = [_is_provider(match["who"]) for _, match in found]

    def by_provider(self, sentence: Sentence) -> bool:
        """Whether who treats the worker wrote a sentence."""
        index = bisect_right(self._places, (sentence.page, sentence.start)) - 1
        return index >= 0 and self._clinical[index]


def _is_provider(sender: str) -> bool:
    return bool(_PROVIDER.search(sender)) and not _PAYER.search(sender)


def pages_unread(records: Iterable[Record]) -> int:
    """How many pages show something that could not be read: of them, nothing can be said to be absent."""
    return sum(page.unread is not None for record in records for page in record.pages)
