"""Signs of life on stderr, for a person at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def working(message: str) -> Iterator[Callable[[int, int], None]]:
    """Show `message` while the block runs; the callable reports passages indexed, done and in total."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(message)) as status:
        yield lambda done, total: status.update(Text(f"Building the index: {done} of {total} passages"))


@contextmanager
def reading(message: str) -> Iterator[Callable[[object], None]]:
    """Show `message` while files are read; the callable puts how far the reading is behind it."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(message)) as status:
        yield lambda progress: status.update(Text(f"{message}: {progress}"))
