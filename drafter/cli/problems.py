"""Errors as one line for the user; unexpected ones leave a crash report that holds no patient text."""

from __future__ import annotations

import os
import platform
import re
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from drafter import __version__
from drafter.errors import DrafterError

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
BACKEND = 3
"""Exit code of a part that no input can do without."""


class Problem(NamedTuple):
    """What to tell the user, and the exit code."""

    message: str
    exit_code: int


def tell(message: str) -> None:
    """Write an error line to stderr: one line, whatever the name of a file contains."""
    sys.stderr.write(f"error: {_CONTROL.sub(' ', message)}\n")


def with_file(message: str, file: Path) -> str:
    """A message that says which input it is about."""
    return message if file.name in message else f"{file}: {message}"


def explain(error: Exception, command: str) -> Problem:
    """What `error` means to the user of `drafter command`."""
    if isinstance(error, DrafterError):
        return Problem(str(error), error.exit_code)
    if _is_store_error(error):
        return Problem(str(error), BACKEND)
    if hasattr(error, "format_message"):
        return _usage(error)
    if isinstance(error, OSError) and error.filename:
        return Problem(f"{error.filename}: {error.strerror}; check the path and its permissions", 2)
    return _unexpected(error, command)


def _is_store_error(error: Exception) -> bool:
    """Without importing the vector store for errors that have nothing to do with it."""
    errors = sys.modules.get("vectorstore.errors")
    return errors is not None and isinstance(error, errors.StoreError)


def _usage(error: Exception) -> Problem:
    """An error of typer's parser; its classes have moved between releases, so it is known by its methods."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "drafter"
    message = str(error.format_message()).rstrip(".")  # type: ignore[attr-defined]
    return Problem(f"{path}: {message}; see `{path} --help`", 2)


def _unexpected(error: Exception, command: str) -> Problem:
    where = place_of(error)
    try:
        path = _write_report(error, command)
    except Exception:
        return Problem(f"unexpected {type(error).__name__} at {where}; no crash report could be written", 2)
    return Problem(f"unexpected {type(error).__name__} at {where}; a report without patient text is in {path}", 2)


def place_of(error: Exception) -> str:
    """File and line of the last frame of this project, else of the last one."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if {"drafter", "vectorstore", "evals"} & set(Path(frame.filename).parts[-4:])]
    last = (own or frames)[-1:]
    return f"{Path(last[0].filename).name}:{last[0].lineno}" if last else "an unknown place"


def _write_report(error: Exception, command: str) -> Path:
    from drafter.settings import home_folder

    folder = home_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}.txt"
    path.write_text(_report(error, command), encoding="utf-8")
    return path


def _report(error: BaseException | None, command: str) -> str:
    """Types and places only: messages, arguments and locals may hold text of a record."""
    lines = [
        f"drafter {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"command: {command}" if command.isidentifier() else "command: not a command name",
    ]
    while error is not None:
        lines += ["", f"{type(error).__module__}.{type(error).__qualname__}"]
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return "\n".join(lines) + "\n"
