"""Search over a few texts that are not worth an index on disk: the sentences of one case."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.embedder import Embedder
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.keyword import KeywordIndex
from vectorstore.similarity import by_similarity

_DEPTH = 50
"""Rows of each ranking that take part in the fusion, at least."""


class MemoryIndex:
    """Hybrid search over texts, which are named by their row."""

    def __init__(self, texts: Sequence[str], embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors = embedder.embed(texts)
        self._keyword = KeywordIndex.build(texts)

    def __len__(self) -> int:
        return len(self._keyword)

    def nearest(self, query: str, k: int) -> list[tuple[int, float]]:
        """The `k` best rows with their fused scores, best first, equal scores by row; nothing for an empty query."""
        return self.nearest_batch([query], k)[0]

    def nearest_batch(self, queries: Sequence[str], k: int) -> list[list[tuple[int, float]]]:
        """`nearest` for several queries, which are embedded together."""
        depth = max(k, _DEPTH)
        results = []
        for query, vector in zip(queries, self._embedder.embed(queries), strict=True):
            dense = [row for row, _ in by_similarity(self._vectors, vector, depth)] if vector.any() else []
            keyword = [row for row, _ in self._keyword.ranking(query, depth)]
            results.append(reciprocal_rank_fusion([dense, keyword])[:k])
        return results
