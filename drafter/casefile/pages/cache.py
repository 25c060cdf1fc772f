"""Pages that were read before, by the content of their file."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from drafter.atomic import write_text
from drafter.casefile.kept import only_for_its_owner, pages_folder
from drafter.casefile.pages.model import READER_VERSION, FileKind
from drafter.casefile.pages.raw import RawPage, from_json
from drafter.errors import InputError


class Content(NamedTuple):
    """What a file holds, whatever its name: its kind, its pages by number, and a note on the whole of it."""

    kind: FileKind
    pages: dict[int, RawPage]
    note: str | None


class PageCache:
    """Below DRAFTER_HOME, readable by its owner only. Without a home nothing is kept."""

    def __init__(self, home: Path | None, ocr: bool) -> None:
        self._folder = pages_folder(home) if home else None
        self._variant = f"{READER_VERSION}-{'ocr' if ocr else 'text'}"

    def get(self, sha256: str) -> Content | None:
        """An entry that cannot be used is no entry: the file is read again."""
        path = self._path(sha256)
        if path is None:
            return None
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            entry = json.loads(path.read_text(encoding="utf-8"))
            pages = {int(number): from_json(page) for number, page in entry["pages"].items()}
            return Content(entry["kind"], pages, entry["note"])
        return None

    def put(self, sha256: str, content: Content) -> None:
        """Keep what was read; a folder that cannot be written costs time later and nothing now."""
        path = self._path(sha256)
        if path is None:
            return
        entry = {
            "kind": content.kind,
            "note": content.note,
            "pages": {number: page._asdict() for number, page in content.pages.items()},
        }
        with suppress(InputError, OSError):
            only_for_its_owner(path.parent)
            write_text(path, json.dumps(entry))

    def _path(self, sha256: str) -> Path | None:
        return self._folder / f"{sha256}-{self._variant}.json" if self._folder else None


def sha256_of(path: Path) -> str:
    """Of the whole file, in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
