"""Signs of life on stderr: a moving line for a person at a terminal, now and then a line of its own elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SECONDS = 20
"""So long nothing is written where there is no terminal: most commands are done by then."""


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
        yield _now_and_then()
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(message)) as status:
        yield lambda text: status.update(Text(text))


def _now_and_then() -> Callable[[str], None]:
    said = time.monotonic()

    def show(text: str) -> None:
        nonlocal said
        if time.monotonic() - said >= _SECONDS:
            said = time.monotonic()
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    return show
