"""What an index was built from, by what."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, IndexMismatch, first_line
from vectorstore.files import MANIFEST, write_atomically
from vectorstore.passage import Kind

SCHEMA_VERSION = 2
"""Changes with the layout of the files, the tokenizer and the preparation of the embedded text."""
_LIBRARIES = ("bm25s", "chromadb", "numpy", "wordllama")


class Manifest(BaseModel):
    """Written last: a build without it is not complete."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: int
    embedder: str
    dimension: int
    space: Literal["cosine"]
    corpus_hash: str
    """Identifies all passages: SHA-256 over `digests`."""
    passages: int
    kinds: dict[Kind, int]
    """Passages of each kind."""
    digests: dict[Kind, str]
    """SHA-256 of each kind's `passages.jsonl`."""
    corpora: dict[str, str] = Field(default_factory=dict)
    """What was indexed, by the names of the caller, with a digest of each: whether an index is up to date is told by
    these without reading the passages again."""
    versions: dict[str, str]
    """Libraries that wrote the index."""
    built_at: datetime


class _Schema(BaseModel):
    """What every manifest has, whatever its layout."""

    schema_version: int


def library_versions() -> dict[str, str]:
    return {name: version(name) for name in _LIBRARIES}


def write_manifest(build: Path, manifest: Manifest) -> None:
    write_atomically(build / MANIFEST, manifest.model_dump_json(indent=2) + "\n")


def read_manifest(build: Path) -> Manifest:
    """The manifest of a build; IndexMismatch when its schema is another than this program's."""
    path = build / MANIFEST
    try:
        content = path.read_bytes()
        written = _Schema.model_validate_json(content).schema_version
        if written != SCHEMA_VERSION:
            problem = f"has schema {written}, this program reads {SCHEMA_VERSION}"
            raise IndexMismatch(f"{path}: {problem}; rebuild the index with {BUILD}")
        return Manifest.model_validate_json(content)
    except (OSError, ValidationError) as error:
        problem = first_line(error)
        raise IndexDamaged(f"{path}: cannot be read as a manifest ({problem}); rebuild with {BUILD}") from error


def mismatch(manifest: Manifest, embedder: Embedder) -> str | None:
    """Why an index with this manifest cannot be searched with `embedder` by this program; None when it can."""
    if (manifest.embedder, manifest.dimension) != (embedder.name, embedder.dimension):
        built, asked = f"{manifest.embedder} ({manifest.dimension})", f"{embedder.name} ({embedder.dimension})"
        return f"was built with embedder {built}, not with {asked}"
    written, installed = manifest.versions.get("chromadb", "0"), library_versions()["chromadb"]
    if _numbers(written) > _numbers(installed):
        return f"was written by chromadb {written}, which {installed} cannot read"
    return None


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split(".") if part.isdigit())
