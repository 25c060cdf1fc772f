"""Vectors: one Chroma collection, cosine space. The only module that knows chromadb."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vectorstore.embedders.rows import unit
from vectorstore.errors import BUILD, IndexDamaged, first_line, unwritable
from vectorstore.files import VECTORS
from vectorstore.passage import Passage
from vectorstore.similarity import by_similarity, from_distance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COLLECTION = "passages"
HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 800, "max_neighbors": 48}
"""Measured with 100,000 guideline passages: figures in docs/scale.md."""
_EXACT = 20_000
"""Up to so many passages every vector is compared.

Chroma's graph is approximate: among 3,000 decisions in nearly the same words it found 3 of the 10 nearest, and not the
same ones in every process. Comparing all takes 0.1 ms for 2,000 passages and always gives the same answer.
"""
_BATCH = 500
_Copy = tempfile.TemporaryDirectory[str]


class Neighbour(NamedTuple):
    """A passage found by its vector."""

    id: str
    similarity: float


class DenseIndex:
    """The vectors of one build."""

    def __init__(
        self,
        client: Any,  # noqa: ANN401 - naming chromadb's types would import it
        collection: Any,  # noqa: ANN401
        ids: Sequence[str],
        copy: _Copy | None = None,
        mapped: Path | None = None,
    ) -> None:
        self._client = client
        self._collection = collection
        self._ids = ids
        self._copy = copy
        self._mapped = mapped

    @classmethod
    def create(
        cls,
        folder: Path,
        passages: Sequence[Passage],
        embed: Callable[[Sequence[str]], NDArray[np.float32]],
        progress: Callable[[int, int], None] | None = None,
    ) -> DenseIndex:
        """Embed `passages` and store them in a new collection; `progress` is told (done, total)."""
        with _writing(folder):
            client = _client(folder)
            collection = client.create_collection(_COLLECTION, configuration={"hnsw": HNSW}, embedding_function=None)
        mapped = folder.with_name(VECTORS) if len(passages) > _EXACT else None
        for start in range(0, len(passages), _BATCH):
            batch = passages[start : start + _BATCH]
            vectors = embed([passage.searchable for passage in batch])
            # Without texts: Chroma would write a second index of every word, which takes half of the time and the disk.
            with _writing(folder):
                collection.add(ids=[passage.id for passage in batch], embeddings=vectors)
            if mapped:
                _append(mapped, vectors, start, len(passages))
            if progress:
                progress(start + len(batch), len(passages))
        return cls(client, collection, [passage.id for passage in passages], mapped=mapped)

    @classmethod
    def open(cls, folder: Path, ids: Sequence[str]) -> DenseIndex:
        """Open the vectors of the passages `ids`, which are in ascending order."""
        try:
            if not folder.is_dir():
                raise FileNotFoundError("the folder is missing")
            copy = None if os.access(folder, os.W_OK) else _copy(folder)
            client = _client(Path(copy.name) / folder.name if copy else folder)
            collection = client.get_collection(_COLLECTION, embedding_function=None)
            return cls(client, collection, ids, copy, folder.with_name(VECTORS))
        except Exception as error:  # chromadb raises its own, SQLite's and Rust's errors
            raise _damaged(error) from error

    def __len__(self) -> int:
        return int(self._collection.count())

    @property
    def space(self) -> str:
        return str(self._collection.configuration_json["hnsw"]["space"])

    def compares(self, count: int) -> bool:
        """Whether so many vectors are few enough to compare every one."""
        return are_few(count)

    def search(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        """The `limit` nearest passages, best first; equal similarities by id."""
        return self._guarded(self._exact if self.compares(len(self._ids)) else self._approximate, vector, limit)

    def search_among(self, vector: NDArray[np.float32], rows: NDArray[np.intp] | None, limit: int) -> list[Neighbour]:
        """The `limit` nearest of the passages in these ascending rows, or of all; each of them is compared."""
        return self._guarded(self._exact, vector, limit, rows)

    def _guarded(
        self, search: Callable[..., list[Neighbour]], vector: NDArray[np.float32], *choice: object
    ) -> list[Neighbour]:
        if not vector.any():
            return []
        try:
            return search(vector, *choice)
        except IndexDamaged:
            raise
        except Exception as error:  # chromadb raises its own, SQLite's and Rust's errors
            raise _damaged(error) from error

    def _exact(self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.intp] | None = None) -> list[Neighbour]:
        return compared(self.all_vectors, self._ids, vector, limit, rows)

    def _approximate(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return sorted((Neighbour(name, from_distance(x)) for name, x in pairs), key=lambda n: (-n.similarity, n.id))

    @property
    def collection(self) -> Any:  # noqa: ANN401
        """Chroma's own, for what is not searched through this class."""
        return self._collection

    @cached_property
    def all_vectors(self) -> NDArray[np.float32]:
        """At length 1, in the order of the ids."""
        if self._mapped and self._mapped.exists():
            return map_vectors(self._mapped, len(self._ids))
        return unit_vectors(self._collection, self._ids)

    def vectors(self, ids: Sequence[str]) -> NDArray[np.float32]:
        """The stored vectors of some passages, in their order; IndexDamaged when one has none."""
        return _fetch(self._collection, ids)

    def stored_ids(self) -> list[str]:
        """The ids of all vectors, whether a passage belongs to them or not; slow for many."""
        return sorted(self._collection.get(include=[])["ids"])

    def close(self) -> None:
        self._client.close()
        if self._copy:
            self._copy.cleanup()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # chromadb raises its own, SQLite's and Rust's errors
        raise unwritable(folder, error) from error


def are_few(count: int) -> bool:
    """Whether so many vectors are compared one by one."""
    return count <= _EXACT


def compared(
    vectors: NDArray[np.float32],
    ids: Sequence[str],
    vector: NDArray[np.float32],
    limit: int,
    rows: NDArray[np.intp] | None = None,
) -> list[Neighbour]:
    """The `limit` nearest of the vectors in these ascending rows, or of all; `ids` are those of all."""
    import numpy as np

    ranking = by_similarity(vectors if rows is None else vectors[rows], vector / np.linalg.norm(vector), limit)
    return [Neighbour(ids[row if rows is None else rows[row]], value) for row, value in ranking]


def unit_vectors(collection: Any, ids: Sequence[str]) -> NDArray[np.float32]:  # noqa: ANN401
    """All vectors at length 1, in the order of the ids. Chroma is slow to list many, and fast to fetch by id."""
    import numpy as np

    batches = [_fetch(collection, ids[start : start + _BATCH]) for start in range(0, len(ids), _BATCH)]
    return unit(np.concatenate(batches))


def _fetch(collection: Any, ids: Sequence[str]) -> NDArray[np.float32]:  # noqa: ANN401
    import numpy as np

    found = collection.get(ids=list(ids), include=["embeddings"])
    rows = dict(zip(found["ids"], found["embeddings"], strict=True))
    if missing := [name for name in ids if name not in rows]:
        raise IndexDamaged(f"passage {missing[0]!r}: has no vector; rebuild the index with {BUILD}")
    return np.array([rows[name] for name in ids], dtype=np.float32)


def _client(folder: Path) -> Any:  # noqa: ANN401 - naming chromadb's types would import it
    import chromadb
    from chromadb.config import Settings

    # Everything that a stray `.env` or CHROMA_ variable could use to send passages elsewhere is given here.
    settings = Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
        chroma_otel_collection_endpoint="",
        chroma_server_host=None,
    )
    return chromadb.PersistentClient(folder, settings=settings)


def _append(file: Path, vectors: NDArray[np.float32], start: int, rows: int) -> None:
    """Write a batch of vectors, at length 1, to the file that is mapped into memory for exact searches of many."""
    from numpy.lib.format import open_memmap

    mode, shape = ("w+", (rows, vectors.shape[1])) if start == 0 else ("r+", None)
    array = open_memmap(file, mode, dtype="float32" if shape else None, shape=shape)
    array[start : start + len(vectors)] = vectors
    array.flush()


def map_vectors(file: Path, rows: int) -> NDArray[np.float32]:
    """The vectors of a file, mapped into memory; IndexDamaged when they are not so many."""
    import numpy as np

    try:
        vectors: NDArray[np.float32] = np.load(file, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise IndexDamaged(f"{file}: cannot be read ({first_line(error)}); rebuild the index with {BUILD}") from error
    if vectors.ndim != 2 or len(vectors) != rows:
        raise IndexDamaged(f"{file}: has shape {vectors.shape} instead of {rows} rows; rebuild the index with {BUILD}")
    return vectors


def _copy(folder: Path) -> _Copy:
    """Chroma writes to its database when it opens it: of a read-only one, a copy has to be opened."""
    place = tempfile.TemporaryDirectory(prefix="index-", ignore_cleanup_errors=True)
    shutil.copytree(folder, Path(place.name) / folder.name)
    return place


def _damaged(error: Exception) -> IndexDamaged:
    return IndexDamaged(f"the vectors cannot be read ({first_line(error)}); rebuild the index with {BUILD}")
