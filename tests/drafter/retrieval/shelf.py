"""Invented guideline documents in an index of their own, beside the shipped cards. No text of any real guideline."""

from __future__ import annotations

from pathlib import Path

from vectorstore.embedder import get_embedder
from vectorstore.index import Index, build_index, open_index
from vectorstore.passage import Passage


def added(name: str, text: str, **metadata) -> Passage:
    """A passage of an added document; its source is the document's name."""
    known = {"document": name.split("#")[0], "source": name.split("#")[0], "section": "Treatment", **metadata}
    return Passage(id=name, kind="guideline", title=f"{known['source']}: {known['section']}", text=text, metadata=known)


def decided(name: str, request: str, reasons: str = "The record shows no gain.", **metadata) -> Passage:
    """An item of a prior determination."""
    known = {"case_number": name.split("#")[0], "item": 1, "fingerprint": "", **metadata}
    return Passage(id=name, kind="decision", title=request, text=f"{request}\n{reasons}", metadata=known)


def shelved(folder: Path, *passages: Passage) -> Index:
    """An index of the shipped cards and `passages`."""
    from drafter.corpus.shipped import card_passages

    embedder = get_embedder()
    build_index([*card_passages(), *passages], folder, embedder)
    return open_index(folder, embedder)
