"""Which families of guideline documents an organisation added: where a search has to look, and where it need not."""

from __future__ import annotations

from pathlib import Path

from drafter.corpus.register import Register
from drafter.retrieval.sequence import OTHER


def added_families(home: Path) -> frozenset[str]:
    """Families of the added guideline documents, from their register; a document that names none is of `other`."""
    entries = Register(home).load().values()
    return frozenset(entry.about.completed().family or OTHER for entry in entries if entry.kind == "guideline")
