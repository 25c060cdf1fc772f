"""What an index was built from, by what."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from vectorstore.embedder import Embedder
from vectorstore.errors import BUILD, IndexDamaged, first_line
from vectorstore.files import MANIFEST, write_atomically

SCHEMA_VERSION = 1
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
    """SHA-256 of `passages.jsonl`."""
    passages: int
    kinds: dict[str, int]
    """Passages of each kind."""
    versions: dict[str, str]
    """Libraries that wrote the index."""
    built_at: datetime


def library_versions() -> dict[str, str]:
    return {name: version(name) for name in _LIBRARIES}


def write_manifest(build: Path, manifest: Manifest) -> None:
    write_atomically(build / MANIFEST, manifest.model_dump_json(indent=2) + "\n")


def read_manifest(build: Path) -> Manifest:
    path = build / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        problem = first_line(error)
        raise IndexDamaged(f"{path}: cannot be read as a manifest ({problem}); rebuild with {BUILD}") from error


def mismatch(manifest: Manifest, embedder: Embedder) -> str | None:
    """Why an index with this manifest cannot be searched with `embedder` by this program; None when it can."""
    if manifest.schema_version != SCHEMA_VERSION:
        return f"has schema {manifest.schema_version}, this program reads {SCHEMA_VERSION}"
    if (manifest.embedder, manifest.dimension) != (embedder.name, embedder.dimension):
        built, asked = f"{manifest.embedder} ({manifest.dimension})", f"{embedder.name} ({embedder.dimension})"
        return f"was built with embedder {built}, not with {asked}"
    written, installed = manifest.versions.get("chromadb", "0"), library_versions()["chromadb"]
    if _numbers(written) > _numbers(installed):
        return f"was written by chromadb {written}, which {installed} cannot read"
    return None


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split(".") if part.isdigit())
