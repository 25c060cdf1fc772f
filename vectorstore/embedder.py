"""Texts to vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vectorstore.embedders.wordllama import WordLlamaEmbedder
from vectorstore.errors import UnknownEmbedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vectorstore.embedders.endpoint import Endpoint

__all__ = ["NAMES", "Embedder", "Resources", "WordLlamaEmbedder", "get_embedder", "is_known"]

_ENDPOINT = "openai:"
_LOCAL = ("minilm", WordLlamaEmbedder.name)
NAMES = f"minilm, {_ENDPOINT}MODEL, {WordLlamaEmbedder.name}"


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Identifies the model: indexes built under another name are refused."""

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of Euclidean length 1 for each text; a row of zeros for a text without a token."""


class Resources(NamedTuple):
    """What embedders other than the default one may use."""

    endpoint: Endpoint | None = None
    """The server that `openai:MODEL` asks."""
    download: bool = False
    """Whether a model that is missing may be fetched."""
    cache: Path | None = None
    """File in which vectors are kept that cost more than reading them."""


def is_known(name: str) -> bool:
    return name in _LOCAL or (name.startswith(_ENDPOINT) and bool(name.removeprefix(_ENDPOINT).strip()))


def get_embedder(name: str = WordLlamaEmbedder.name, resources: Resources | None = None) -> Embedder:
    """The embedder of this name; its model is loaded when it first embeds."""
    if not is_known(name):
        raise UnknownEmbedder(f"embedder {name!r} is not known; choose one of: {NAMES}")
    if name == WordLlamaEmbedder.name:
        return WordLlamaEmbedder()
    resources = resources or Resources()
    embedder = _costly(name, resources)
    if resources.cache is None:
        return embedder
    from vectorstore.embedders.cached import CachedEmbedder

    return CachedEmbedder(embedder, resources.cache)


def _costly(name: str, resources: Resources) -> Embedder:
    if name.startswith(_ENDPOINT):
        from vectorstore.embedders.endpoint import EndpointEmbedder

        if resources.endpoint is None:
            raise UnknownEmbedder(f"embedder {name!r} needs a server; set DRAFTER_EMBEDDER_URL")
        return EndpointEmbedder(name.removeprefix(_ENDPOINT), resources.endpoint)
    from vectorstore.embedders.minilm import MiniLmEmbedder

    return MiniLmEmbedder(download=resources.download)
