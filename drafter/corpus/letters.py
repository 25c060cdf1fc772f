"""A determination letter of the organisation as passages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from drafter.corpus.decisions import decision_passages
from drafter.corpus.register import Entry
from drafter.errors import InputError
from drafter.fingerprint import resemblance
from drafter.guard import NEAR_DUPLICATE
from vectorstore.passage import Passage

LETTER_ENDINGS = (".md", ".markdown", ".txt", ".text", ".pdf")


class Letter(NamedTuple):
    """A letter's items as passages."""

    case_number: str
    twin: str
    """The same for letters with the same summary and requests, whatever their case number."""
    passages: list[Passage]


def read_decision(path: Path) -> Letter:
    """The items of a letter; NotADetermination names a file that is none."""
    from drafter.intake import read_letter

    determination = read_letter(path).determination
    requests = "\n".join(item.request for item in determination.items)
    twin = hashlib.sha256(f"{determination.clinical_summary}\n{requests}".lower().encode()).hexdigest()[:16]
    return Letter(determination.case_number, twin, decision_passages(determination))


def check_agreement(letter: Letter, path: Path, entry: Entry, earlier: list[Passage]) -> None:
    """InputError when the letter at `path` is not the one that was added as `entry`, though of the same case.

    The same letter in another format differs in a few words; an amended one in its date or its outcome.
    """
    if _signs(letter.passages) == _signs(earlier) and _alike(letter.passages, earlier):
        return
    raise InputError(
        f"{path.name}: has the case number of {entry.path} and says something else; "
        f"if it replaces that letter, first `drafter index remove {entry.id}`"
    )


def _signs(passages: Iterable[Passage]) -> list[tuple[object, ...]]:
    return [tuple(passage.metadata.get(name) for name in ("item", "decided", "outcome")) for passage in passages]


def _alike(passages: Iterable[Passage], earlier: Iterable[Passage]) -> bool:
    """Whether both tell of the same patient; a summary of a few words has no fingerprint."""
    one, other = (str(next(iter(found)).metadata.get("fingerprint", "")) for found in (passages, earlier))
    return one == other or resemblance(one, other) >= NEAR_DUPLICATE
