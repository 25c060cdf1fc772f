"""What is retrieved from on a fresh machine: the cards, and the shipped determinations without their outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

import drafter
import vectorstore
from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.corpus.decisions import decision_passages
from drafter.criteria.library import library
from drafter.errors import InputError
from drafter.resources import data_folder
from vectorstore.passage import Passage
from vectorstore.passage_file import corpus_hash

_READ_WITH = (".py", ".yaml", ".md")


def corpus_passages() -> list[Passage]:
    """Every card, and every item of the shipped determinations."""
    return [*card_passages(), *shipped_decisions()]


def card_passages() -> list[Passage]:
    cards = library()
    return [cards.passage(card) for card in cards.cards.values()]


def shipped_decisions() -> list[Passage]:
    from drafter.intake import read_letter

    letters = sorted(_letters().glob("*.md"))
    return [passage for path in letters for passage in decision_passages(read_letter(path).determination)]


class _Remembered(Frozen):
    """The digest of the shipped decisions, and the state of the files that it was made from."""

    state: str
    digest: str


def decisions_digest(remembered: Path) -> str:
    """Identifies the shipped decisions. The file `remembered` keeps it: reading letters takes longer than a search."""
    state = _state()
    with suppress(OSError, ValidationError):
        known = _Remembered.model_validate_json(remembered.read_bytes())
        if known.state == state:
            return known.digest
    digest = corpus_hash(shipped_decisions())
    with suppress(OSError, InputError):  # a data folder that is only read
        remembered.parent.mkdir(parents=True, exist_ok=True)
        write_text(remembered, _Remembered(state=state, digest=digest).model_dump_json())
    return digest


def _state() -> str:
    """Changes with the letters, and with the program and the words that they are read with."""
    described = sorted(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}\n" for path in _sources())
    letters = (path.read_bytes() for path in sorted(_letters().glob("*.md")))
    return hashlib.sha256("".join(described).encode() + b"".join(letters)).hexdigest()


def _sources() -> Iterator[Path]:
    folders = [Path(package.__path__[0]) for package in (drafter, vectorstore)]
    for folder in (*folders, data_folder("seeds") / "lexicon"):
        yield from (path for path in folder.rglob("*") if path.suffix in _READ_WITH)


def _letters() -> Path:
    return data_folder("seeds") / "determinations"
