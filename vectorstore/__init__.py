"""Passages, and hybrid retrieval over them. Importing this is cheap: chromadb and the like are imported on use."""

from vectorstore.build import Progress, build_index
from vectorstore.columns import Value, Where
from vectorstore.embedder import Embedder, Resources, WordLlamaEmbedder, get_embedder
from vectorstore.embedders.endpoint import Endpoint
from vectorstore.errors import (
    ArchiveUnusable,
    EmbedderUnavailable,
    IndexDamaged,
    IndexLocked,
    IndexMismatch,
    IndexMissing,
    IndexUnwritable,
    ServerUnavailable,
    StoreError,
    UnknownEmbedder,
    UnusablePassages,
)
from vectorstore.fusion import Weights, reciprocal_rank_fusion
from vectorstore.index import Accept, Index, open_index
from vectorstore.manifest import Manifest
from vectorstore.memory import MemoryIndex
from vectorstore.passage import Hit, Kind, Passage
from vectorstore.passage_file import corpus_hash

__all__ = [
    "Accept",
    "ArchiveUnusable",
    "Embedder",
    "EmbedderUnavailable",
    "Endpoint",
    "Hit",
    "Index",
    "IndexDamaged",
    "IndexLocked",
    "IndexMismatch",
    "IndexMissing",
    "IndexUnwritable",
    "Kind",
    "Manifest",
    "MemoryIndex",
    "Passage",
    "Progress",
    "Resources",
    "ServerUnavailable",
    "StoreError",
    "UnknownEmbedder",
    "UnusablePassages",
    "Value",
    "Weights",
    "Where",
    "WordLlamaEmbedder",
    "build_index",
    "corpus_hash",
    "get_embedder",
    "open_index",
    "reciprocal_rank_fusion",
]
