"""Blessed baselines: the scores of a run that a person declared to be the state to hold.

A baseline holds values by item and no text of a record, a draft or a determination. Only `drafter eval bless` writes
one. That of a shipped suite lies with the package; that of any other suite beside the suite: `letters.baseline.json`
next to the folder `letters`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field, ValidationError

from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.errors import InputError
from evals.run.configuration import Configuration
from evals.run.folder import Run
from evals.scorers.base import ItemScore, Unscored, Value
from evals.scorers.cost import SECONDS

SCHEMA_VERSION = "1.0"
_SHIPPED_SUITES = Path(__file__).parent / "suites"
_SHIPPED_BASELINES = Path(__file__).parent / "baselines"
_NOT_REPRODUCIBLE = frozenset({SECONDS})


class ItemName(NamedTuple):
    """Which item a value of a column belongs to."""

    sample: str
    case: str
    repeat: int
    item: int
    derived: bool


class _File(Frozen):
    """The stored form: one line a column, so that a diff of two baselines shows which scores moved."""

    schema_version: str
    blessed_at: datetime
    configuration: Configuration
    unscored: tuple[str, ...]
    """Reasons; a value `{"unscored": 0}` points to the first."""
    items: tuple[ItemName, ...]
    columns: dict[str, tuple[bool | float | str | dict[str, int], ...]] = Field(default_factory=dict)


class Blessed(NamedTuple):
    """A baseline that was read."""

    path: Path
    blessed_at: datetime
    configuration: Configuration
    scores: list[ItemScore]


def baseline_path(suite_path: Path) -> Path:
    """Where the baseline of a suite lies, whether or not there is one."""
    if suite_path.parent == _SHIPPED_SUITES:
        return _SHIPPED_BASELINES / f"{suite_path.stem}.json"
    name = suite_path.name if suite_path.is_dir() else suite_path.stem
    return suite_path.parent / f"{name}.baseline.json"


def bless(run: Run, path: Path | None = None) -> Path:
    """Make the scores of a finished run the baseline of its suite; a run with errors or gaps is an InputError."""
    if run.errors:
        raise InputError(f"{run.folder.path}: has {len(run.errors)} errors; run it again with --retry-errors first")
    if run.missing:
        raise InputError(f"{run.folder.path}: lacks {len(run.missing)} samples of its suite; run it to the end first")
    path = path or baseline_path(Path(run.info.suite_path))
    write_text(path, _dump(run.scores, run.info.configuration))
    return path


def read_baseline(path: Path) -> Blessed | None:
    """The baseline at `path`, None when there is none; one that cannot be read is an InputError."""
    if not path.exists():
        return None
    try:
        file = _File.model_validate_json(path.read_bytes())
        scores = list(_scores(file))
    except (OSError, ValidationError, ValueError, LookupError) as error:
        raise InputError(f"{path}: is no baseline of this version; write it anew with `drafter eval bless`") from error
    return Blessed(path, file.blessed_at, file.configuration, scores)


def _dump(scores: Sequence[ItemScore], configuration: Configuration) -> str:
    names = sorted({name for score in scores for name in score.values} - _NOT_REPRODUCIBLE)
    reasons = sorted({value.unscored for s in scores for value in s.values.values() if isinstance(value, Unscored)})
    head = {
        "schema_version": SCHEMA_VERSION,
        "blessed_at": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "configuration": configuration.model_dump(),
        "unscored": reasons,
        "items": [ItemName(s.sample, s.case, s.repeat, s.item, s.derived) for s in scores],
    }
    columns = {name: [_stored(score.values.get(name), reasons) for score in scores] for name in names}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(values)}" for name, values in columns.items())
    return "{\n" + ",\n".join([*lines, f'"columns": {{\n{rows}\n}}']) + "\n}\n"


def _stored(value: Value | None, reasons: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, Unscored):
        return {"unscored": reasons.index(value.unscored)}
    return value


def _scores(file: _File) -> Iterator[ItemScore]:
    for place, name in enumerate(file.items):
        values: dict[str, Value] = {}
        for column, stored in file.columns.items():
            value = stored[place]
            values[column] = Unscored(unscored=file.unscored[value["unscored"]]) if isinstance(value, dict) else value
        yield ItemScore(**name._asdict(), values=values)
