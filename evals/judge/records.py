"""judge.jsonl: every answer of the judge, beside the results of the run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.errors import InputError
from evals.judge.rubric import Aspect, Grade

_FILE = "judge.jsonl"


class JudgeIdentity(Frozen):
    """Which judge it was. Grades of two judges are never compared."""

    model: str
    prompt_version: str
    prompt_sha256: str


class Judged(Frozen):
    """One answer about one text."""

    of: Literal["draft", "label"]
    """A draft of the run, or a text that people have labelled."""
    text_sha256: str
    sample: str
    case: str
    item: int
    repeat: int
    grades: dict[Aspect, Grade] = Field(default_factory=dict)
    reasons: dict[Aspect, str] = Field(default_factory=dict)
    """In the judge's words, which may quote the record."""
    unscored: str | None = None
    """Why there is no answer: a refusal, a broken answer."""
    judge: JudgeIdentity


def write_judged(folder: Path, judged: Iterable[Judged]) -> Path:
    """Replace the file of a run."""
    path = folder / _FILE
    write_text(path, "".join(entry.model_dump_json() + "\n" for entry in judged))
    return path


def read_judged(folder: Path) -> tuple[Judged, ...]:
    """The answers stored with a run; none when it has not been judged."""
    path = folder / _FILE
    if not path.exists():
        return ()
    try:
        return tuple(Judged.model_validate_json(line) for line in path.read_bytes().splitlines())
    except ValidationError as error:
        raise InputError(f"{path}: is no file of judgements; write it anew with `drafter eval judge`") from error
