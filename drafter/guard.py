"""The leakage guard: which prior decisions may be shown for a case. Drafting and evals use this one.

Forbidden are a case's own determination, near-duplicates of it, and decisions that were not yet made when the case
was assigned to its reviewer.
"""

from __future__ import annotations

from datetime import date

from drafter.case import Case
from drafter.fingerprint import fingerprint, resemblance
from vectorstore.columns import Value, Where
from vectorstore.passage import Passage

NEAR_DUPLICATE = 0.5
"""Resemblance of clinical summaries from which two cases count as the same; unrelated letters stay below 0.1."""


class LeakageGuard:
    """Decides for one case which decision passages may be retrieved."""

    def __init__(self, case: Case) -> None:
        header = case.header
        self._case_number = header.case_number
        self._known_by = header.date_assigned or header.application_received or header.ur_denial_date
        self._fingerprints = [fingerprint(_text(case, record.id)) for record in case.records]

    def allows(self, passage: Passage) -> bool:
        """Whether `passage`, a prior decision, may be shown for the case."""
        metadata = passage.metadata
        if not self._is_earlier_case(metadata.get("case_number"), metadata.get("decided")):
            return False
        theirs = str(metadata.get("fingerprint", ""))
        return all(resemblance(own, theirs) < NEAR_DUPLICATE for own in self._fingerprints)

    @property
    def where(self) -> Where:
        """What metadata tells of a passage without reading it; `allows` still has to be asked about what is left."""
        return {("case_number", "decided"): self._is_earlier_case}

    def _is_earlier_case(self, case_number: Value, decided: Value) -> bool:
        if case_number == self._case_number or not decided or self._known_by is None:
            return False
        return date.fromisoformat(str(decided)) < self._known_by


def _text(case: Case, record_id: str) -> str:
    record = case.record(record_id)
    return "\n".join(page.text for page in record.pages) if record else ""
