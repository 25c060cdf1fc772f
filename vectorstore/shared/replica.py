"""What a client keeps of a publication: its passages and their words, made once and known by the publication's name.

<folder>/<publication>/<kind>/      passages.jsonl with its table, keyword/, vectors.npy
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.columns import write_columns
from vectorstore.dense import DenseIndex, Neighbour, unit_vectors
from vectorstore.errors import IndexMismatch, ServerUnavailable
from vectorstore.files import KEYWORD, VECTORS
from vectorstore.index import Index
from vectorstore.keyword import KeywordIndex
from vectorstore.manifest import mismatch
from vectorstore.passage import Kind, Passage
from vectorstore.passage_file import combined_hash, ordered, write_passages
from vectorstore.shard import Shard
from vectorstore.shared.connection import Server, connect, session, told
from vectorstore.shared.publication import SHARED_KINDS, Publication, collection_name, current
from vectorstore.shared.wire import passage_from

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 500
_KEPT = 2
"""Publications that a client keeps: the one that answers, and the one that another process may still have open."""
Progress = Callable[[int, int], None]


def attach(
    local: Index, server: Server, folder: Path, progress: Progress | None = None, exact: int | None = None
) -> Index:
    """`local` with the guidelines and decisions of the server in place of its own; `folder` keeps what is derived.

    Vectors are searched on the server, except where all are compared: of up to `exact` passages of a kind, as in an
    index of this machine, and under a filter that lets few through. `local` must not be used afterwards.
    """
    with session(server) as client:
        publication = current(client, server)
        if publication is None:
            raise ServerUnavailable(f"{server.url}: nothing is published there yet; run `drafter index publish`")
        if problem := mismatch(publication.manifest, local.embedder):
            raise IndexMismatch(
                f"{server.url}: {problem}; use the embedder it was published with, or publish it anew with"
                " `drafter index publish`"
            )
        _make(client, publication, server, folder, progress)
    return _joined(local, publication, server, folder, exact)


def _joined(local: Index, publication: Publication, server: Server, folder: Path, exact: int | None) -> Index:
    shards = {kind: shard for kind, shard in local.shards.items() if kind not in SHARED_KINDS}
    for kind in publication.manifest.kinds:
        place = folder / publication.name / kind
        shards[kind] = SharedShard(place, server, collection_name(kind, publication.name), exact)
    digests = {kind: digest for kind, digest in local.manifest.digests.items() if kind in shards}
    digests |= publication.manifest.digests
    kinds = {kind: len(shard) for kind, shard in sorted(shards.items())}
    update = {
        "kinds": kinds,
        "digests": digests,
        "passages": sum(kinds.values()),
        "corpus_hash": combined_hash(digests),
        "built_at": publication.manifest.built_at,
    }
    return Index(local.manifest.model_copy(update=update), local.embedder, shards)


class SharedShard(Shard):
    """Passages of one kind: text and words from this machine's replica, vectors from the server."""

    def __init__(self, folder: Path, server: Server, collection: str, exact: int | None) -> None:
        super().__init__(folder)
        self._server = server
        self._name = collection
        self._few = exact

    @property
    def dense(self) -> DenseIndex:
        with self._opening:
            if self._dense is None:
                with told(self._server):
                    client = connect(self._server)
                    collection = client.get_collection(self._name, embedding_function=None)
                self._dense = SharedDense(client, collection, self.passages.ids, mapped=self.folder / VECTORS)
                self._dense.use(self._server, self._few)
            return self._dense

    def _compares(self, count: int) -> bool:
        return self.dense.compares(count)

    def _nearest_of(self, vector: NDArray[np.float32], rows: NDArray[np.intp] | None, limit: int) -> list[Neighbour]:
        return self.dense.search_among(vector, rows, limit)


class SharedDense(DenseIndex):
    """The vectors of one collection on the server; where all have to be compared, those of the replica are."""

    def use(self, server: Server, exact: int | None) -> None:
        self._server = server
        self._few = exact

    def compares(self, count: int) -> bool:
        """Whether so many vectors are few enough to compare every one."""
        return super().compares(count) if self._few is None else count <= self._few

    def _guarded(
        self, search: Callable[..., list[Neighbour]], vector: NDArray[np.float32], *choice: object
    ) -> list[Neighbour]:
        if not vector.any():
            return []
        with told(self._server):
            return search(vector, *choice)


def _make(
    client: Any,  # noqa: ANN401 - naming chromadb's types would import it
    publication: Publication,
    server: Server,
    folder: Path,
    progress: Progress | None,
) -> None:
    """Derive the replica unless it is there. Made beside its place, so that nobody meets half of one."""
    place = folder / publication.name
    if place.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / f".{publication.name}.{uuid.uuid4().hex[:8]}"
    try:
        for kind, digest in publication.manifest.digests.items():
            collection = client.get_collection(collection_name(kind, publication.name), embedding_function=None)
            (scratch / kind).mkdir(parents=True)
            if _make_shard(collection, kind, scratch / kind, progress) != digest:
                raise ServerUnavailable(
                    f"{server.url}: its {kind} passages are not those that were published; publish them anew with"
                    " `drafter index publish`"
                )
        with suppress(OSError):  # another process was first, with the same
            scratch.rename(place)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _sweep(folder)


def _make_shard(collection: Any, kind: Kind, folder: Path, progress: Progress | None) -> str:  # noqa: ANN401
    """Returns the digest of the passages."""
    import numpy as np

    passages = ordered(_passages(collection, kind, progress))
    digest = write_passages(folder, passages)
    write_columns(folder, passages)
    KeywordIndex.build([passage.searchable for passage in passages]).save(folder / KEYWORD)
    np.save(folder / VECTORS, unit_vectors(collection, [passage.id for passage in passages]), allow_pickle=False)
    return digest


def _passages(collection: Any, kind: Kind, progress: Progress | None) -> Iterator[Passage]:  # noqa: ANN401
    ids = sorted(collection.get(include=[])["ids"])
    for start in range(0, len(ids), _BATCH):
        found = collection.get(ids=ids[start : start + _BATCH], include=["documents", "metadatas"])
        for name, text, metadata in zip(found["ids"], found["documents"], found["metadatas"], strict=True):
            yield passage_from(kind, name, text, metadata)
        if progress:
            progress(min(start + _BATCH, len(ids)), len(ids))


def _sweep(folder: Path) -> None:
    """Remove replicas of publications that were replaced, and what a crash left behind."""
    replicas = sorted((place for place in folder.iterdir() if place.is_dir()), key=lambda place: place.stat().st_mtime)
    for place in replicas[:-_KEPT]:
        shutil.rmtree(place, ignore_errors=True)
