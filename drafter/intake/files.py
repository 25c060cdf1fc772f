"""Case and determination files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.case import Case
from drafter.errors import InputError, NotADetermination, first_problem
from drafter.intake.letter import Letter, read_letter
from drafter.intake.soundness import problem_of

if TYPE_CHECKING:
    from drafter.casefile import CaseFile
    from drafter.casefile.pages import Progress

CASE_SUFFIX = ".case.json"
DETERMINATION_SUFFIX = ".determination.json"


def write_letter(letter: Letter, out: Path) -> tuple[Path, Path]:
    """Write both halves below `out`, which is made if it is not there; nothing of one is in the other's file."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be made a folder ({error.strerror}); choose another one") from error
    number = letter.case.header.case_number
    case, determination = out / f"{number}{CASE_SUFFIX}", out / f"{number}{DETERMINATION_SUFFIX}"
    write_text(case, letter.case.model_dump_json(indent=2) + "\n")
    write_text(determination, letter.determination.model_dump_json(indent=2) + "\n")
    return case, determination


def load_case(path: Path) -> Case:
    """A case from a `.case.json`, a letter (its decisions are left behind) or a case file, told by their content."""
    return load_case_file(path).case


def load_case_file(path: Path, progress: Callable[[Progress], None] | None = None) -> CaseFile:
    """A case with what of its files could not be read; only a folder or a merged file can have such problems."""
    from drafter.casefile import CaseFile, is_case_file, read_case_file
    from drafter.settings import load_settings

    if path.suffix.lower() == ".json":
        return CaseFile(_sound_case(path), ())
    if is_case_file(path):
        return read_case_file(path, load_settings().home, progress)
    try:
        return CaseFile(read_letter(path).case, ())
    except NotADetermination as no_letter:
        try:
            return read_case_file(path, load_settings().home, progress)
        except InputError:
            raise no_letter from None


def _sound_case(path: Path) -> Case:
    case = _read_case(path)
    problem = problem_of(case)
    if problem:
        raise InputError(f"{path}: not a usable case: {problem}; correct it, or write it with `drafter intake`")
    return case


def _read_case(path: Path) -> Case:
    try:
        return Case.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except ValidationError as error:
        problem = first_problem(error, "file")
        raise InputError(f"{path}: not a case file: {problem}; `drafter intake` writes one") from error
