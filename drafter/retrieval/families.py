"""Families of guideline documents: the place of each in the search sequence, and which there are to search."""

from __future__ import annotations

from vectorstore.columns import Value
from vectorstore.index import Index

OTHER = "other"
"""Family of a document that names none."""


def family_of(value: Value) -> str:
    """The family that the metadata of a passage names."""
    return str(value or OTHER)


def added_families(index: Index) -> frozenset[str]:
    """Families of the guideline documents in the index, whether of this machine or of the organisation's server."""
    return frozenset(family_of(value) for value in index.values("guideline", "family"))
