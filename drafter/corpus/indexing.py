"""The index of everything that is retrieved from, kept up to date."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from drafter.corpus import shipped
from drafter.errors import BackendUnavailable
from vectorstore.embedder import Embedder, get_embedder
from vectorstore.errors import IndexLocked, StoreError
from vectorstore.index import Index, build_index, open_index
from vectorstore.passage_file import corpus_hash

_PATIENCE = 60.0
"""Seconds to wait for another process that is building the same index."""


def index_folder(home: Path) -> Path:
    return home / "index"


def ensure_index(
    home: Path, progress: Callable[[int, int], None] | None = None, embedder: Embedder | None = None
) -> Index:
    """The index of the corpus under `home`, built when there is none or the corpus has changed.

    Waits for another process that is building it. BackendUnavailable when no index can be had.
    """
    embedder = embedder or get_embedder()
    passages = shipped.corpus_passages()
    wanted = corpus_hash(passages)
    folder = index_folder(home)
    give_up = time.monotonic() + _PATIENCE
    while (index := _up_to_date(folder, embedder, wanted)) is None:
        try:
            build_index(passages, folder, embedder, progress, only_if_stale=True)
            return open_index(folder, embedder)
        except IndexLocked as error:
            if time.monotonic() > give_up:
                raise BackendUnavailable(str(error)) from error
        except StoreError as error:
            raise BackendUnavailable(str(error)) from error
    return index


def _up_to_date(folder: Path, embedder: Embedder, wanted: str) -> Index | None:
    try:
        index = open_index(folder, embedder)
    except StoreError:
        return None
    return index if index.manifest.corpus_hash == wanted else None
