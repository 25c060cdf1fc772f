"""The offline engine: no language model. Deterministic, fast, never invents."""

from __future__ import annotations

from drafter.draft import Finding, Outcome, Usage
from drafter.engines.base import Assessment, Identity, Matter, Rationale
from drafter.engines.offline.assess import assess_item
from drafter.engines.offline.write import write_rationale


class OfflineEngine:
    """Judges criteria by cues and numbers, and writes sentences from templates."""

    identity = Identity("offline")
    workers = 1
    stopped = None
    spent = ""

    def assess(self, matter: Matter) -> Assessment:
        return Assessment(assess_item(matter))

    def write(self, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Rationale:
        return write_rationale(matter, findings, outcome)

    def again(self, repeat: int) -> OfflineEngine:
        """It says the same every time."""
        return self

    def usage(self, case_number: str) -> Usage:
        """Nothing: no model is asked."""
        return Usage()
