"""Writing a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import InputError
from vectorstore.files import write_atomically


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` in one step, so that a reader, an interruption or a power cut never meets half a file.

    A path that cannot be written is an InputError.
    """
    try:
        write_atomically(path, data)
    except OSError as error:
        raise InputError(
            f"{path.name}: cannot be written ({error.strerror}); check the folder {path.parent}"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Like `write_bytes`, in UTF-8 and with the line ends as they are."""
    write_bytes(path, text.encode())
