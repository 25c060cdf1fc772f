"""A sign of life on stderr, for a person at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def step(message: str) -> Iterator[Callable[[str], None]]:
    """Show `message` while the block runs; the callable adds what it is at."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(message)) as status:
        yield lambda name: status.update(Text(f"{message}: {name}"))
