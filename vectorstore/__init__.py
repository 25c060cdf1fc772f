"""Passages, and hybrid retrieval over them. Importing this is cheap: chromadb and the like are imported on use."""

from vectorstore.build import build_index
from vectorstore.embedder import Embedder, WordLlamaEmbedder, get_embedder
from vectorstore.errors import (
    IndexDamaged,
    IndexLocked,
    IndexMismatch,
    IndexMissing,
    StoreError,
    UnknownEmbedder,
    UnusablePassages,
)
from vectorstore.fusion import Weights, reciprocal_rank_fusion
from vectorstore.index import Index, open_index
from vectorstore.manifest import Manifest
from vectorstore.memory import MemoryIndex
from vectorstore.passage import Hit, Kind, Passage
from vectorstore.passage_file import corpus_hash

__all__ = [
    "Embedder",
    "Hit",
    "Index",
    "IndexDamaged",
    "IndexLocked",
    "IndexMismatch",
    "IndexMissing",
    "Kind",
    "Manifest",
    "MemoryIndex",
    "Passage",
    "StoreError",
    "UnknownEmbedder",
    "UnusablePassages",
    "Weights",
    "WordLlamaEmbedder",
    "build_index",
    "corpus_hash",
    "get_embedder",
    "open_index",
    "reciprocal_rank_fusion",
]
