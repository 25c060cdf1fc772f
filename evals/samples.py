"""A sample: one determination letter, with what a drafter may see and what it is measured against held apart."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pydantic import model_validator

from drafter.case import Case, DisputedItem, Frozen
from drafter.determination import Determination, DeterminedItem
from drafter.errors import InputError

_LABEL = re.compile(r":\s*(?:upheld|overturned)\W*$", re.IGNORECASE)
_TEXT_FILES = frozenset({".md", ".txt"})


class Sample(Frozen):
    """One letter of a suite. Only `case` may go to a drafter or a baseline; only scorers see `target`."""

    id: str
    """Case number and the first characters of the hash of the letter's content: the same in every run and folder."""
    source: str
    """File name of the letter."""
    case: Case
    target: Determination

    @model_validator(mode="after")
    def _halves_fit(self) -> Sample:
        """Both halves speak of the same items, and no label is left on the side that a drafter sees."""
        if self.case.header.case_number != self.target.case_number:
            raise ValueError(f"case half is {self.case.header.case_number}, target half {self.target.case_number}")
        if [item.number for item in self.case.items] != [item.number for item in self.target.items]:
            raise ValueError("the two halves list different items")
        for item in self.case.items:
            if _LABEL.search(item.request):
                raise ValueError(f"item {item.number}: the outcome is still part of the request")
        return self

    @property
    def case_number(self) -> str:
        return self.target.case_number

    def pairs(self) -> list[tuple[DisputedItem, DeterminedItem]]:
        """Each disputed item with its decision."""
        return list(zip(self.case.items, self.target.items, strict=True))


def read_sample(path: Path) -> Sample:
    """Read a determination letter and split it; an unusable one is an InputError."""
    from drafter.intake import read_letter

    letter = read_letter(path)
    try:
        return Sample(
            id=f"{letter.determination.case_number}-{content_hash(path)}",
            source=path.name,
            case=letter.case,
            target=letter.determination,
        )
    except ValueError as error:
        reason = str(error).splitlines()[-1] if not hasattr(error, "errors") else error.errors()[0]["msg"]
        raise InputError(f"{path.name}: {reason}; the letter cannot be used as a sample") from error


def content_hash(path: Path) -> str:
    """Twelve hexadecimal digits of the file's SHA-256; line ends of text files do not matter."""
    content = path.read_bytes()
    if path.suffix.lower() in _TEXT_FILES:
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()[:12]
