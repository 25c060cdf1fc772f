"""Which files a case has, in the order in which a person would list them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.casefile.pages.model import FileProblem

_PARTS = re.compile(r"(\d+)")
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_OUTSIDE = "is a link that leads out of the case's folder and was not followed; copy the file into the folder"


class Listed(NamedTuple):
    """A file, and its name relative to the folder of the case."""

    path: Path
    name: str


class Listing(NamedTuple):
    """The files to read, and what was found that is none."""

    files: tuple[Listed, ...]
    problems: tuple[FileProblem, ...]


def list_files(paths: Sequence[Path], root: Path) -> Listing:
    """The files among `paths`, and below those that are folders; links out of `root` are refused."""
    files, problems = [], []
    for path in paths:
        for found in _walk(path) if path.is_dir() else [path]:
            name = _name(found, root)
            problem = _problem(found, root, named=found == path)
            if not name.isprintable():
                shown = ascii(name)[1:-1]
                problems.append(FileProblem(file=shown, message="has a name that cannot be shown; rename it"))
            elif problem:
                problems.append(FileProblem(file=name, message=problem))
            else:
                files.append(Listed(found, name))
    return Listing(tuple(sorted(set(files), key=lambda file: natural(file.name))), tuple(problems))


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """A key that puts `page 2` before `page 10`."""
    parts = (part for part in _PARTS.split(name.casefold()) if part)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (Path(place) / name for name in (*files, *linked) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    """Files that systems and Office leave behind."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM


def _problem(path: Path, root: Path, named: bool) -> str | None:
    """Why a file is not opened; one that the user named is followed wherever it leads."""
    if not named and path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return _OUTSIDE
    if path.is_dir():
        return "is a link to a folder and was not followed; its files are read where they are"
    if not path.exists():
        return "is not there; check the name"
    return None if path.is_file() else "is no ordinary file; leave it out"


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
