"""Checking a draft file again."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import ValidationError

from drafter.cli.summary import flag_count, print_flags
from drafter.criteria.library import library
from drafter.draft import SCHEMA_VERSION, Draft
from drafter.errors import InputError
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
        return Draft.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise InputError(f"{path}: {reason}; name a .draft.json file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "file"
        raise InputError(
            f"{path}: {place}: {first['msg']}; this is not a draft of schema {SCHEMA_VERSION}, draft the case again"
        ) from error


def _without_flags(draft: Draft) -> Draft:
    items = tuple(item.model_copy(update={"flags": ()}) for item in draft.items)
    return draft.model_copy(update={"items": items, "flags": ()})
