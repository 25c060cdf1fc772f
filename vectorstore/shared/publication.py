"""Publishing: this machine's guidelines and decisions become those of everybody."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from vectorstore.dense import HNSW
from vectorstore.errors import ServerUnavailable, UnusablePassages
from vectorstore.files import current_build
from vectorstore.manifest import Manifest, read_manifest
from vectorstore.passage import Kind, Passage
from vectorstore.passage_file import combined_hash
from vectorstore.shard import Shard
from vectorstore.shared.connection import Server, is_missing, session
from vectorstore.shared.lease import lease
from vectorstore.shared.wire import metadata_of

SHARED_KINDS: tuple[Kind, ...] = ("guideline", "decision")
"""What belongs to the organisation; cards belong to the program."""
_POINTER = "drafter-current"
_BATCH = 500
Progress = Callable[[int, int], None]


class Publication(NamedTuple):
    """What the server holds."""

    name: str
    manifest: Manifest


def publish(directory: Path, server: Server, progress: Progress | None = None) -> Publication:
    """Put the guidelines and decisions of the index below `directory` in place of what the server has.

    Until the switch at the end the publication before answers, and goes on answering if this process dies.
    IndexLocked when another is publishing.
    """
    build = current_build(directory)
    manifest = _shared_part(read_manifest(build))
    with session(server) as client, lease(client, server) as held:
        before = {str(_pointer(client).get("name"))}
        _sweep(client, before)
        publication = Publication(f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}", manifest)
        done = 0
        for kind in manifest.kinds:
            for count in _upload(client, collection_name(kind, publication.name), Shard(build / kind)):
                held.renew()
                done += count
                if progress:
                    progress(done, manifest.passages)
        held.check()
        _point(client, publication)
        _sweep(client, {publication.name} | before)
    return publication


def current(client: Any, server: Server) -> Publication | None:  # noqa: ANN401 - naming chromadb's types would import it
    """The publication that answers; None when nothing was published yet."""
    said = _pointer(client)
    if not said:
        return None
    try:
        return Publication(str(said["name"]), Manifest.model_validate_json(str(said["manifest"])))
    except (KeyError, ValidationError) as error:
        raise ServerUnavailable(
            f"{server.url}: was published to by another version of this program; run `drafter index publish`"
        ) from error


def _pointer(client: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """What the server says about the publication that answers; empty before the first."""
    try:
        return client.get_collection(_POINTER, embedding_function=None).metadata or {}
    except Exception as error:
        if is_missing(error):
            return {}
        raise


def collection_name(kind: Kind, publication: str) -> str:
    return f"drafter-{kind}-{publication}"


def _shared_part(manifest: Manifest) -> Manifest:
    kinds = {kind: count for kind, count in manifest.kinds.items() if kind in SHARED_KINDS}
    if not kinds:
        raise UnusablePassages("there are no guidelines or decisions to publish; add some with `drafter index add`")
    digests = {kind: manifest.digests[kind] for kind in kinds}
    update = {
        "kinds": kinds,
        "digests": digests,
        "passages": sum(kinds.values()),
        "corpus_hash": combined_hash(digests),
        "corpora": {},
    }
    return manifest.model_copy(update=update)


def _upload(client: Any, name: str, shard: Shard) -> Iterator[int]:  # noqa: ANN401
    """Fill a new collection from a shard, batch by batch; yields the size of each."""
    collection = client.create_collection(name, configuration={"hnsw": HNSW}, embedding_function=None)
    try:
        for start in range(0, len(shard), _BATCH):
            batch = [shard.passages.at(row) for row in range(start, min(start + _BATCH, len(shard)))]
            _add(collection, batch, shard)
            yield len(batch)
    finally:
        shard.close()


def _add(collection: Any, batch: Sequence[Passage], shard: Shard) -> None:  # noqa: ANN401
    ids = [passage.id for passage in batch]
    collection.add(
        ids=ids,
        embeddings=shard.dense.vectors(ids),
        documents=[passage.text for passage in batch],
        metadatas=[metadata_of(passage) for passage in batch],
    )


def _point(client: Any, publication: Publication) -> None:  # noqa: ANN401
    said = {"name": publication.name, "manifest": publication.manifest.model_dump_json()}
    client.get_or_create_collection(_POINTER, embedding_function=None).modify(metadata=said)


def _sweep(client: Any, keep: Collection[str]) -> None:  # noqa: ANN401
    """Remove collections that nobody asks for any more: replaced ones, and what a dead publisher left behind."""
    for collection in client.list_collections():
        _, _, publication = collection.name.partition("-")
        kind, _, name = publication.partition("-")
        if collection.name.startswith("drafter-") and kind in SHARED_KINDS and name not in keep:
            client.delete_collection(collection.name)
