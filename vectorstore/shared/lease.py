"""One publisher at a time, on whatever machine."""

from __future__ import annotations

import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from vectorstore.errors import IndexLocked
from vectorstore.shared.connection import Server, is_missing

_NAME = "drafter-writer"
_STALE = 300.0
"""Seconds without a sign of life after which a publisher counts as dead. More than clocks of two machines differ."""
_BEAT = 5.0


class Lease:
    """The right to publish."""

    def __init__(self, client: Any, server: Server) -> None:  # noqa: ANN401 - naming chromadb's types would import it
        self._client = client
        self._server = server
        self._token = uuid.uuid4().hex
        self._since = time.time()
        self._seen = 0.0

    def take(self) -> None:
        """IndexLocked when another publisher has it and lives."""
        from chromadb.errors import ChromaError

        try:
            self._client.create_collection(_NAME, metadata=self._holder(), embedding_function=None)
        except ChromaError:
            self._refuse_the_living()
            with suppress(ChromaError):
                self._client.delete_collection(_NAME)
            self._client.create_collection(_NAME, metadata=self._holder(), embedding_function=None)
        self._seen = time.time()

    def renew(self) -> None:
        """Give a sign of life, now and then; IndexLocked when another has taken the lease meanwhile."""
        if time.time() - self._seen >= _BEAT:
            self.check().modify(metadata=self._holder())
            self._seen = time.time()

    def check(self) -> Any:  # noqa: ANN401
        """The collection that stands for the lease; IndexLocked when it is another's by now."""
        held = self._held()
        if held is None or (held.metadata or {}).get("token") != self._token:
            raise IndexLocked(f"{self._server.url}: {_describe(held)} has begun to publish; nothing was changed here")
        return held

    def give_back(self) -> None:
        with suppress(IndexLocked):
            self.check()
            self._client.delete_collection(_NAME)

    def _refuse_the_living(self) -> None:
        held = self._held()
        if held is not None and time.time() - float((held.metadata or {}).get("seen", 0)) < _STALE:
            raise IndexLocked(
                f"{self._server.url}: {_describe(held)} is publishing; try again when it is done"
                f" (a publisher that died counts for {_STALE / 60:.0f} minutes)"
            )

    def _held(self) -> Any:  # noqa: ANN401
        try:
            return self._client.get_collection(_NAME, embedding_function=None)
        except Exception as error:
            if is_missing(error):
                return None
            raise

    def _holder(self) -> dict[str, str | int | float]:
        return {
            "token": self._token,
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": self._since,
            "seen": time.time(),
        }


@contextmanager
def lease(client: Any, server: Server) -> Iterator[Lease]:  # noqa: ANN401
    """Hold the right to publish."""
    held = Lease(client, server)
    held.take()
    try:
        yield held
    finally:
        held.give_back()


def _describe(held: Any) -> str:  # noqa: ANN401
    holder = (held.metadata if held is not None else None) or {}
    if "pid" not in holder:
        return "another process"
    since = datetime.fromtimestamp(float(holder["since"]), UTC)
    return f"process {holder['pid']} on {holder['host']} (since {since:%Y-%m-%d %H:%M:%S} UTC)"
