"""Whether the parts of an index fit together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vectorstore.dense import DenseIndex
from vectorstore.embedder import Embedder
from vectorstore.errors import StoreError
from vectorstore.files import CHROMA, KEYWORD, current_build
from vectorstore.keyword import KeywordIndex
from vectorstore.manifest import Manifest, library_versions, mismatch, read_manifest
from vectorstore.passage_file import corpus_hash, read_passages

_SAME = 0.999
"""Cosine from which a passage that is embedded again counts as unchanged."""


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
    passages = read_passages(build)
    unchanged = corpus_hash(passages) == manifest.corpus_hash
    yield Check("passages", unchanged, "as built" if unchanged else "differ from what was indexed")
    keyword = KeywordIndex.load(build / KEYWORD)
    dense = DenseIndex.open(build / CHROMA, [passage.id for passage in passages])
    try:
        counts = {"manifest": manifest.passages, "file": len(passages), "bm25": len(keyword), "chroma": len(dense)}
        detail = ", ".join(f"{name} {count}" for name, count in counts.items())
        yield Check("counts", len(set(counts.values())) == 1, detail)
        yield Check("space", dense.space == manifest.space, dense.space)
        first = passages[0]
        cosine = float(embedder.embed([first.searchable])[0] @ dense.vector(first.id))
        yield Check("vectors", cosine >= _SAME, f"{first.id} embedded again: cosine {cosine:.3f}")
    finally:
        dense.close()
