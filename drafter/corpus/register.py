"""The register of added documents: what was read, from where, and what is known about it.

    <home>/documents/register.jsonl      first the digest of each kind, then a document a line, by id
    <home>/documents/passages/           a file of passages for each document, named by id and content
    <home>/documents/writer.lock

A file of passages is never changed: a document that is read again gets a new one, the register is replaced in one
step, and only then the old file goes. A process that dies leaves at most files that the register does not name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.corpus.about import About
from drafter.errors import DataError
from vectorstore.passage import Passage

AddedKind = Literal["guideline", "decision"]
_SCHEMA = 1
_AGAIN = "add the document again with `drafter index add`"


class Entry(Frozen):
    """One added document."""

    id: str
    kind: AddedKind
    path: str
    sha256: str
    """Of the file as it was read."""
    size: int
    modified: int
    """Nanoseconds; with `size` it tells a changed file without reading it."""
    reader: int
    """Version of the reader that made the passages."""
    given: About = About()
    """The options with which it was added; they hold until others are given."""
    beside: About = About()
    """What the sidecar says."""
    about: About = About()
    """Options, sidecar and front matter together."""
    title: str | None = None
    """Of a guideline document, as it calls itself."""
    case_number: str | None = None
    twin: str | None = None
    """Of a decision: the same for letters with the same summary and requests."""
    unread: tuple[int, ...] = ()
    """Pages that show something and have no text."""
    passages: int = Field(ge=0)
    digest: str
    """SHA-256 of the file of passages."""

    @property
    def file(self) -> str:
        return f"{self.id}.{self.digest[:12]}.jsonl"

    @property
    def decision_keys(self) -> tuple[str, ...]:
        """By what a decision is known, whatever the file that it was read from; a guideline by nothing."""
        return tuple(key for key in (self.case_number, self.twin) if key)


class _Head(Frozen):
    schema_version: Literal[1]
    digests: dict[AddedKind, str]


class Register:
    """The register below one folder. Read whole; written whole."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "documents"
        self._path = self.folder / "register.jsonl"
        self._passages = self.folder / "passages"

    def digests(self) -> dict[AddedKind, str]:
        """What the added documents of each kind hold, as one digest; a kind without documents is left out."""
        lines = self._lines()
        return _head(self._path, next(lines)).digests if lines else {}

    def load(self) -> dict[str, Entry]:
        """All documents by id."""
        lines = self._lines()
        if not lines:
            return {}
        _head(self._path, next(lines))
        try:
            entries = [Entry.model_validate_json(line) for line in lines if line]
        except ValidationError as error:
            raise _damaged(self._path, str(error.errors()[0]["msg"])) from error
        return {entry.id: entry for entry in entries}

    def save(self, entries: Mapping[str, Entry]) -> None:
        """Replace the register, then remove the files of passages that it no longer names."""
        ordered = [entries[name] for name in sorted(entries)]
        head = _Head(schema_version=_SCHEMA, digests=_digests(ordered))
        write_text(self._path, "".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in (head, *ordered)))
        self._sweep({entry.file for entry in ordered})

    def write_passages(self, document: str, passages: Iterable[Passage]) -> str:
        """Write the passages of a document beside those that the register names; returns their digest."""
        self._passages.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{_line(passage)}\n" for passage in passages)
        digest = hashlib.sha256(text.encode()).hexdigest()
        write_text(self._passages / f"{document}.{digest[:12]}.jsonl", text)
        return digest

    def passages(self, entry: Entry) -> list[Passage]:
        """The passages of a document; DataError when its file is not what was written."""
        content = self._content(entry)
        if content is None:
            raise DataError(f"{entry.file}: passages of {entry.path} are missing or damaged; {_AGAIN}")
        return [Passage.model_validate_json(line) for line in content.decode().split("\n") if line]

    def holds(self, entry: Entry) -> bool:
        """Whether the passages of a document are there, unchanged."""
        return self._content(entry) is not None

    def _content(self, entry: Entry) -> bytes | None:
        try:
            content = (self._passages / entry.file).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == entry.digest else None

    def _lines(self) -> Iterator[str] | None:
        try:
            text = self._path.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(self._path, type(error).__name__) from error
        return iter(text.split("\n"))

    def _sweep(self, named: set[str]) -> None:
        for path in self._passages.glob("*.jsonl"):
            if path.name not in named:
                with suppress(OSError):
                    path.unlink()


def _line(passage: Passage) -> str:
    return json.dumps(passage.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=False)


def _digests(entries: Iterable[Entry]) -> dict[AddedKind, str]:
    hashes: dict[AddedKind, hashlib._Hash] = {}
    for entry in entries:
        hashes.setdefault(entry.kind, hashlib.sha256()).update(f"{entry.id} {entry.digest}\n".encode())
    return {kind: found.hexdigest() for kind, found in hashes.items()}


def _head(path: Path, line: str) -> _Head:
    try:
        return _Head.model_validate_json(line)
    except ValidationError as error:
        raise _damaged(path, str(error.errors()[0]["msg"])) from error


def _damaged(path: Path, problem: str) -> DataError:
    return DataError(f"{path}: cannot be read ({problem}); remove it and add the documents again")
