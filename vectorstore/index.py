"""Hybrid search over an index on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.build import build_index
from vectorstore.dense import DenseIndex, Neighbour
from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, IndexMismatch
from vectorstore.files import CHROMA, KEYWORD, current_build
from vectorstore.fusion import EQUAL, Weights, reciprocal_rank_fusion
from vectorstore.keyword import KeywordIndex
from vectorstore.manifest import Manifest, mismatch, read_manifest
from vectorstore.passage import Hit, Kind, Passage
from vectorstore.passage_file import read_passages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Accept", "Index", "build_index", "open_index"]

Accept = Callable[[Passage], bool]
_POOL = 40
"""Accepted passages that each ranking contributes to the fusion, at least."""
_SPARE = 4
"""Passages fetched for each that is wanted, and the factor by which the search widens."""


class Index:
    """An index that is open for reading."""

    def __init__(self, build: Path, manifest: Manifest, embedder: Embedder) -> None:
        self.manifest = manifest
        self._build = build
        self._embedder = embedder
        self._passages = {passage.id: passage for passage in read_passages(build)}
        self._ids = list(self._passages)
        self._opening = threading.Lock()
        self._dense_index: DenseIndex | None = None
        if len(self) != manifest.passages:
            raise IndexDamaged(f"{build}: {len(self)} passages instead of {manifest.passages}; rebuild with {BUILD}")

    def __len__(self) -> int:
        return len(self._passages)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages.values())

    def passage(self, passage_id: str) -> Passage | None:
        return self._passages.get(passage_id)

    def search(
        self,
        text: str,
        k: int = 8,
        kind: Kind | None = None,
        accept: Accept | None = None,
        weights: Weights = EQUAL,
    ) -> list[Hit]:
        """The `k` best passages of `kind` that `accept` lets through, best first; fewer only when there are no more.

        Vectors and words are ranked apart, each over accepted passages only, and fused.
        """
        return self.search_text_batch([text], k, kind, accept, weights)[0]

    def search_text_batch(
        self,
        texts: Sequence[str],
        k: int = 8,
        kind: Kind | None = None,
        accept: Accept | None = None,
        weights: Weights = EQUAL,
    ) -> list[list[Hit]]:
        """`search` for several texts, which are embedded together."""
        wanted = _Wanted(self._passages, kind, accept)
        vectors = self._embedder.embed(texts)
        return [self._search(text, vector, k, wanted, weights) for text, vector in zip(texts, vectors, strict=True)]

    def close(self) -> None:
        """Let go of the database; the index must not be searched afterwards."""
        if self._dense_index:
            self._dense_index.close()

    def _search(self, text: str, vector: NDArray[np.float32], k: int, wanted: _Wanted, weights: Weights) -> list[Hit]:
        pool = max(k, _POOL)
        dense = self._nearest(vector, pool, wanted)
        keyword = wanted.first(pool, (self._ids[row] for row, _ in self._keyword.ranking(text)))
        similarities = dict(dense)
        dense_ranks = {name: rank for rank, (name, _) in enumerate(dense, start=1)}
        keyword_ranks = {name: rank for rank, name in enumerate(keyword, start=1)}
        fused = reciprocal_rank_fusion([dense_ranks, keyword_ranks], weights)
        return [
            Hit(self._passages[name], score, dense_ranks.get(name), keyword_ranks.get(name), similarities.get(name))
            for name, score in fused[:k]
        ]

    def _nearest(self, vector: NDArray[np.float32], pool: int, wanted: _Wanted) -> list[Neighbour]:
        """The nearest accepted passages. Filtering here and widening is cheaper than a filter in the database."""
        limit = pool * _SPARE
        while True:
            limit = min(limit, len(self))
            near = [neighbour for neighbour in self._dense.search(vector, limit) if wanted(neighbour.id)]
            if len(near) >= pool or limit >= len(self):
                return near[:pool]
            limit *= _SPARE

    @property
    def _dense(self) -> DenseIndex:
        with self._opening:
            if self._dense_index is None:
                self._dense_index = DenseIndex.open(self._build / CHROMA, self._ids)
            return self._dense_index

    @cached_property
    def _keyword(self) -> KeywordIndex:
        return KeywordIndex.load(self._build / KEYWORD)


class _Wanted:
    """Whether a passage may be found; asks `accept` once for each."""

    def __init__(self, passages: dict[str, Passage], kind: Kind | None, accept: Accept | None) -> None:
        self._passages = passages
        self._kind = kind
        self._accept = accept
        self._answers: dict[str, bool] = {}

    def __call__(self, passage_id: str) -> bool:
        if passage_id not in self._answers:
            self._answers[passage_id] = self._ask(self._passages.get(passage_id))
        return self._answers[passage_id]

    def first(self, count: int, ids: Iterable[str]) -> list[str]:
        found: list[str] = []
        for name in ids:
            if len(found) == count:
                break
            if self(name):
                found.append(name)
        return found

    def _ask(self, passage: Passage | None) -> bool:
        if passage is None or (self._kind and passage.kind != self._kind):
            return False
        return self._accept is None or self._accept(passage)


def open_index(directory: Path, embedder: Embedder) -> Index:
    """Open the index below `directory`; IndexMismatch when it was not built for `embedder` or this program."""
    build = current_build(directory)
    manifest = read_manifest(build)
    problem = mismatch(manifest, embedder)
    if problem:
        raise IndexMismatch(f"{directory}: {problem}; rebuild the index with {BUILD}")
    return Index(build, manifest, embedder)
