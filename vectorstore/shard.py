"""The part of an index that holds the passages of one kind: its own file of passages, vectors and words.

Kinds change at different times and differ in size by orders of magnitude: new cards must not index a library anew, and
a search among the cards must not pay for it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vectorstore.columns import Columns, Where, write_columns
from vectorstore.dense import DenseIndex, Neighbour, are_few, compared, map_vectors
from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, first_line
from vectorstore.files import CHROMA, KEYWORD, VECTORS
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

    def __init__(self, folder: Path, held: BinaryIO | None = None) -> None:
        """`held` is kept open, so that the build of the shard is not swept away before all of it has been opened."""
        self.folder = folder
        self.passages = PassageFile(folder)
        self._held = held
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
    def vectors(self) -> NDArray[np.float32] | None:
        """At length 1, by row; None where only Chroma has them, as in what an earlier version built."""
        file = self.folder / VECTORS
        return map_vectors(file, len(self)) if file.exists() else None

    @cached_property
    def keyword(self) -> KeywordIndex:
        return KeywordIndex.load(self.folder / KEYWORD)

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.folder, len(self))

    def nearest(self, vector: NDArray[np.float32], pool: int, wanted: Wanted) -> list[Neighbour]:
        """The nearest wanted passages.

        Filtering what Chroma finds is cheaper than a filter in the database. Where few passages are left, or most turn
        out to be refused, each one that is left is compared, so that a filter never costs an answer.
        """
        if not vector.any():
            return []
        if not self._compares(wanted.count):
            found = self._wanted(self.dense.search(vector, wanted.depth(pool)), pool, wanted)
            if len(found) == pool:
                return found
            wanted.settle()
        for limit in (pool * _SPARE, len(self)):
            near = self._nearest_of(vector, wanted.rows, limit)
            found = self._wanted(near, pool, wanted)
            if len(found) == pool or len(near) < limit:
                break
        return found

    def _compares(self, count: int) -> bool:
        """Whether so many vectors are compared one by one."""
        return are_few(count)

    def _nearest_of(self, vector: NDArray[np.float32], rows: NDArray[np.intp] | None, limit: int) -> list[Neighbour]:
        """Each of these rows is compared; Chroma, whose import takes longer than all of a search, is done without."""
        if self.vectors is None:
            return self.dense.search_among(vector, rows, limit)
        return compared(self.vectors, self.passages.ids, vector, limit, rows)

    def matching(self, text: str, pool: int, wanted: Wanted) -> list[str]:
        """The wanted passages that share words with `text`, best first."""
        for limit in (pool * _SPARE, len(self)):
            ranking = self.keyword.ranking(text, limit, wanted.mask)
            found = list(islice((row for row, _ in ranking if wanted(row)), pool))
            if len(found) == pool or len(ranking) < limit:
                break
        return [self.passages.ids[row] for row in found]

    def _wanted(self, near: list[Neighbour], pool: int, wanted: Wanted) -> list[Neighbour]:
        """The first `pool` that are wanted; a vector without a passage is not."""
        rows = ((neighbour, self.passages.row(neighbour.id)) for neighbour in near)
        return list(islice((neighbour for neighbour, row in rows if row is not None and wanted(row)), pool))

    def close(self) -> None:
        """Let go of the database; the shard must not be searched afterwards."""
        if self._dense:
            self._dense.close()
        if self._held:
            self._held.close()


class Wanted:
    """Which passages of a shard may be found; asks `where` once for each value and `accept` once for each passage."""

    def __init__(self, shard: Shard, accept: Accept | None, where: Where | None) -> None:
        self.mask = shard.columns.mask(where) if where else None
        """For each row, whether it may be found as far as is known without asking `accept`; None when all may."""
        self._passages = shard.passages
        self._accept = accept
        self._answers: dict[int, bool] = {}

    def __call__(self, row: int) -> bool:
        if self.mask is not None and not self.mask[row]:
            return False
        if self._accept is None:
            return True
        if row not in self._answers:
            self._answers[row] = self._accept(self._passages.at(row))
        return self._answers[row]

    @property
    def count(self) -> int:
        """How many passages are left, before `accept` is asked."""
        return len(self._passages) if self.mask is None else int(self.mask.sum())

    @property
    def rows(self) -> NDArray[np.intp] | None:
        """Their rows; None when these are all."""
        return None if self.mask is None else self.mask.nonzero()[0]

    def depth(self, pool: int) -> int:
        """How many of the nearest to look at, so that `pool` wanted ones are probably among them."""
        spare = 1 if self._accept is None and self.mask is None else _SPARE
        return min(len(self._passages), spare * pool * len(self._passages) // max(self.count, 1))

    def settle(self) -> None:
        """Ask `accept` about every passage that is left."""
        import numpy as np

        if self._accept is None:
            return
        self.mask = np.fromiter(map(self, range(len(self._passages))), dtype=np.bool_)
        self._accept = None


def write_shard(
    folder: Path, passages: Sequence[Passage], embedder: Embedder, progress: Callable[[int, int], None] | None = None
) -> str:
    """Write a shard of ordered passages; `progress` is told (done, total). Returns the digest of the passages."""
    import numpy as np

    folder.mkdir()
    digest = write_passages(folder, passages)
    write_columns(folder, passages)
    KeywordIndex.build([passage.searchable for passage in passages]).save(folder / KEYWORD)
    dense = DenseIndex.create(folder / CHROMA, passages, embedder.embed, progress)
    if are_few(len(passages)):
        np.save(folder / VECTORS, dense.all_vectors, allow_pickle=False)
    dense.close()
    return digest


def carry_over(shard: Path, folder: Path) -> None:
    """Put a shard of another build at `folder`, unchanged.

    What is never written again shares its place on the disk. chromadb writes to its database whenever somebody opens
    it, so that one is copied, as it was before or after such a write.
    """
    shutil.copytree(shard, folder, ignore=shutil.ignore_patterns(CHROMA), copy_function=_link)
    shutil.copytree(shard / CHROMA, folder / CHROMA, ignore=shutil.ignore_patterns("*-journal"), copy_function=_copy)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _copy(source: str, target: str) -> None:
    if not source.endswith(".sqlite3"):
        shutil.copy2(source, target)
        return
    try:
        with closing(sqlite3.connect(source)) as database, closing(sqlite3.connect(target)) as copy:
            database.backup(copy)
    except sqlite3.Error as error:
        raise IndexDamaged(f"{source}: cannot be read ({first_line(error)}); rebuild the index with {BUILD}") from error
