"""Vectors that were computed before, in SQLite under the hash of their text."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from vectorstore.embedders.rows import prepared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vectorstore.embedder import Embedder

T = TypeVar("T")

_BATCH = 256
"""Texts that are embedded, and then kept, together: what a crash can cost."""
_BUSY_SECONDS = 30
_TABLES = """
CREATE TABLE IF NOT EXISTS embedders (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, dimension INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (
    embedder INTEGER NOT NULL, sha256 BLOB NOT NULL, vector BLOB NOT NULL, UNIQUE (embedder, sha256)
);
"""
_FORMAT = b"1\n"
"""Part of every key; changes with the preparation of texts."""


class CachedEmbedder:
    """Embeds each text once, whoever asks: after a crash, only what is missing is embedded.

    A file that cannot be used costs time and nothing else: it is done without, and `problem` says why. It holds no
    text; it is readable for its owner alone, since vectors speak about their texts.
    """

    def __init__(self, inner: Embedder, file: Path) -> None:
        self.inner = inner
        self.file = file
        self.problem: str | None = None
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def dimension(self) -> int:
        """That of the kept vectors where there are some: to open an index, no server needs to be asked."""
        return self._known() or self.inner.dimension

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        keys = [text_key(text) for text in texts]
        rows: dict[bytes, NDArray[np.float32]] = {}
        for start in range(0, len(texts), _BATCH):
            several = dict(zip(keys[start : start + _BATCH], texts[start : start + _BATCH], strict=True))
            rows |= self._embed({key: text for key, text in several.items() if key not in rows})
        if not keys:
            return self.inner.embed([])
        if len({len(row) for row in rows.values()}) > 1:
            self._forget()
            return self.embed(texts)
        return np.stack([rows[key] for key in keys])

    def keep(self, rows: dict[bytes, NDArray[np.float32]]) -> None:
        """Keep vectors that were computed elsewhere, by the `text_key` of their texts."""
        if rows:
            self._use(lambda connection: self._write(connection, rows), None)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _embed(self, texts: dict[bytes, str]) -> dict[bytes, NDArray[np.float32]]:
        nothing: dict[bytes, NDArray[np.float32]] = {}
        rows = self._use(lambda connection: self._read(connection, list(texts)), nothing)
        missing = [key for key in texts if key not in rows]
        if missing:
            vectors = self.inner.embed([texts[key] for key in missing])
            made = dict(zip(missing, vectors, strict=True))
            self._use(lambda connection: self._write(connection, made), None)
            rows |= made
        return rows

    def _read(self, connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float32]]:
        import numpy as np

        marks = ",".join("?" * len(keys))
        found = connection.execute(
            "SELECT sha256, vector, dimension FROM vectors JOIN embedders ON embedders.id = embedder"
            f" WHERE name = ? AND sha256 IN ({marks})",
            (self.name, *keys),
        )
        width = np.dtype("<f4").itemsize
        return {
            key: np.frombuffer(blob, dtype="<f4").astype(np.float32)
            for key, blob, dimension in found
            if len(blob) == width * dimension
        }

    def _write(self, connection: sqlite3.Connection, rows: dict[bytes, NDArray[np.float32]]) -> None:
        dimension = len(next(iter(rows.values())))
        connection.execute("INSERT OR IGNORE INTO embedders (name, dimension) VALUES (?, ?)", (self.name, dimension))
        (number,) = connection.execute("SELECT id FROM embedders WHERE name = ?", (self.name,)).fetchone()
        values = [(number, key, row.astype("<f4").tobytes()) for key, row in rows.items()]
        connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", values)

    def _known(self) -> int | None:
        query = "SELECT dimension FROM embedders WHERE name = ?"
        row = self._use(lambda connection: connection.execute(query, (self.name,)).fetchone(), None)
        return int(row[0]) if row else None

    def _forget(self) -> None:
        """Another model answers under the name: its vectors are of another length than the ones kept."""
        number = "(SELECT id FROM embedders WHERE name = ?)"
        self._use(lambda c: c.execute(f"DELETE FROM vectors WHERE embedder = {number}", (self.name,)), None)
        self._use(lambda c: c.execute("DELETE FROM embedders WHERE name = ?", (self.name,)), None)

    def _use(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """The result of `work` in a transaction, or `otherwise` where the file cannot be used."""
        try:
            with self._lock, self._open() as connection:
                return work(connection)
        except (sqlite3.Error, OSError) as error:
            self.problem = f"{self.file}: cannot be used ({error}); remove it"
            return otherwise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection = sqlite3.connect(self.file, timeout=_BUSY_SECONDS, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(_TABLES)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection


def text_key(text: str) -> bytes:
    """What the vector of a text is kept under."""
    return hashlib.sha256(_FORMAT + prepared(text).encode()).digest()
