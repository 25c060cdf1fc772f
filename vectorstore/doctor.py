"""Whether the parts of an index fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from vectorstore.embedder import Embedder
from vectorstore.errors import StoreError
from vectorstore.files import current_build
from vectorstore.manifest import Manifest, library_versions, mismatch, read_manifest
from vectorstore.passage import Kind
from vectorstore.shard import Shard

_SAME = 0.999
"""Cosine from which a passage that is embedded again counts as unchanged."""

_PARTS = ("manifest", "file", "bm25", "chroma")


class Check(NamedTuple):
    """A line of the doctor's report."""

    name: str
    ok: bool
    detail: str


def examine(directory: Path, embedder: Embedder) -> list[Check]:
    """Check the index below `directory`; the first part that cannot be read ends the list."""
    checks: list[Check] = []
    try:
        checks.extend(_examine(directory, embedder))
    except StoreError as error:
        checks.append(Check("readable", False, str(error)))
    return checks


def _examine(directory: Path, embedder: Embedder) -> Iterator[Check]:
    build = current_build(directory)
    manifest = read_manifest(build)
    yield Check("manifest", True, f"{build.name}, built {manifest.built_at:%Y-%m-%d %H:%M} UTC")
    problem = mismatch(manifest, embedder)
    yield Check("embedder", problem is None, problem or f"{manifest.embedder} ({manifest.dimension})")
    yield _libraries(manifest)
    if problem is None:
        yield from _contents(build, manifest, embedder)


def _libraries(manifest: Manifest) -> Check:
    installed = library_versions()
    changed = [f"{name} {old} → {installed[name]}" for name, old in manifest.versions.items() if installed[name] != old]
    return Check("libraries", True, "changed since: " + ", ".join(changed) if changed else "as when it was built")


def _contents(build: Path, manifest: Manifest, embedder: Embedder) -> Iterator[Check]:
    shards = {kind: Shard(build / kind) for kind in manifest.kinds}
    try:
        changed = [kind for kind, shard in shards.items() if shard.passages.digest() != manifest.digests.get(kind)]
        differ = "differ from what was indexed: " + ", ".join(changed)
        yield Check("passages", not changed, differ if changed else "as built")
        yield _counts(manifest, shards)
        spaces = {shard.dense.space for shard in shards.values()}
        yield Check("space", spaces == {manifest.space}, ", ".join(sorted(spaces)))
        yield _vectors(shards, embedder)
    finally:
        for shard in shards.values():
            shard.close()


def _counts(manifest: Manifest, shards: dict[Kind, Shard]) -> Check:
    """Whether every part has as many passages, told in all and for each kind that is wrong."""
    counts = {
        kind: (manifest.kinds[kind], len(shard), len(shard.keyword), len(shard.dense)) for kind, shard in shards.items()
    }
    wrong = [f"{kind} {_numbers(numbers)}" for kind, numbers in counts.items() if len(set(numbers)) > 1]
    total = (manifest.passages, *map(sum, list(zip(*counts.values(), strict=True))[1:]))
    return Check("counts", not wrong and len(set(total)) == 1, "; ".join(wrong) or _numbers(total))


def _numbers(counts: Sequence[int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in zip(_PARTS, counts, strict=True))


def _vectors(shards: dict[Kind, Shard], embedder: Embedder) -> Check:
    """Embeds the first passage of each shard again."""
    cosines = {}
    for shard in shards.values():
        first = next(iter(shard.passages))
        cosines[first.id] = float(embedder.embed([first.searchable])[0] @ shard.dense.vector(first.id))
    detail = "; ".join(f"{name} embedded again: cosine {cosine:.3f}" for name, cosine in cosines.items())
    return Check("vectors", all(cosine >= _SAME for cosine in cosines.values()), detail)
