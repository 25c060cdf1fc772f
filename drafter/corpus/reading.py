"""Reading one added file after another into the register's entries."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Literal, NamedTuple

from drafter.corpus import shipped
from drafter.corpus.about import About, read_sidecar
from drafter.corpus.guidelines import read_guideline
from drafter.corpus.letters import Letter, check_agreement, read_decision
from drafter.corpus.register import AddedKind, Entry, Register
from drafter.errors import InputError
from vectorstore.passage import Passage

READER = 1
"""Changes with what is read from a file: a document of an older reader is read again when it is added again."""
_SLUG = 60
State = Literal["added", "changed", "unchanged", "known", "failed"]


class Wish(NamedTuple):
    """How files are to be added."""

    kind: AddedKind
    given: About = About()


class Added(NamedTuple):
    """What became of one file."""

    path: Path
    state: State
    """`known`: the same decision is there already."""
    entry: Entry | None = None
    known_from: str = ""
    error: Exception | None = None


class _File(NamedTuple):
    """A file as it lies there."""

    path: Path
    content: bytes
    modified: int
    beside: About
    """Its sidecar."""


class Reading:
    """The entries of a register while files are added to it; nothing is saved here but passages."""

    def __init__(self, register: Register, wish: Wish) -> None:
        self.entries = register.load()
        self._register = register
        self._wish = wish
        self._paths = {entry.path: entry for entry in self.entries.values()}
        self._decisions = {key: entry for entry in self.entries.values() for key in entry.decision_keys}
        self._shipped = {passage.metadata["case_number"] for passage in shipped.shipped_decisions()}

    def add(self, name: Path) -> Added:
        """Read a file if it is new or has changed; what is wrong with it is told in the result."""
        try:
            return self._add(name)
        except Exception as error:
            return Added(name, "failed", error=error)

    def _add(self, name: Path) -> Added:
        file = _open(name.resolve(), self._wish.kind)
        before = self._paths.get(str(file.path))
        given = self._wish.given.over(before.given) if before else self._wish.given
        if before and self._is_unchanged(before, file, given):
            return Added(name, "unchanged", before)
        found = (
            self._letter(file, given, before) if self._wish.kind == "decision" else self._document(file, given, before)
        )
        if isinstance(found, str):
            return Added(name, "known", known_from=found)
        self._take(found, before)
        return Added(name, "changed" if before else "added", found)

    def _letter(self, file: _File, given: About, before: Entry | None) -> Entry | str:
        """The entry of a letter, or where its decision is known from already."""
        letter = read_decision(file.path)
        if known_from := self._known_from(letter, file.path):
            return known_from
        document = self._id(letter.case_number, before)
        entry = self._entry(file, document, given, letter.passages)
        return entry.model_copy(update={"case_number": letter.case_number, "twin": letter.twin})

    def _document(self, file: _File, given: About, before: Entry | None) -> Entry:
        document = self._id(file.path.stem, before)
        found = read_guideline(file.path, file.content, document, given, file.beside)
        entry = self._entry(file, document, given, found.passages)
        return entry.model_copy(update={"about": found.about, "title": found.title, "unread": found.unread})

    def _is_unchanged(self, before: Entry, file: _File, given: About) -> bool:
        return (
            (before.sha256, before.kind, before.reader) == (_sha256(file.content), self._wish.kind, READER)
            and (before.given, before.beside) == (given, file.beside)
            and self._register.holds(before)
        )

    def _entry(self, file: _File, document: str, given: About, passages: list[Passage]) -> Entry:
        return Entry(
            id=document,
            kind=self._wish.kind,
            path=str(file.path),
            sha256=_sha256(file.content),
            size=len(file.content),
            modified=file.modified,
            reader=READER,
            given=given,
            beside=file.beside,
            passages=len(passages),
            digest=self._register.write_passages(document, passages),
        )

    def _id(self, name: str, before: Entry | None) -> str:
        """The document's id stays; a new one is named after its file or case, with a number where that is taken."""
        slug = _slug(name)
        if before and re.fullmatch(rf"{re.escape(slug)}(?:-\d+)?", before.id):
            return before.id
        taken, number = slug, 1
        while taken in self.entries:
            number += 1
            taken = f"{slug}-{number}"
        return taken

    def _take(self, entry: Entry, before: Entry | None) -> None:
        if before:
            del self.entries[before.id]
            self._decisions = {key: other for key, other in self._decisions.items() if other.id != before.id}
        self.entries[entry.id] = self._paths[entry.path] = entry
        self._decisions |= dict.fromkeys(entry.decision_keys, entry)

    def _known_from(self, letter: Letter, path: Path) -> str | None:
        """Where the decision of a letter is known from already; InputError when two letters of a case disagree."""
        if letter.case_number in self._shipped:
            return "the shipped determinations"
        same_case = self._decisions.get(letter.case_number)
        if same_case and same_case.path != str(path):
            check_agreement(letter, path, same_case, self._register.passages(same_case))
            return same_case.path
        twin = self._decisions.get(letter.twin)
        return twin.path if twin and twin.path != str(path) else None


def _open(path: Path, kind: AddedKind) -> _File:
    try:
        content, modified = path.read_bytes(), path.stat().st_mtime_ns
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({error.strerror}); check its permissions") from error
    return _File(path, content, modified, read_sidecar(path) if kind == "guideline" else About())


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _slug(name: str) -> str:
    """Letters and digits of a name, for an id that is also a file name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG].strip("-") or "document"
