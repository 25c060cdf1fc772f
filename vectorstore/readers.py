"""Builds that somebody has open are not swept away, however often the index is rebuilt meanwhile.

A reader holds a shared lock on the manifest of its build, which the system releases when the process ends in whatever
way. Nobody waits for it: the writer only looks, and leaves the build for a later sweep.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, where open files cannot be removed anyway
    fcntl = None  # type: ignore[assignment]


def hold(manifest: Path) -> BinaryIO:
    """An open file that keeps the build of this manifest until it is closed."""
    file = manifest.open("rb")
    if fcntl:
        with suppress(OSError):  # a file system without locks: the build is kept until the next but one
            fcntl.flock(file, fcntl.LOCK_SH)
    return file


def is_held(manifest: Path) -> bool:
    """Whether a reader has the build of this manifest open."""
    if fcntl is None or not manifest.exists():
        return False
    with manifest.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
    return False
