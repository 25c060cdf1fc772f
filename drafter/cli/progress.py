"""Signs of life on stderr, for a person at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def working(message: str) -> Iterator[Callable[[int, int], None]]:
    """Show `message` while the block runs; the callable reports passages indexed, done and in total."""
    with _status(message) as show:
        yield lambda done, total: show(f"Building the index: {done} of {total} passages")


@contextmanager
def step(message: str) -> Iterator[Callable[[object], None]]:
    """Show `message` while the block runs; the callable puts how far it is behind it."""
    with _status(message) as show:
        yield lambda progress: show(f"{message}: {progress}")


@contextmanager
def _status(message: str) -> Iterator[Callable[[str], None]]:
    if not sys.stderr.isatty():
        yield lambda text: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(message)) as status:
        yield lambda text: status.update(Text(text))
