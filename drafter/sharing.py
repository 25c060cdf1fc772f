"""The organisation's server, where the settings name one."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.corpus import ensure_index, index_folder
from drafter.embedding import open_embedder
from drafter.errors import BackendUnavailable, InputError
from drafter.settings import Settings
from vectorstore.embedder import Embedder
from vectorstore.errors import StoreError
from vectorstore.index import Index

if TYPE_CHECKING:
    from vectorstore.shared import Server

Progress = Callable[[int, int], None]


def open_library(settings: Settings, progress: Progress | None = None, embedder: Embedder | None = None) -> Index:
    """The index that is searched: of this machine, or with the guidelines and decisions of the server in it.

    BackendUnavailable when it cannot be had.
    """
    local = ensure_index(settings.home, progress, embedder or open_embedder(settings))
    if settings.chroma_url is None:
        return local
    from vectorstore.shared import attach

    server = server_of(settings)
    try:
        return attach(local, server, replica_folder(settings.home, server), progress)
    except StoreError as error:
        raise BackendUnavailable(str(error)) from error


def server_of(settings: Settings) -> Server:
    """The server of the settings; InputError when they name none."""
    from vectorstore.shared import Server

    if settings.chroma_url is None:
        raise InputError("no server is named; set DRAFTER_CHROMA_URL, for example to http://127.0.0.1:8000")
    return Server(settings.chroma_url, settings.chroma_token)


def replica_folder(home: Path, server: Server) -> Path:
    """Where a client keeps what it derives from the passages of a server."""
    return index_folder(home) / "shared" / sha256(server.url.encode()).hexdigest()[:16]
