"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from drafter.errors import InputError


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` in one step, so that a reader or an interruption never meets half a file.

    A path that cannot be written is an InputError.
    """
    scratch = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        scratch.write_bytes(data)
        scratch.replace(path)
    except OSError as error:
        raise InputError(
            f"{path.name}: cannot be written ({error.strerror}); check the folder {path.parent}"
        ) from error
    finally:
        with suppress(OSError):
            scratch.unlink()


def write_text(path: Path, text: str) -> None:
    """Like `write_bytes`, in UTF-8 and with the line ends as they are."""
    write_bytes(path, text.encode())
