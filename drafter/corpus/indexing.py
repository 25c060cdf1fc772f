"""The index of everything that is retrieved from, kept up to date."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from drafter.corpus import shipped
from drafter.corpus.register import AddedKind, Register
from drafter.embedding import kept
from drafter.errors import BackendUnavailable
from vectorstore.build import build_index
from vectorstore.embedder import Embedder, get_embedder
from vectorstore.errors import IndexLocked, IndexUnwritable, StoreError
from vectorstore.index import Index, open_index
from vectorstore.manifest import Manifest
from vectorstore.passage import Kind, Passage
from vectorstore.passage_file import corpus_hash

Progress = Callable[[int, int], None]
_PATIENCE = 60.0
"""Seconds to wait for another process that is building the same index."""
_CORPORA: dict[str, Kind] = {"cards": "card", "shipped": "decision", "guidelines": "guideline", "decisions": "decision"}
"""What is indexed, and the kind that its passages are of."""
_ADDED: dict[AddedKind, str] = {"guideline": "guidelines", "decision": "decisions"}


def index_folder(home: Path) -> Path:
    return home / "index"


def ensure_index(home: Path, progress: Progress | None = None, embedder: Embedder | None = None) -> Index:
    """The index of the corpus under `home`, built when there is none or the corpus has changed.

    Only what changed is indexed. Waits for another process that is building it. BackendUnavailable when no index can
    be had.
    """
    embedder = embedder or get_embedder()
    give_up = time.monotonic() + _PATIENCE
    while (index := _up_to_date(home, embedder)) is None:
        try:
            rebuild(home, embedder, progress, only_if_stale=True)
            return open_index(index_folder(home), embedder)
        except IndexLocked as error:
            if time.monotonic() > give_up:
                raise BackendUnavailable(str(error)) from error
        except StoreError as error:
            raise BackendUnavailable(str(error)) from error
    return index


def rebuild(
    home: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    only_if_stale: bool = False,
    damaged: Collection[Kind] | None = None,
) -> Manifest:
    """Index the corpus under `home`: all of it, or with `only_if_stale` what has changed since it was indexed.

    With `damaged` what has changed and the shards of these kinds.
    """
    wanted = corpora(home)
    some = only_if_stale or damaged is not None
    keep = _unchanged(home, embedder, wanted) - set(damaged or ()) if some else set[Kind]()
    try:
        return _build(home, embedder, progress, wanted, only_if_stale, keep)
    except (IndexLocked, IndexUnwritable):
        raise
    except StoreError:
        if not keep:
            raise
        # What was to be kept turned out damaged.
        return _build(home, embedder, progress, wanted, only_if_stale, set())


def corpora(home: Path) -> dict[str, str]:
    """A digest of each part of the corpus; of added documents it is read from the register, not from their text.

    Of the shipped letters it is remembered beside the index until they or the program change.
    """
    added = {_ADDED[kind]: digest for kind, digest in Register(home).digests().items()}
    return {
        "cards": corpus_hash(shipped.card_passages()),
        "shipped": shipped.decisions_digest(index_folder(home) / "shipped.json"),
        **added,
    }


def _build(
    home: Path,
    embedder: Embedder,
    progress: Progress | None,
    wanted: Mapping[str, str],
    only_if_stale: bool,
    keep: Collection[Kind],
) -> Manifest:
    # A generator: it is read once this process has the right to write.
    passages = _passages(home, keep)
    return build_index(passages, index_folder(home), kept(embedder, home), progress, only_if_stale, keep, wanted)


def _passages(home: Path, keep: Collection[Kind]) -> Iterator[Passage]:
    """All passages but those of kept kinds. A decision that is shipped is not taken from an added letter again."""
    if "card" not in keep:
        yield from shipped.card_passages()
    known = [] if "decision" in keep else shipped.shipped_decisions()
    yield from known
    ids = {passage.id for passage in known}
    register = Register(home)
    for entry in register.load().values():
        if entry.kind not in keep:
            yield from (passage for passage in register.passages(entry) if passage.id not in ids)


def _unchanged(home: Path, embedder: Embedder, wanted: Mapping[str, str]) -> set[Kind]:
    """Kinds of which the present index holds just what is wanted."""
    try:
        manifest = open_index(index_folder(home), embedder).manifest
    except StoreError:
        return set()
    changed = {kind for name, kind in _CORPORA.items() if wanted.get(name) != manifest.corpora.get(name)}
    return set(manifest.kinds) - changed


def _up_to_date(home: Path, embedder: Embedder) -> Index | None:
    try:
        index = open_index(index_folder(home), embedder)
    except StoreError:
        return None
    return index if index.manifest.corpora == corpora(home) else None
