"""The added documents as one archive, with their vectors, so that nothing has to be read or embedded again.

    register.jsonl              a document a line, as in the register
    passages/<sha256>.jsonl     the passages of a document
    keys.bin, vectors.bin       the key of each passage's text (32 bytes), and its vector (float32, little-endian)

The index itself is made anew from these: an archive serves other versions of chromadb, and holds nothing that is run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.corpus import ensure_index
from drafter.corpus.register import AddedKind, Entry, Register
from drafter.embedding import kept
from drafter.errors import InputError
from vectorstore.embedder import Embedder
from vectorstore.embedders.cached import text_key
from vectorstore.errors import ArchiveUnusable
from vectorstore.index import Index
from vectorstore.lock import writer_lock
from vectorstore.passage import Passage
from vectorstore.shard import Shard
from vectorstore.transfer import Contents, read_archive, write_archive

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 500
_KEY = 32
_REGISTER, _KEYS, _VECTORS = "register.jsonl", "keys.bin", "vectors.bin"
Progress = Callable[[int, int], None]


class Moved(NamedTuple):
    """What went into an archive or came out of it."""

    documents: int
    passages: int


def export_library(home: Path, file: Path, embedder: Embedder, progress: Progress | None = None) -> Moved:
    """Write the added documents and their vectors to `file`; InputError when there are none."""
    index = ensure_index(home, progress, embedder)
    register = Register(home)
    entries = list(register.load().values())
    if not entries:
        raise InputError("no documents were added; add some with `drafter index add`")
    with tempfile.TemporaryDirectory(prefix="export-") as scratch:
        folder = Path(scratch)
        members = {f"passages/{entry.digest}.jsonl": _passage_file(register, entry) for entry in entries}
        lines = "".join(f"{entry.model_dump_json(exclude_none=True)}\n" for entry in entries)
        write_text(folder / _REGISTER, lines)
        _write_vectors(index, {entry.kind for entry in entries}, folder)
        members |= {name: folder / name for name in (_REGISTER, _KEYS, _VECTORS)}
        about = {"embedder": embedder.name, "dimension": str(embedder.dimension)}
        with _input():
            write_archive(file, about, members)
    index.close()
    return Moved(len(entries), sum(entry.passages for entry in entries))


def import_library(home: Path, file: Path, embedder: Embedder, progress: Progress | None = None) -> Moved:
    """Add the documents of an archive to those that are here, and index them.

    A document that is here already is replaced, others stay; a decision that is here under another id is not taken
    twice. InputError when the archive is not what was exported, or has another guideline under the id of one that is
    here; then nothing has changed. IndexLocked when another process is adding documents.
    """
    register = Register(home)
    with tempfile.TemporaryDirectory(prefix="import-") as scratch:
        folder = Path(scratch)
        with _input():
            contents = read_archive(file, folder)
        entries = _entries(file, folder)
        passages = {entry.id: folder / "passages" / f"{entry.digest}.jsonl" for entry in entries}
        vectors = list(_vectors(file, folder, contents, embedder))
        with writer_lock(register.folder):
            here = register.load()
            entries = _unknown(entries, here)
            for entry in entries:
                _refuse_another(file, entry, here.get(entry.id))
            for entry in entries:
                _place(file, register, entry, passages[entry.id])
            register.save(here | {entry.id: entry for entry in entries})
    cache = kept(embedder, home)
    for rows in vectors:
        cache.keep(rows)
    cache.close()
    ensure_index(home, progress, embedder).close()
    return Moved(len(entries), sum(entry.passages for entry in entries))


def _write_vectors(index: Index, kinds: set[AddedKind], folder: Path) -> None:
    with (folder / _KEYS).open("wb") as keys, (folder / _VECTORS).open("wb") as vectors:
        for kind in sorted(kinds & set(index.shards)):
            for batch_keys, batch_vectors in _of_shard(index.shards[kind]):
                keys.write(batch_keys)
                vectors.write(batch_vectors.astype("<f4").tobytes())


def _of_shard(shard: Shard) -> Iterator[tuple[bytes, NDArray[np.float32]]]:
    ids = shard.passages.ids
    for start in range(0, len(ids), _BATCH):
        rows = range(start, min(start + _BATCH, len(ids)))
        keys = b"".join(text_key(shard.passages.at(row).searchable) for row in rows)
        yield keys, shard.dense.vectors(ids[start : start + _BATCH])


def _vectors(
    file: Path, folder: Path, contents: Contents, embedder: Embedder
) -> Iterator[dict[bytes, NDArray[np.float32]]]:
    """The vectors in batches; none when they are another embedder's, and then texts are embedded again."""
    import numpy as np

    about = contents.about
    if about.get("embedder") != embedder.name or about.get("dimension") != str(embedder.dimension):
        return
    keys, values = (folder / _KEYS).read_bytes(), np.fromfile(folder / _VECTORS, dtype="<f4")
    if len(keys) % _KEY or values.size != len(keys) // _KEY * embedder.dimension or not np.isfinite(values).all():
        raise InputError(f"{file}: its vectors are not those of its texts; export it again")
    rows = values.astype(np.float32).reshape(-1, embedder.dimension)
    for start in range(0, len(rows), _BATCH):
        names = [keys[row * _KEY : (row + 1) * _KEY] for row in range(start, min(start + _BATCH, len(rows)))]
        yield dict(zip(names, rows[start : start + _BATCH], strict=True))


def _entries(file: Path, folder: Path) -> list[Entry]:
    try:
        lines = (folder / _REGISTER).read_text(encoding="utf-8").split("\n")
        entries = [Entry.model_validate_json(line) for line in lines if line]
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise InputError(f"{file}: its register is of another version of this program; export it again") from error
    for entry in entries:
        if Path(entry.file).name != entry.file or not (folder / "passages" / f"{entry.digest}.jsonl").is_file():
            raise InputError(f"{file}: its register names a document that is not in it; export it again")
    return entries


def _unknown(entries: list[Entry], here: Mapping[str, Entry]) -> list[Entry]:
    """Without decisions that are here under another id, from another file or with another case number."""
    known = {key: entry.id for entry in here.values() for key in entry.decision_keys}
    return [entry for entry in entries if all(known.get(key, entry.id) == entry.id for key in entry.decision_keys)]


def _refuse_another(file: Path, entry: Entry, here: Entry | None) -> None:
    """Ids are made from names of files: the same id is the same guideline only with the same path or content."""
    if here is None or (entry.kind, here.kind) == ("decision", "decision"):
        return
    if here.kind != entry.kind or (here.path != entry.path and here.sha256 != entry.sha256):
        raise InputError(
            f"{file}: its document {entry.id} ({entry.path}) is not the one here ({here.path});"
            f" `drafter index remove {entry.id}`, or rename a file and add it again"
        )


def _place(file: Path, register: Register, entry: Entry, source: Path) -> None:
    """Write the passages of a document where the register expects them."""
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
        passages = [Passage.model_validate_json(line) for line in lines if line]
    except (UnicodeDecodeError, ValidationError) as error:
        raise InputError(f"{file}: its passages are of another version of this program; export it again") from error
    if register.write_passages(entry.id, passages) != entry.digest or len(passages) != entry.passages:
        raise InputError(f"{file}: the passages of {entry.id} are not those of its register; export it again")


def _passage_file(register: Register, entry: Entry) -> Path:
    """DataError when it is not what was written."""
    register.passages(entry)
    return register.folder / "passages" / entry.file


@contextmanager
def _input() -> Iterator[None]:
    """An archive that cannot be used is the user's input."""
    try:
        yield
    except ArchiveUnusable as error:
        raise InputError(str(error)) from error
