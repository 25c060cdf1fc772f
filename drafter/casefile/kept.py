"""What is kept of the case files that were read: texts of patient records, which have to go when a case is closed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import InputError

_DAY = 86_400


class Held(NamedTuple):
    """What a folder holds; times are seconds since 1970."""

    entries: int
    bytes: int
    oldest: float | None
    newest: float | None


def pages_folder(home: Path) -> Path:
    """Texts of pages, an entry for each content of a file."""
    return home / "pages"


def cases_folder(home: Path) -> Path:
    """Cases as they were indexed, with all of their pages."""
    return home / "cases"


def only_for_its_owner(folder: Path) -> None:
    """Make a folder that nobody else can look into; OSError where that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def held(folder: Path) -> Held:
    found = [entry.stat() for entry in _entries(folder)]
    times = [entry.st_mtime for entry in found]
    return Held(len(found), sum(entry.st_size for entry in found), min(times, default=None), max(times, default=None))


def remove(folder: Path, older_than_days: float = 0) -> int:
    """Remove entries that were made longer ago than that, all of them by default; returns how many."""
    limit = time.time() - older_than_days * _DAY
    removed = 0
    for entry in _entries(folder):
        try:
            if not older_than_days or entry.stat().st_mtime < limit:
                entry.unlink()
                removed += 1
        except FileNotFoundError:  # another process was quicker
            continue
        except OSError as error:
            raise InputError(f"{entry}: {error.strerror}; check its folder") from error
    return removed


def _entries(folder: Path) -> Iterator[Path]:
    """Everything in the folder: an interrupted write leaves a scratch file, which holds the same text."""
    return (path for path in sorted(folder.glob("*")) if path.is_file())
