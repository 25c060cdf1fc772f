"""The embedder that the settings ask for, and where its vectors are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.settings import Settings
from vectorstore.embedder import Embedder, Resources, get_embedder

if TYPE_CHECKING:
    from pydantic import SecretStr

    from vectorstore.embedders.cached import CachedEmbedder


def vector_cache(home: Path) -> Path:
    return home / "cache" / "vectors.sqlite3"


def open_embedder(settings: Settings) -> Embedder:
    """The embedder of the settings. Vectors of another one than the default are kept, since they cost time or money."""
    from vectorstore.embedders.endpoint import Endpoint

    endpoint = Endpoint(settings.embedder_endpoint, _key(settings), settings.timeout)
    resources = Resources(endpoint, settings.embedder_download, vector_cache(settings.home))
    return get_embedder(settings.embedder, resources)


def kept(embedder: Embedder, home: Path) -> CachedEmbedder:
    """`embedder` for building an index: it takes up where a run that was cut off has ended."""
    from vectorstore.embedders.cached import CachedEmbedder

    return embedder if isinstance(embedder, CachedEmbedder) else CachedEmbedder(embedder, vector_cache(home))


def _key(settings: Settings) -> SecretStr | None:
    """A key follows the address that it was made for."""
    if settings.embedder_key:
        return settings.embedder_key
    return settings.api_key if settings.embedder_endpoint == settings.endpoint else None
