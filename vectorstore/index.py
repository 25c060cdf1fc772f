"""Hybrid search over an index on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.build import build_index
from vectorstore.columns import Value, Where
from vectorstore.dense import Neighbour
from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, IndexMismatch
from vectorstore.files import hold_current
from vectorstore.fusion import EQUAL, Weights, reciprocal_rank_fusion
from vectorstore.manifest import Manifest, mismatch, read_manifest
from vectorstore.passage import Hit, Kind, Passage
from vectorstore.shard import Accept, Shard, Wanted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Accept", "Index", "Where", "build_index", "open_index"]

_POOL = 40
"""Accepted passages that each ranking contributes to the fusion, at least."""


class Index:
    """An index that is open for reading. Passages, vectors and words are read when they are first needed."""

    def __init__(self, manifest: Manifest, embedder: Embedder, shards: Mapping[Kind, Shard]) -> None:
        self.manifest = manifest
        self._embedder = embedder
        self._shards = {kind: shards[kind] for kind in sorted(shards)}
        if len(self) != manifest.passages:
            raise IndexDamaged(
                f"the index has {len(self)} passages instead of {manifest.passages}; rebuild with {BUILD}"
            )

    @property
    def embedder(self) -> Embedder:
        return self._embedder

    @property
    def shards(self) -> Mapping[Kind, Shard]:
        return self._shards

    def __len__(self) -> int:
        return sum(map(len, self._shards.values()))

    def __iter__(self) -> Iterator[Passage]:
        """All passages, kind by kind; of a large library they are better not asked for."""
        return chain.from_iterable(shard.passages for shard in self._shards.values())

    def of_kind(self, kind: Kind) -> Iterator[Passage]:
        """All passages of a kind by id."""
        return iter(self._shards[kind].passages if kind in self._shards else ())

    def values(self, kind: Kind, name: str) -> list[Value]:
        """The values of a name of metadata that occur among the passages of a kind, each once; none is read for it."""
        return self._shards[kind].columns.values(name) if kind in self._shards else []

    def passage(self, passage_id: str) -> Passage | None:
        found = (shard.passages.get(passage_id) for shard in self._shards.values())
        return next((passage for passage in found if passage), None)

    def search(
        self,
        text: str,
        k: int = 8,
        kind: Kind | None = None,
        accept: Accept | None = None,
        weights: Weights = EQUAL,
        where: Where | None = None,
    ) -> list[Hit]:
        """The `k` best passages of `kind` that `accept` lets through, best first; fewer only when there are no more.

        Vectors and words are ranked apart, each over accepted passages only, and fused. `where` asks about values of
        metadata, as in `{"edition": lambda edition: edition == "2009"}`, or under a tuple of names about several at
        once. It is asked once for each value or combination that occurs: of a large library it is the way to leave
        most passages out. `accept` may look at whatever a passage holds, and has to read it.
        """
        return self.search_text_batch([text], k, kind, accept, weights, where)[0]

    def search_text_batch(
        self,
        texts: Sequence[str],
        k: int = 8,
        kind: Kind | None = None,
        accept: Accept | None = None,
        weights: Weights = EQUAL,
        where: Where | None = None,
    ) -> list[list[Hit]]:
        """`search` for several texts, which are embedded together."""
        names = [kind] if kind else list(self._shards)
        asked = [(shard, Wanted(shard, accept, where)) for name, shard in self._shards.items() if name in names]
        vectors = self._embedder.embed(texts)
        return [self._search(text, vector, k, asked, weights) for text, vector in zip(texts, vectors, strict=True)]

    def close(self) -> None:
        """Let go of the databases; the index must not be searched afterwards."""
        for shard in self._shards.values():
            shard.close()

    def _search(
        self, text: str, vector: NDArray[np.float32], k: int, asked: list[tuple[Shard, Wanted]], weights: Weights
    ) -> list[Hit]:
        pool = max(k, _POOL)
        dense = _by_similarity([shard.nearest(vector, pool, wanted) for shard, wanted in asked])[:pool]
        keyword = _by_rank([shard.matching(text, pool, wanted) for shard, wanted in asked])[:pool]
        similarities = dict(dense)
        dense_ranks = {name: rank for rank, (name, _) in enumerate(dense, start=1)}
        keyword_ranks = {name: rank for rank, name in enumerate(keyword, start=1)}
        fused = reciprocal_rank_fusion([dense_ranks, keyword_ranks], weights)
        return [
            Hit(self._found(name), score, dense_ranks.get(name), keyword_ranks.get(name), similarities.get(name))
            for name, score in fused[:k]
        ]

    def _found(self, passage_id: str) -> Passage:
        passage = self.passage(passage_id)
        if passage is None:
            raise IndexDamaged(f"passage {passage_id!r}: has a vector and no text; rebuild the index with {BUILD}")
        return passage


def _by_similarity(shards: list[list[Neighbour]]) -> list[Neighbour]:
    """Cosine is the same scale everywhere: the neighbours of all shards as if they were one."""
    return sorted(chain.from_iterable(shards), key=lambda neighbour: (-neighbour.similarity, neighbour.id))


def _by_rank(shards: list[list[str]]) -> list[str]:
    """BM25 of two shards cannot be compared, since each knows the rarity of words among its own: by rank, then id."""
    places = ((rank, name) for ranking in shards for rank, name in enumerate(ranking))
    return [name for _, name in sorted(places)]


def open_index(directory: Path, embedder: Embedder) -> Index:
    """Open the index below `directory`; IndexMismatch when it was not built for `embedder` or this program."""
    build, held = hold_current(directory)
    manifest = read_manifest(build)
    problem = mismatch(manifest, embedder)
    if problem:
        raise IndexMismatch(f"{directory}: {problem}; rebuild the index with {BUILD}")
    return Index(manifest, embedder, {kind: Shard(build / kind, held) for kind in manifest.kinds})
