"""What bears on a disputed item: guideline sections, passages of added documents, prior decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.retrieval.choice import choose_guidelines
from drafter.retrieval.precedents import as_precedent, find_precedents
from drafter.retrieval.query import query
from drafter.retrieval.search import find
from drafter.retrieval.sequence import Searched, search_in_sequence
from drafter.retrieval.synonyms import expanded

if TYPE_CHECKING:
    from drafter.retrieval.langchain import LibraryRetriever

__all__ = [
    "LibraryRetriever",
    "Searched",
    "as_precedent",
    "choose_guidelines",
    "expanded",
    "find",
    "find_precedents",
    "query",
    "search_in_sequence",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the signature that Python asks of it
    """Import the retriever on use: langchain takes longer to import than a draft takes to write."""
    if name != "LibraryRetriever":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from drafter.retrieval.langchain import LibraryRetriever

    return LibraryRetriever
