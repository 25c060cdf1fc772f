"""Building an index: beside the one that answers, then one switch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from vectorstore.dense import DenseIndex
from vectorstore.embedder import Embedder
from vectorstore.errors import StoreError
from vectorstore.files import CHROMA, KEYWORD, current_build, new_build, sweep, switch_to
from vectorstore.keyword import KeywordIndex
from vectorstore.lock import writer_lock
from vectorstore.manifest import SCHEMA_VERSION, Manifest, library_versions, mismatch, read_manifest, write_manifest
from vectorstore.passage import Passage
from vectorstore.passage_file import corpus_hash, ordered, read_passages, write_passages

Progress = Callable[[int, int], None]
"""Is told how many passages are done, and of how many."""


def build_index(
    passages: Iterable[Passage],
    directory: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    only_if_stale: bool = False,
) -> Manifest:
    """Index `passages` below `directory`, in place of what answered before.

    Until the switch at the end the old index answers, and goes on answering if this process dies. IndexLocked when
    another process is building. `only_if_stale` leaves an index of the same passages as it is, which is for several
    processes that find the same thing to do: it is looked up once this one has the right to write.
    """
    corpus = ordered(passages)
    with writer_lock(directory):
        if only_if_stale and (current := _current(directory, embedder, corpus)):
            return current
        before = _answering(directory)
        sweep(directory, keep=before)
        build = new_build(directory)
        manifest = _write(build, corpus, embedder, progress)
        switch_to(directory, build)
        sweep(directory, keep={build} | before)
    return manifest


def _write(build: Path, corpus: Sequence[Passage], embedder: Embedder, progress: Progress | None) -> Manifest:
    write_passages(build, corpus)
    KeywordIndex.build([passage.searchable for passage in corpus]).save(build / KEYWORD)
    DenseIndex.create(build / CHROMA, corpus, embedder.embed, progress).close()
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        embedder=embedder.name,
        dimension=embedder.dimension,
        space="cosine",
        corpus_hash=corpus_hash(corpus),
        passages=len(corpus),
        kinds=dict(sorted(Counter(passage.kind for passage in corpus).items())),
        versions=library_versions(),
        built_at=datetime.now(UTC).replace(microsecond=0),
    )
    write_manifest(build, manifest)
    return manifest


def _current(directory: Path, embedder: Embedder, corpus: Sequence[Passage]) -> Manifest | None:
    """The manifest of the index that answers, when it can be searched and holds these passages."""
    try:
        build = current_build(directory)
        manifest = read_manifest(build)
        usable = mismatch(manifest, embedder) is None and manifest.passages == len(corpus)
        return manifest if usable and read_passages(build) == corpus else None
    except StoreError:
        return None


def _answering(directory: Path) -> set[Path]:
    try:
        return {current_build(directory)}
    except StoreError:
        return set()
