"""Redacting the files of one command."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from drafter.atomic import write_text
from drafter.case import Case
from drafter.cli.problems import tell
from drafter.cli.progress import step
from drafter.errors import InputError
from drafter.intake.files import CASE_SUFFIX
from drafter.redaction import Kind, Redactor
from drafter.redaction.case import CaseCopy, case_texts
from drafter.redaction.files import redact_files
from drafter.rendering.formats import safe_name
from drafter.settings import load_settings

DONE, BAD_INPUT = 0, 2
WARNING = "no program finds every identifier: read the copies before you pass them on"


def redact_all(files: Sequence[Path], out: Path) -> int:
    """Write the copies, print how much was removed by kind, and return the exit code."""
    missing = [file for file in files if not file.exists()]
    if missing:
        raise InputError(f"{missing[0]}: no such file or folder; check the path")
    if out.exists() and not out.is_dir():
        raise InputError(f"--out {out}: is not a folder; name another one")
    with step(f"Redacting {files[0].name}") as progress:
        copies = redact_files(files, out, load_settings().home, progress)
    for line in (*copies.problems, *copies.notes):
        tell(line)
    sys.stdout.write("".join(f"wrote {path}\n" for path in copies.written))
    sys.stdout.write(removed_line(copies.counts))
    return BAD_INPUT if copies.problems else DONE


def copy_of(case: Case) -> CaseCopy:
    """A case without identifiers."""
    return CaseCopy(case, Redactor(list(case_texts(case))))


def write_case(case: Case, out: Path, source: Path) -> tuple[Path, ...]:
    """Write the redacted case that a redacted draft is checked against, unless that is what was drafted."""
    path = out / f"{safe_name(case.header.case_number)}{CASE_SUFFIX}"
    if path.exists() and path.samefile(source):
        return ()
    write_text(path, case.model_dump_json(indent=2) + "\n")
    return (path,)


def removed_line(counts: Counter[Kind]) -> str:
    """How much was removed by kind; never what."""
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    return f"removed: {told or 'nothing'}\n{WARNING}\n"
