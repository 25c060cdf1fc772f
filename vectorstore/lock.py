"""One writer at a time. Readers take no lock: a build never touches the files that they read."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from vectorstore.errors import IndexLocked
from vectorstore.files import write_atomically

_LOCK = "writer.lock"
_HOLDER = "writer.json"


class Holder(BaseModel):
    """Who is writing. A file of its own, since a contender empties the lock file when it opens it."""

    model_config = ConfigDict(frozen=True)

    pid: int
    host: str
    since: datetime


@contextmanager
def writer_lock(directory: Path, wait: float = 0.5) -> Iterator[None]:
    """Hold the right to write below `directory`; after `wait` seconds IndexLocked says who holds it."""
    from filelock import FileLock, Timeout

    directory.mkdir(parents=True, exist_ok=True)
    lock = FileLock(directory / _LOCK)
    try:
        lock.acquire(timeout=wait, poll_interval=0.05)
    except Timeout as error:
        raise IndexLocked(
            f"{directory}: {_describe(directory)} is writing the index; try again when it is done"
        ) from error
    try:
        with suppress(OSError):  # on a full disk nobody is told who writes, and what a crash left can be swept
            _announce(directory)
        yield
    finally:
        (directory / _HOLDER).unlink(missing_ok=True)
        lock.release()


def _announce(directory: Path) -> None:
    holder = Holder(pid=os.getpid(), host=socket.gethostname(), since=datetime.now(UTC).replace(microsecond=0))
    write_atomically(directory / _HOLDER, holder.model_dump_json())


def _describe(directory: Path) -> str:
    try:
        holder = Holder.model_validate_json((directory / _HOLDER).read_bytes())
    except (OSError, ValidationError):
        return "another process"
    return f"process {holder.pid} on {holder.host} (since {holder.since:%Y-%m-%d %H:%M:%S} UTC)"
