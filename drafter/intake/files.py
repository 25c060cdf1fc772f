"""Case and determination files."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.case import Case
from drafter.errors import InputError
from drafter.intake.letter import Letter, read_letter
from drafter.intake.soundness import problem_of

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
    """A case from a `.case.json` or from a letter; the letter's decisions are left behind."""
    if path.suffix.lower() != ".json":
        return read_letter(path).case
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
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "file"
        raise InputError(f"{path}: not a case file: {place}: {first['msg']}; `drafter intake` writes one") from error
