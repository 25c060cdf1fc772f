"""The work behind `drafter index add` and `drafter index remove`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.cli.problems import explain, tell, with_file
from drafter.cli.progress import working
from drafter.corpus.about import check_about
from drafter.corpus.adding import add_documents, files_below, remove_documents
from drafter.corpus.indexing import ensure_index
from drafter.corpus.reading import Added, State, Wish
from drafter.corpus.register import AddedKind, Entry
from drafter.embedding import open_embedder
from drafter.errors import InputError
from drafter.settings import Settings, load_settings

DONE, BAD_INPUT = 0, 2


def add_all(names: Sequence[Path], kind: AddedKind, given: Mapping[str, Any], home: Path | None) -> int:
    """Read the documents, say a line for each that is new or bad, index them, and return the exit code."""
    if kind == "decision" and given:
        raise InputError(f"--{next(iter(given))}: is for guidelines; a letter says itself what it is")
    wish = Wish(kind, check_about(given, "options"))
    settings = load_settings(home=home)
    files, problems = files_below(names, kind)
    for problem in problems:
        tell(str(problem))
    counts = Counter[State]()
    with working("Reading documents"):
        for added in add_documents(settings.home, files, wish):
            counts[added.state] += 1
            _report(added)
    code = BAD_INPUT if problems or counts["failed"] else DONE
    return max(code, _index(settings, _counted(counts))) if counts else code


def remove_all(names: Sequence[str], home: Path | None) -> int:
    """Take documents out and index what is left; returns the exit code."""
    settings = load_settings(home=home)
    removed, problems = remove_documents(settings.home, names)
    for problem in problems:
        tell(str(problem))
    for entry in removed:
        sys.stdout.write(f"removed {entry.id}: {entry.path}\n")
    code = BAD_INPUT if problems else DONE
    return max(code, _index(settings, f"{len(removed)} removed")) if removed else code


def _report(added: Added) -> None:
    """A line for whatever is not as it was; unchanged files are only counted."""
    if added.error is not None:
        tell(with_file(explain(added.error, "index").message, added.path))
    elif added.state == "known":
        sys.stdout.write(f"{added.path}: the same decision is there already, from {added.known_from}\n")
    elif added.entry is not None and added.state != "unchanged":
        count = added.entry.passages
        passages = f"{count} {'passage' if count == 1 else 'passages'}"
        sys.stdout.write(f"{added.path}: {added.state} as {added.entry.id}, {passages}{_unread(added.entry)}\n")


def _unread(entry: Entry) -> str:
    """Which pages nothing can be found on."""
    pages = ", ".join(map(str, entry.unread))
    return f"; no text on page {pages}, run it through text recognition" if pages else ""


def _counted(counts: Mapping[State, int]) -> str:
    words: dict[State, str] = {"known": "known already"}
    return ", ".join(f"{count} {words.get(state, state)}" for state, count in counts.items() if count)


def _index(settings: Settings, done: str) -> int:
    """Bring the index up to date. What was read stays: an index that cannot be had now is built by the next command."""
    try:
        with working("Opening the guideline index") as progress:
            manifest = ensure_index(settings.home, progress, open_embedder(settings)).manifest
    except Exception as error:
        problem = explain(error, "index")
        tell(f"documents: {done}; the index is not up to date yet: {problem.message}")
        return problem.exit_code
    kinds = ", ".join(f"{count} {kind}" for kind, count in manifest.kinds.items())
    sys.stdout.write(f"documents: {done}; the index holds {kinds} passages\n")
    return DONE
