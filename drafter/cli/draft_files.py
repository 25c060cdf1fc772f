"""Files of earlier drafts: a reviewer's changes are never overwritten unasked, and what has become old is named.

Beside the files of a case lies `.CASE.sha256`, in the form that `sha256sum -c` reads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from drafter.atomic import write_text
from drafter.errors import InputError
from drafter.rendering.formats import FORMATS, safe_name


class DraftFiles:
    """The files of one case in one folder."""

    def __init__(self, folder: Path, case_number: str) -> None:
        self._folder = folder
        self._stem = safe_name(case_number)

    def refuse_source(self, source: Path, formats: Iterable[str]) -> None:
        """An InputError where the letter would be overwritten that is drafted."""
        if any(path.exists() and path.samefile(source) for path in self._paths(formats)):
            raise InputError(f"{source}: the draft would overwrite it; choose another --out")

    def refuse_changed(self, formats: Iterable[str]) -> None:
        """An InputError where a file to be written is there and is not as a draft left it."""
        written = self._written()
        changed = [path for path in self._paths(formats) if path.exists() and _sha256(path) != written.get(path.name)]
        if changed:
            names = ", ".join(map(str, changed))
            raise InputError(f"{names}: not as drafter left it; choose another --out, or overwrite with --force")

    def remember(self, paths: Iterable[Path]) -> None:
        """Note what these files hold now."""
        written = self._written() | {path.name: _sha256(path) for path in paths}
        lines = [f"{digest}  {name}\n" for name, digest in sorted(written.items()) if (self._folder / name).exists()]
        write_text(self._note, "".join(lines))

    def stale(self, formats: Iterable[str]) -> list[Path]:
        """Files of an earlier draft in other formats than these."""
        return [path for path in self._paths(set(FORMATS) - set(formats)) if path.exists()]

    @property
    def _note(self) -> Path:
        return self._folder / f".{self._stem}.sha256"

    def _paths(self, formats: Iterable[str]) -> list[Path]:
        wanted = set(formats)
        return [self._folder / f"{self._stem}{form.suffix}" for name, form in FORMATS.items() if name in wanted]

    def _written(self) -> dict[str, str]:
        """Hashes by file name; a note that cannot be read counts as none, so that nothing is overwritten."""
        try:
            lines = self._note.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return {}
        return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; choose another --out") from error
