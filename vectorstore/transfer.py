"""One archive for several files, checked whole before anything of it is used.

A zip file with `contents.json`, which names the format, its schema and the size and SHA-256 of every other member.
"""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vectorstore.errors import ArchiveUnusable

_CONTENTS = "contents.json"
_FORMAT = "drafter-library"
SCHEMA_VERSION = 1
_NAME = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)?", re.ASCII)
"""A file, or a file in a folder; nothing that leads elsewhere."""
_CHUNK = 1 << 20
_MOST_CONTENTS = 64 << 20


class Member(BaseModel):
    """A file of the archive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int = Field(ge=0)
    sha256: str


class Contents(BaseModel):
    """What an archive says about itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: str
    schema_version: int
    about: dict[str, str]
    files: dict[str, Member]


def write_archive(file: Path, about: Mapping[str, str], members: Mapping[str, Path]) -> Contents:
    """Write `members`, by their names in the archive, to `file`: whole or not at all."""
    scratch = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            files = {name: _write(archive, name, path) for name, path in sorted(members.items())}
            contents = Contents(format=_FORMAT, schema_version=SCHEMA_VERSION, about=dict(about), files=files)
            archive.writestr(_CONTENTS, contents.model_dump_json(indent=1))
        scratch.replace(file)
    except OSError as error:
        raise ArchiveUnusable(f"{file}: cannot be written ({error.strerror}); check its folder") from error
    finally:
        scratch.unlink(missing_ok=True)
    return contents


def read_archive(file: Path, folder: Path) -> Contents:
    """Unpack `file` into the empty `folder`; ArchiveUnusable when any of it is not what it should be."""
    try:
        with zipfile.ZipFile(file) as archive:
            contents = _contents(archive, file)
            for name, member in contents.files.items():
                _read(archive, file, name, member, folder)
    except FileNotFoundError as error:
        raise ArchiveUnusable(f"{file}: no such file; check the path") from error
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ArchiveUnusable(f"{file}: cannot be read as an archive; export it again") from error
    return contents


def _write(archive: zipfile.ZipFile, name: str, path: Path) -> Member:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            size += target.write(chunk)
    return Member(size=size, sha256=digest.hexdigest())


def _contents(archive: zipfile.ZipFile, file: Path) -> Contents:
    names = archive.namelist()
    if _CONTENTS not in names:
        raise ArchiveUnusable(f"{file}: was not written by `drafter index export`; name a file that was")
    try:
        with archive.open(_CONTENTS) as source:
            contents = Contents.model_validate_json(source.read(_MOST_CONTENTS))
    except ValidationError as error:
        raise ArchiveUnusable(f"{file}: its {_CONTENTS} cannot be read; export it again") from error
    if (contents.format, contents.schema_version) != (_FORMAT, SCHEMA_VERSION):
        raise ArchiveUnusable(
            f"{file}: has format {contents.format} {contents.schema_version}, this program reads {_FORMAT}"
            f" {SCHEMA_VERSION}; export it again with this version of the program"
        )
    if sorted(names) != sorted([*contents.files, _CONTENTS]):
        raise ArchiveUnusable(f"{file}: does not hold just the files that it lists; export it again")
    if strange := [name for name in contents.files if not _NAME.fullmatch(name)]:
        raise ArchiveUnusable(f"{file}: holds {strange[0]!r}, which leads out of it; it was tampered with")
    return contents


def _read(archive: zipfile.ZipFile, file: Path, name: str, member: Member, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as copy:
        digest = _copy(source, copy, member.size)
    if digest != member.sha256:
        raise ArchiveUnusable(f"{file}: {name} is not what was exported; copy or export it again")


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> str:
    """Copy up to `size` bytes and one more, so that a member that unpacks without end is noticed; the SHA-256."""
    digest, left = hashlib.sha256(), size + 1
    while left and (chunk := source.read(min(_CHUNK, left))):
        digest.update(chunk)
        target.write(chunk)
        left -= len(chunk)
    return digest.hexdigest()
