"""The part of an index that holds the passages of one kind: its own file of passages, vectors and words.

Kinds change at different times and differ in size by orders of magnitude: new cards must not index a library anew, and
a search among the cards must not pay for it.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.dense import DenseIndex, Neighbour
from vectorstore.embedder import Embedder
from vectorstore.files import CHROMA, KEYWORD
from vectorstore.keyword import KeywordIndex
from vectorstore.passage import Passage
from vectorstore.passage_file import PassageFile, write_passages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Accept = Callable[[Passage], bool]
_SPARE = 4
"""Passages fetched for each that is wanted, and the factor by which the search widens."""


class Shard:
    """The passages of one kind, open for reading; the vectors and words are opened when they are first searched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.passages = PassageFile(folder)
        self._opening = threading.Lock()
        self._dense: DenseIndex | None = None

    def __len__(self) -> int:
        return len(self.passages)

    @property
    def dense(self) -> DenseIndex:
        with self._opening:
            if self._dense is None:
                self._dense = DenseIndex.open(self.folder / CHROMA, self.passages.ids)
            return self._dense

    @cached_property
    def keyword(self) -> KeywordIndex:
        return KeywordIndex.load(self.folder / KEYWORD)

    def nearest(self, vector: NDArray[np.float32], pool: int, wanted: Wanted) -> list[Neighbour]:
        """The nearest accepted passages. Filtering here and widening is cheaper than a filter in the database."""
        limit = pool * _SPARE
        while True:
            limit = min(limit, len(self))
            near = [neighbour for neighbour in self.dense.search(vector, limit) if wanted(neighbour.id)]
            if len(near) >= pool or limit >= len(self):
                return near[:pool]
            limit *= _SPARE

    def matching(self, text: str, pool: int, wanted: Wanted) -> list[str]:
        """The accepted passages that share words with `text`, best first."""
        return wanted.first(pool, (self.passages.ids[row] for row, _ in self.keyword.ranking(text)))

    def close(self) -> None:
        """Let go of the database; the shard must not be searched afterwards."""
        if self._dense:
            self._dense.close()


class Wanted:
    """Whether a passage of a shard may be found; asks `accept` once for each."""

    def __init__(self, passages: PassageFile, accept: Accept | None) -> None:
        self._passages = passages
        self._accept = accept
        self._answers: dict[str, bool] = {}

    def __call__(self, passage_id: str) -> bool:
        if self._accept is None:
            return True
        if passage_id not in self._answers:
            passage = self._passages.get(passage_id)
            self._answers[passage_id] = passage is not None and self._accept(passage)
        return self._answers[passage_id]

    def first(self, count: int, ids: Iterable[str]) -> list[str]:
        found: list[str] = []
        for name in ids:
            if len(found) == count:
                break
            if self(name):
                found.append(name)
        return found


def write_shard(
    folder: Path, passages: Sequence[Passage], embedder: Embedder, progress: Callable[[int, int], None] | None = None
) -> str:
    """Write a shard of ordered passages; `progress` is told (done, total). Returns the digest of the passages."""
    folder.mkdir()
    digest = write_passages(folder, passages)
    KeywordIndex.build([passage.searchable for passage in passages]).save(folder / KEYWORD)
    DenseIndex.create(folder / CHROMA, passages, embedder.embed, progress).close()
    return digest


def carry_over(shard: Path, folder: Path) -> None:
    """Put a shard of another build at `folder`, unchanged.

    What is never written again shares its place on the disk; chromadb writes to its database when it opens it.
    """
    shutil.copytree(shard, folder, ignore=shutil.ignore_patterns(CHROMA), copy_function=_link)
    shutil.copytree(shard / CHROMA, folder / CHROMA)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
