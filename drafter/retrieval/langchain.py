"""The library as a LangChain retriever, for use in chains of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from drafter.criteria.library import library
from drafter.retrieval.search import find
from drafter.retrieval.validity import where_valid_on
from vectorstore.index import Index
from vectorstore.passage import Hit, Kind

_NOT_FOR_PROMPTS = frozenset({"outcome", "fingerprint"})
"""A prior decision is context for wording and reasons; how it ended must not reach a prompt."""


class LibraryRetriever(BaseRetriever):
    """Finds guideline sections and prior decisions by hybrid search, those in force on a day.

    Documents carry the passage's text as it is quoted, its id, and its metadata with `kind`, `title` and `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    k: int = Field(4, ge=1, le=100)
    kind: Kind | None = None
    """Only passages of this kind: `card`, `guideline` or `decision`."""
    as_of: date | None = None
    """Only what was in force, or decided, on this day; everything that is not invalidated without one."""

    @classmethod
    def open(
        cls, home: Path | None = None, k: int = 4, kind: Kind | None = None, as_of: date | None = None
    ) -> LibraryRetriever:
        """A retriever over the index of a data folder, which is built when there is none."""
        from drafter.settings import load_settings
        from drafter.sharing import open_library

        return cls(index=open_library(load_settings(home=home)), k=k, kind=kind, as_of=as_of)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = find(self.index, query, self.k, self.kind, where=where_valid_on(self.as_of, library()))
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    passage = hit.passage
    metadata = {name: value for name, value in passage.metadata.items() if name not in _NOT_FOR_PROMPTS}
    found = {"kind": passage.kind, "title": passage.title, "score": round(hit.score, 6)}
    return Document(id=passage.id, page_content=passage.text, metadata=metadata | found)
