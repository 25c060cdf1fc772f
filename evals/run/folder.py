"""The folder of a run: everything that reports, comparisons and scoring anew need, without suite or drafter."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from drafter.atomic import write_bytes, write_text
from drafter.case import Frozen
from drafter.draft import Draft
from drafter.errors import InputError
from drafter.rendering.formats import render_json, safe_name
from evals.run.configuration import Configuration
from evals.run.records import Record, read_records, write_records
from evals.samples import Sample
from evals.scorers.base import ItemScore
from evals.suite import Suite, read_gates

SCHEMA_VERSION = "1.0"
_INFO, _SAMPLES, _RESULTS, _DRAFTS = "run.json", "samples.jsonl", "results.jsonl", "drafts"


class Problem(Frozen):
    """A letter that is no sample, and why."""

    path: str
    reason: str


class RunInfo(Frozen):
    """run.json: what was to be run, written before the first sample."""

    schema_version: str = SCHEMA_VERSION
    created_at: datetime
    title: str
    suite_path: str
    """Where the suite's gates and its blessed baseline are looked for."""
    gates: dict[str, Any] | None
    """Those of the suite file when the run began; None for a folder or letter."""
    configuration: Configuration
    unreadable: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()


class RunFolder:
    """The files of a run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.results = path / _RESULTS

    def start(self, suite: Suite, configuration: Configuration) -> RunInfo:
        """Begin a run here, or go on with the one that is here if it is of the same configuration."""
        if (self.path / _INFO).exists():
            info = self.info()
            _refuse_other(self.path, info.configuration, configuration)
            return info
        if self.results.exists():
            raise InputError(f"{self.path}: holds {_RESULTS} without {_INFO}; choose another --out")
        info = RunInfo(
            created_at=datetime.now(UTC).replace(microsecond=0),
            title=suite.title,
            suite_path=str(suite.path),
            gates=read_gates(suite.path),
            configuration=configuration,
            unreadable=tuple(Problem(path=entry.path, reason=entry.reason) for entry in suite.unreadable),
            ignored=suite.ignored,
        )
        lines = "".join(sample.model_dump_json() + "\n" for sample in suite.samples)
        write_text(self.path / _SAMPLES, lines)
        self.write_info(info)
        return info

    def info(self) -> RunInfo:
        try:
            return RunInfo.model_validate_json((self.path / _INFO).read_text(encoding="utf-8"))
        except (OSError, ValidationError) as error:
            raise InputError(
                f"{self.path}: is not the folder of a run; name the --out of `drafter eval run`"
            ) from error

    def write_info(self, info: RunInfo) -> None:
        write_text(self.path / _INFO, info.model_dump_json(indent=2) + "\n")

    def samples(self) -> tuple[Sample, ...]:
        try:
            lines = (self.path / _SAMPLES).read_bytes().splitlines()
            return tuple(Sample.model_validate_json(line) for line in lines)
        except (OSError, ValidationError) as error:
            raise InputError(f"{self.path}: its {_SAMPLES} cannot be read; run the suite into another --out") from error

    def draft_path(self, sample: str, repeat: int) -> Path:
        return self.path / _DRAFTS / f"{safe_name(sample)}.{repeat}.draft.json"

    def save_draft(self, sample: str, repeat: int, draft: Draft) -> None:
        """Write a draft so that it outlives a loss of power, before its result is recorded."""
        path = self.draft_path(sample, repeat)
        path.parent.mkdir(exist_ok=True)
        write_bytes(path, render_json(draft).encode())
        with path.open("rb") as file:
            os.fsync(file.fileno())

    def draft(self, sample: str, repeat: int) -> Draft:
        path = self.draft_path(sample, repeat)
        try:
            return Draft.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise InputError(f"{path}: cannot be read as a draft; remove the run and draft it again") from error

    def rewrite(self, records: Sequence[Record]) -> None:
        write_records(self.results, records)


class Run(NamedTuple):
    """A run as it was left."""

    folder: RunFolder
    info: RunInfo
    samples: tuple[Sample, ...]
    records: tuple[Record, ...]
    """In the order of the suite, then of the repeats."""

    @property
    def scores(self) -> list[ItemScore]:
        return [score for record in self.records for score in record.scores]

    @property
    def errors(self) -> list[Record]:
        return [record for record in self.records if record.status == "error"]

    @property
    def repeats(self) -> int:
        """How often the samples of this run are drafted."""
        return max((record.repeat for record in self.records), default=1)

    @property
    def missing(self) -> list[str]:
        """Samples of the suite without a record in one of the repeats."""
        done = {record.key for record in self.records}
        wanted = range(1, self.repeats + 1)
        return [sample.id for sample in self.samples if any((sample.id, repeat) not in done for repeat in wanted)]


def load_run(path: Path) -> Run:
    """Read the folder of a run; one without a result is an InputError."""
    folder = RunFolder(path)
    info = folder.info()
    samples = folder.samples()
    place = {sample.id: number for number, sample in enumerate(samples)}
    records = [record for record in read_records(folder.results).values() if record.sample in place]
    if not records:
        raise InputError(f"{path}: holds no result yet; run `drafter eval run` with this --out")
    return Run(folder, info, samples, tuple(sorted(records, key=lambda record: (place[record.sample], record.repeat))))


@contextmanager
def only_writer(path: Path) -> Iterator[RunFolder]:
    """The folder of a run, made if it is not there, for one process at a time."""
    from filelock import FileLock, Timeout

    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / ".lock", timeout=0)
        with lock:
            yield RunFolder(path)
    except Timeout as error:
        raise InputError(f"{path}: another command writes to it; wait for it or name another folder") from error


@contextmanager
def existing_run(path: Path) -> Iterator[Run]:
    """A run that is there, for one process at a time; where there is none, nothing is made."""
    RunFolder(path).info()
    with only_writer(path):
        yield load_run(path)


def _refuse_other(path: Path, there: Configuration, now: Configuration) -> None:
    differing = now.differences(there)
    if differing == ["scorers"]:
        raise InputError(f"{path}: was scored with other scorers; score its drafts anew with --rescore")
    if differing:
        raise InputError(f"{path}: holds a run of another configuration ({', '.join(differing)}); choose another --out")
