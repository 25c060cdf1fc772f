"""Good answers, kept in SQLite under the hash of the whole request."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from drafter.errors import InputError
from drafter.llm.answers import Spent
from drafter.prompting import Message

_FORMAT = 1
_BUSY_SECONDS = 30
_DAY = 86_400
_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, model TEXT NOT NULL, created REAL NOT NULL, text TEXT NOT NULL, spent TEXT NOT NULL
) WITHOUT ROWID
"""


class Request(NamedTuple):
    """All that an answer depends on. There is no key in it."""

    endpoint: str
    model: str
    messages: Sequence[Message]
    schema: Mapping[str, Any]
    parameters: Mapping[str, Any]
    repeat: int = 0
    """Number of the repetition: each asks the model anew."""

    @property
    def key(self) -> str:
        canonical = {**self._asdict(), "messages": [list(message) for message in self.messages], "format": _FORMAT}
        return hashlib.sha256(json.dumps(canonical, sort_keys=True).encode()).hexdigest()


class Kept(NamedTuple):
    """An answer of the cache, with what it took when it was asked for."""

    text: str
    spent: Spent


class Stats(NamedTuple):
    """What the cache holds; times are seconds since 1970."""

    answers: int
    bytes: int
    models: dict[str, int]
    oldest: float | None
    newest: float | None


def cache_file(home: Path) -> Path:
    return home / "cache" / "answers.sqlite3"


class Cache:
    """Answers of one file; usable from several threads and processes.

    While drafting, a cache that cannot be used costs time and nothing else: `get` and `put` do without it, and
    `problem` says why.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problem: str | None = None
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> Kept | None:
        try:
            with self._lock:
                row = self._open().execute("SELECT text, spent FROM answers WHERE key = ?", (key,)).fetchone()
            return Kept(row[0], Spent(*json.loads(row[1]))) if row else None
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self.problem = self._explain(error)
            return None

    def put(self, key: str, model: str, kept: Kept) -> None:
        """Keep a good answer; the caller vouches that it is one."""
        row = (key, model, time.time(), kept.text, json.dumps(kept.spent))
        try:
            with self._lock, self._open() as connection:
                connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
        except (sqlite3.Error, OSError) as error:
            self.problem = self._explain(error)

    def stats(self) -> Stats:
        """What the file holds; one that cannot be read is an InputError."""
        if not self.file.exists():
            return Stats(0, 0, {}, None, None)
        try:
            with self._lock:
                connection = self._open()
                models = dict(connection.execute("SELECT model, count(*) FROM answers GROUP BY model ORDER BY model"))
                oldest, newest = connection.execute("SELECT min(created), max(created) FROM answers").fetchone()
        except (sqlite3.Error, OSError) as error:
            raise InputError(self._explain(error)) from error
        return Stats(sum(models.values()), self._size(), models, oldest, newest)

    def prune(self, older_than_days: float) -> int:
        """Remove answers older than that and give the space back; returns how many."""
        if not self.file.exists():
            return 0
        try:
            with self._lock:
                connection = self._open()
                with connection:
                    limit = time.time() - older_than_days * _DAY
                    removed = connection.execute("DELETE FROM answers WHERE created < ?", (limit,)).rowcount
                connection.execute("VACUUM")
        except (sqlite3.Error, OSError) as error:
            raise InputError(self._explain(error)) from error
        return removed

    def clear(self) -> None:
        """Remove the file with all that belongs to it, also a damaged one."""
        self.close()
        for suffix in ("", "-wal", "-shm"):
            try:
                self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)
            except OSError as error:
                raise InputError(f"{self.file}: {error.strerror}; check its folder") from error

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._only_for_the_user()
            connection = sqlite3.connect(self.file, timeout=_BUSY_SECONDS, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                with connection:
                    connection.execute(_TABLE)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _only_for_the_user(self) -> None:
        """Answers speak about patients, so that the file is made readable for its owner alone."""
        with suppress(FileExistsError):
            os.close(os.open(self.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def _size(self) -> int:
        files = (self.file.with_name(self.file.name + suffix) for suffix in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def _explain(self, error: Exception) -> str:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f"{self.file}: cannot be used ({reason}); remove it with drafter cache prune --all"
