"""Where the files of an index lie, and how they are replaced without a moment in which they are missing.

    <index>/current                 the name of the build that answers
    <index>/builds/<name>/          manifest.json, and a folder for each kind of passage: its shard
    <index>/builds/<name>/<kind>/   passages.jsonl, offsets.npy, ids.json, columns.npz, vectors.npy, chroma/, keyword/
    <index>/writer.lock, writer.json

A build gets a directory of its own and is only named in `current` when it is complete. The one before is kept until
the next build, for readers that have just looked it up, and each for as long as a reader has it open. Names are never
used twice, because chromadb holds on to the first database that a process opens under a path.
"""

from __future__ import annotations

import os
import shutil
import threading
import uuid
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from vectorstore.errors import BUILD, IndexDamaged, IndexLocked, IndexMissing, first_line
from vectorstore.readers import hold, is_held

MANIFEST = "manifest.json"
PASSAGES = "passages.jsonl"
OFFSETS = "offsets.npy"
IDS = "ids.json"
COLUMNS = "columns.npz"
VECTORS = "vectors.npy"
CHROMA = "chroma"
KEYWORD = "keyword"
_CURRENT = "current"
_BUILDS = "builds"
_ATTEMPTS = 5
"""How often the build that answers may be replaced between the look at its name and the first of its files."""


def current_build(directory: Path) -> Path:
    """The directory of the build that answers."""
    try:
        name = (directory / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise IndexMissing(f"{directory}: holds no index; build it with {BUILD}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{directory / _CURRENT}: cannot be read; rebuild the index with {BUILD}") from error
    build = directory / _BUILDS / name
    if not name or Path(name).name != name or not build.is_dir():
        raise IndexDamaged(f"{directory / _CURRENT}: names no build; rebuild the index with {BUILD}")
    return build


def hold_current(directory: Path) -> tuple[Path, BinaryIO]:
    """The build that answers, and an open file that keeps it from being swept away until it is closed."""
    for attempt in range(_ATTEMPTS):
        try:
            build = current_build(directory)
            held = hold(build / MANIFEST)
            # Held too late if it was replaced meanwhile: the writer may have looked before.
            if current_build(directory) == build:
                return build, held
        except IndexDamaged:
            if attempt == _ATTEMPTS - 1:
                raise
        except OSError as error:
            if attempt == _ATTEMPTS - 1:
                problem = f"cannot be read ({first_line(error)})"
                raise IndexDamaged(f"{directory}: {problem}; rebuild the index with {BUILD}") from error
    raise IndexLocked(f"{directory}: is being rebuilt again and again; try again when that is done")


def new_build(directory: Path) -> Path:
    """An empty directory for a build that nobody reads yet."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
    build = directory / _BUILDS / name
    build.mkdir(parents=True)
    return build


def switch_to(directory: Path, build: Path) -> None:
    """From now on `build` answers."""
    write_atomically(directory / _CURRENT, build.name + "\n")


def sweep(directory: Path, keep: set[Path]) -> None:
    """Remove builds that nobody asks for or reads any more: replaced ones, and what a crash left behind."""
    for build in sorted((directory / _BUILDS).glob("*")):
        if build not in keep and not is_held(build / MANIFEST):
            shutil.rmtree(build, ignore_errors=True)


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write `path` so that it holds either the old or the new content, whatever happens meanwhile, be it a power cut.

    When it cannot be written, nothing is left beside it.
    """
    scratch = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        with scratch.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            # Else some file systems put the new name on the disk before the new content.
            os.fsync(file.fileno())
        scratch.replace(path)
    finally:
        with suppress(OSError):
            scratch.unlink()
