"""The memory of this process and of those that it started, sampled while a block runs (Linux)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SECONDS = 0.02
_PROC = Path("/proc")


class Peak:
    """Largest sum of resident memory seen so far, in bytes; pages shared between processes count in each."""

    def __init__(self) -> None:
        self.value = 0

    def sample(self) -> None:
        self.value = max(self.value, sum(_resident(pid) for pid in _family("self")))

    @property
    def megabytes(self) -> int:
        return self.value >> 20


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """`with peak_memory() as peak:` … then `peak.megabytes`."""
    peak, stop = Peak(), threading.Event()

    def watch() -> None:
        while not stop.wait(_SECONDS):
            peak.sample()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        stop.set()
        watcher.join()
        peak.sample()


def _family(pid: str) -> Iterator[str]:
    yield pid
    with suppress(OSError):
        for listed in (_PROC / pid / "task").glob("*/children"):
            for child in listed.read_text().split():
                yield from _family(child)


def _resident(pid: str) -> int:
    with suppress(OSError):
        for line in (_PROC / pid / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) << 10
    return 0
