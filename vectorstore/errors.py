"""Errors of the vector store.

StoreError              one line that names the place, the problem and the way out
├── UnknownEmbedder     no embedder has this name
├── EmbedderUnavailable its model is not there, or its server does not answer
├── UnusablePassages    the passages cannot be indexed: an id repeats, a text is empty
├── IndexMissing        nothing has been built in the directory
├── IndexMismatch       built by another embedder, schema or newer library
├── IndexDamaged        its files cannot be read or do not fit together
├── IndexUnwritable     its files cannot be written: mostly the disk is full
├── ArchiveUnusable     an archive cannot be written, or is not what was exported
├── ServerUnavailable   the shared server does not answer, or holds nothing to be searched
└── IndexLocked         another process is writing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

if TYPE_CHECKING:
    from pathlib import Path

BUILD = "`drafter index build`"
"""The command that mends an index."""


class StoreError(Exception):
    """Base of all errors of this package."""


class UnknownEmbedder(StoreError):
    """No embedder has this name."""


class EmbedderUnavailable(StoreError):
    """The model of an embedder is not there, or its server does not answer."""


class UnusablePassages(StoreError):
    """The passages cannot be indexed as they are."""


class IndexMissing(StoreError):
    """Nothing has been built in the directory."""


class IndexMismatch(StoreError):
    """The index was built in a way that this program cannot query."""


class IndexDamaged(StoreError):
    """Files of the index cannot be read or do not fit together."""


class IndexUnwritable(StoreError):
    """Files of the index cannot be written."""


class ArchiveUnusable(StoreError):
    """An archive cannot be written, or is not what was exported."""


class ServerUnavailable(StoreError):
    """The shared server cannot be used."""


class IndexLocked(StoreError):
    """Another process is writing the index."""


def first_line(error: Exception) -> str:
    """What went wrong, for the middle of a one-line message."""
    if isinstance(error, ValidationError):
        return error.errors()[0]["msg"]
    return (str(error).splitlines() or [type(error).__name__])[0]


def unwritable(place: Path, error: Exception) -> IndexUnwritable:
    """What to tell when a file below `place` could not be written."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else first_line(error)
    return IndexUnwritable(
        f"{place}: cannot be written ({reason}); make room there, or set DRAFTER_HOME to a folder with more"
    )
