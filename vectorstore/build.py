"""Building an index: beside the one that answers, then one switch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, IndexMismatch, StoreError, UnusablePassages, unwritable
from vectorstore.files import current_build, new_build, sweep, switch_to
from vectorstore.lock import writer_lock
from vectorstore.manifest import SCHEMA_VERSION, Manifest, library_versions, mismatch, read_manifest, write_manifest
from vectorstore.passage import Kind, Passage
from vectorstore.passage_file import PassageFile, by_kind, combined_hash, ordered, passage_digests
from vectorstore.shard import carry_over, write_shard

Progress = Callable[[int, int], None]
"""Is told how many passages are done, and of how many."""


class _Kept(NamedTuple):
    """A shard of the present build that is carried over."""

    folder: Path
    passages: PassageFile
    digest: str


def build_index(
    passages: Iterable[Passage],
    directory: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    only_if_stale: bool = False,
    keep: Collection[Kind] = (),
    corpora: Mapping[str, str] | None = None,
) -> Manifest:
    """Index `passages` below `directory`, in place of what answered before.

    Until the switch at the end the old index answers, and goes on answering if this process dies. IndexLocked when
    another process is building. `passages` are read once this one has the right to write.

    The shards of the kinds in `keep` are carried over from the present build as they are; IndexMissing, IndexMismatch
    or IndexDamaged when that cannot be done, and then everything has to be indexed. `corpora` names what was indexed,
    with a digest of each. `only_if_stale` leaves an index of the same corpora as it is, or without them one of the same
    passages, which is for several processes that find the same thing to do.
    """
    with writer_lock(directory):
        if only_if_stale and corpora and (current := _current(directory, embedder, corpora)):
            return current
        kept = _kept(directory, embedder, keep)
        corpus = _beside(kept, passages)
        if only_if_stale and not corpora and (current := _current(directory, embedder, _hash(corpus, kept))):
            return current
        before = _answering(directory)
        sweep(directory, keep=before)
        try:
            build = new_build(directory)
            manifest = _write(build, corpus, kept, embedder, dict(corpora or {}), progress)
            switch_to(directory, build)
        except OSError as error:
            if error.filename and directory not in Path(error.filename).parents:
                raise  # an embedder's own files
            raise unwritable(directory, error) from error
        sweep(directory, keep={build} | before)
    return manifest


def _write(
    build: Path,
    corpus: list[Passage],
    kept: dict[Kind, _Kept],
    embedder: Embedder,
    corpora: dict[str, str],
    progress: Progress | None,
) -> Manifest:
    counts = {kind: len(shard.passages) for kind, shard in kept.items()}
    digests = {kind: shard.digest for kind, shard in kept.items()}
    for kind, shard in kept.items():
        carry_over(shard.folder, build / kind)
    done = 0
    for kind, members in by_kind(corpus).items():
        digests[kind] = write_shard(build / kind, members, embedder, _from(done, len(corpus), progress))
        counts[kind] = len(members)
        done += len(members)
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        embedder=embedder.name,
        dimension=embedder.dimension,
        space="cosine",
        corpus_hash=combined_hash(digests),
        passages=sum(counts.values()),
        kinds=dict(sorted(counts.items())),
        digests=dict(sorted(digests.items())),
        corpora=dict(sorted(corpora.items())),
        versions=library_versions(),
        built_at=datetime.now(UTC).replace(microsecond=0),
    )
    write_manifest(build, manifest)
    return manifest


def _from(done: int, total: int, progress: Progress | None) -> Progress | None:
    """Progress within a shard as progress within the corpus."""
    return (lambda count, _: progress(done + count, total)) if progress else None


def _kept(directory: Path, embedder: Embedder, keep: Collection[Kind]) -> dict[Kind, _Kept]:
    """The shards to carry over, whose passages are as they were indexed."""
    if not keep:
        return {}
    build = current_build(directory)
    manifest = read_manifest(build)
    if problem := mismatch(manifest, embedder):
        raise IndexMismatch(f"{directory}: {problem}; rebuild the index with {BUILD}")
    return {kind: _intact(build / kind, manifest.digests[kind]) for kind in sorted(keep) if kind in manifest.kinds}


def _intact(folder: Path, digest: str) -> _Kept:
    passages = PassageFile(folder)
    if passages.digest() != digest:
        raise IndexDamaged(f"{folder}: its passages differ from what was indexed; rebuild the index with {BUILD}")
    return _Kept(folder, passages, digest)


def _beside(kept: dict[Kind, _Kept], passages: Iterable[Passage]) -> list[Passage]:
    """The passages in order; none may be of a kept kind or have the id of a kept passage."""
    corpus = ordered(passages)
    if not corpus and not kept:
        raise UnusablePassages("there are no passages to index")
    for passage in corpus:
        if passage.kind in kept:
            raise UnusablePassages(f"passage {passage.id!r}: {passage.kind} passages are kept; index them or keep them")
        if any(shard.passages.row(passage.id) is not None for shard in kept.values()):
            raise UnusablePassages(f"passage {passage.id!r}: the id is used twice; give each passage its own")
    return corpus


def _hash(corpus: list[Passage], kept: dict[Kind, _Kept]) -> str:
    return combined_hash({**passage_digests(corpus), **{kind: shard.digest for kind, shard in kept.items()}})


def _current(directory: Path, embedder: Embedder, wanted: Mapping[str, str] | str) -> Manifest | None:
    """The manifest of the index that answers, when it can be searched and holds these corpora, or passages by hash."""
    try:
        build = current_build(directory)
        manifest = read_manifest(build)
        if mismatch(manifest, embedder) or wanted not in (manifest.corpora, manifest.corpus_hash):
            return None
        for kind, digest in manifest.digests.items():
            _intact(build / kind, digest)
    except StoreError:
        return None
    return manifest


def _answering(directory: Path) -> set[Path]:
    try:
        return {current_build(directory)}
    except StoreError:
        return set()
