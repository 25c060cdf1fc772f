"""Checking a draft file again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import ValidationError

from drafter.cli.summary import flag_count, print_flags
from drafter.criteria.library import library
from drafter.draft import SCHEMA_VERSION, Draft
from drafter.errors import InputError, first_problem
from drafter.intake import load_case
from drafter.rendering import is_blocked
from drafter.verification import verify

DONE, BLOCKED = 0, 1


def verify_file(draft_path: Path, case_path: Path) -> int:
    """Print the flags that verification raises now; the flags stored in the file do not count."""
    draft, case = read_draft(draft_path), load_case(case_path)
    if draft.case.case_number != case.header.case_number:
        raise InputError(
            f"{draft_path}: is a draft of {draft.case.case_number}, not of {case.header.case_number}; name its own case"
        )
    checked = verify(_without_flags(draft), case, library())
    flags = (*checked.flags, *(flag for item in checked.items for flag in item.flags))
    if flags:
        print_flags(flags)
    sys.stdout.write(f"{draft_path}: flags: {flag_count(flags)}\n")
    return BLOCKED if is_blocked(checked) else DONE


def read_draft(path: Path) -> Draft:
    """Read a draft JSON; a file that is none is an InputError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name the .draft.json file that drafter draft wrote") from error
    version = _schema_version(content)
    if version is None:
        raise InputError(f"{path}: is not a draft; name the .draft.json file that drafter draft wrote")
    if version != SCHEMA_VERSION:
        raise InputError(f"{path}: is a draft of schema {version}, and {SCHEMA_VERSION} is read; draft the case again")
    try:
        return Draft.model_validate_json(content)
    except ValidationError as error:
        raise InputError(f"{path}: {first_problem(error)}; undo the change, or draft the case again") from error


def _schema_version(content: bytes) -> str | None:
    """None for what is no draft at all: a letter, a case file, a page of text."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    version = found.get("schema_version") if isinstance(found, dict) else None
    return version if isinstance(version, str) else None


def _without_flags(draft: Draft) -> Draft:
    items = tuple(item.model_copy(update={"flags": ()}) for item in draft.items)
    return draft.model_copy(update={"items": items, "flags": ()})
