"""Cases that were read before: the same pages give the same case, and reading them costs nothing again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.case import Case
from drafter.casefile.kept import cases_folder, only_for_its_owner
from drafter.casefile.pages import SourcePage
from drafter.casefile.records.cues import lexicon_text
from drafter.errors import InputError

INDEX_VERSION = "21"
"""Raised when the same pages would give another case."""


def key_of(pages: Sequence[SourcePage]) -> str:
    """Hash of all pages with their places, of the cue list and of the index version."""
    digest = hashlib.sha256(f"{INDEX_VERSION}\f{lexicon_text()}".encode())
    for page in pages:
        digest.update(page.model_dump_json().encode())
    return digest.hexdigest()


class CaseStore:
    """Cases by key below `home`; without a home nothing is kept."""

    def __init__(self, home: Path | None) -> None:
        self._folder = cases_folder(home) if home else None

    def get(self, key: str) -> Case | None:
        """A stored case, or None; one that no longer validates is read anew."""
        if self._folder is None:
            return None
        try:
            return Case.model_validate_json((self._folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, case: Case) -> None:
        """Keep a case; where nothing can be written the next draft reads it again."""
        if self._folder is None:
            return
        with suppress(InputError, OSError):
            only_for_its_owner(self._folder)
            write_text(self._folder / f"{key}.json", case.model_dump_json())
