"""Prior decisions as a draft lists them: context, never authority, and without their outcome."""

from __future__ import annotations

from drafter.case import Case, DisputedItem
from drafter.draft import Precedent
from drafter.guard import LeakageGuard
from drafter.retrieval.query import query, treatments_of
from vectorstore.index import Index, Where
from vectorstore.passage import Hit

_PRECEDENTS = 3


def find_precedents(case: Case, item: DisputedItem, index: Index) -> list[Hit]:
    """Prior decisions on the same treatment that the leakage guard allows; they carry no outcome."""
    guard = LeakageGuard(case)
    asked = treatments_of(item.lock)
    where: Where = {**guard.where, "treatment": lambda treatment: treatment in asked}
    return index.search(query(item), k=_PRECEDENTS, kind="decision", accept=guard.allows, where=where)


def as_precedent(hit: Hit) -> Precedent:
    """A prior decision as a draft lists it."""
    metadata = hit.passage.metadata
    return Precedent.model_validate(
        {
            "case_number": metadata["case_number"],
            "request": hit.passage.title,
            "decided": metadata.get("decided"),
            "score": round(hit.score, 6),
        }
    )
