"""Reading the letters of one command."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from drafter.cli.inputs import LETTER_ENDINGS, expand
from drafter.cli.problems import explain, tell, with_file
from drafter.cli.progress import working
from drafter.errors import InputError
from drafter.intake import Letter, read_letter, write_letter

DONE, BAD_INPUT = 0, 2
_CASE_ENDING = ".case.json"


def read_all(names: Iterable[Path], out: Path) -> int:
    """Write both halves of every letter, report those that cannot be read, and return the exit code."""
    inputs = expand(names, tuple(ending for ending in LETTER_ENDINGS if ending != _CASE_ENDING))
    for problem in inputs.problems:
        tell(str(problem))
    written: dict[str, Path] = {}
    failed = bool(inputs.problems)
    for file in inputs.files:
        try:
            with working(f"Reading {file.name}"):
                letter = read_letter(file)
                files = _write(letter, out, file, written)
        except Exception as error:
            tell(with_file(explain(error, "intake").message, file))
            failed = True
            continue
        items = len(letter.case.items)
        sys.stdout.write(f"{file}: {items} {'item' if items == 1 else 'items'}\n")
        sys.stdout.write("".join(f"wrote {path}\n" for path in files))
    return BAD_INPUT if failed else DONE


def _write(letter: Letter, out: Path, file: Path, written: dict[str, Path]) -> tuple[Path, Path]:
    number = letter.case.header.case_number
    earlier = written.setdefault(number, file)
    if earlier != file:
        raise InputError(f"{file}: has the case number {number} of {earlier}; read it alone, with another --out")
    return write_letter(letter, out)
