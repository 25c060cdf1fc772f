"""The results of a run: one line for each finished sample and repeat, appended and never lost.

A line is on the disk before the next sample counts as begun (fsync). A line that a kill cut short is no result: it is
cut off when the file is opened again, and its sample is drafted again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, NamedTuple, Self

from pydantic import ValidationError

from drafter.case import Frozen
from drafter.errors import InputError
from evals.run.configuration import Configuration
from evals.scorers.base import ItemScore


class Key(NamedTuple):
    """What a record is of."""

    sample: str
    repeat: int


class Record(Frozen):
    """One drafting of one sample, scored; or the error that it ended with."""

    sample: str
    repeat: int = 1
    status: Literal["scored", "error"]
    error: str | None = None
    """Type and place of an unexpected error, the message of a known one; no text of a record."""
    seconds: float | None = None
    """Wall time of drafting; None when there is no draft."""
    scores: tuple[ItemScore, ...]
    """On an error everything in them is unscored, with the error as the reason."""
    configuration: Configuration

    @property
    def key(self) -> Key:
        return Key(self.sample, self.repeat)


class ResultsLog:
    """An open `results.jsonl`; one process writes it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open("ab")
        _cut_torn_line(self._path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def append(self, record: Record) -> None:
        """Write the record, and return when it is on the disk."""
        if self._file is None:
            raise RuntimeError("the log is not open")
        self._file.write(line_of(record))
        self._file.flush()
        os.fsync(self._file.fileno())


def line_of(record: Record) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def read_records(path: Path) -> dict[Key, Record]:
    """The last record of each sample and repeat: a retried error stands before its retry."""
    return {record.key: record for record in _parsed(path)} if path.exists() else {}


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Replace all results at once: after scoring anew."""
    from drafter.atomic import write_bytes

    write_bytes(path, b"".join(line_of(record) for record in records))


def _parsed(path: Path) -> Iterator[Record]:
    for number, line in enumerate(path.read_bytes().splitlines(keepends=True), start=1):
        if not line.endswith(b"\n"):
            return
        try:
            yield Record.model_validate_json(line)
        except ValidationError as error:
            raise InputError(
                f"{path}: line {number} is no result ({error.errors()[0]['msg']}); remove the line to draft it again"
            ) from error


def _cut_torn_line(path: Path) -> None:
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        os.truncate(path, whole)
