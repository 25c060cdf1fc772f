"""The passages of an index as a file: one JSON object a line, ordered by id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from vectorstore.errors import BUILD, IndexDamaged, UnusablePassages, first_line
from vectorstore.files import PASSAGES
from vectorstore.passage import Passage


def ordered(passages: Iterable[Passage]) -> list[Passage]:
    """By id, so that the order in which a corpus was read leaves no trace; ids must be unique and texts not empty."""
    result = sorted(passages, key=lambda passage: passage.id)
    if not result:
        raise UnusablePassages("there are no passages to index")
    for passage, following in pairwise(result):
        if passage.id == following.id:
            raise UnusablePassages(f"passage {passage.id!r}: the id is used twice; give each passage its own")
    for passage in result:
        if not passage.text.strip():
            raise UnusablePassages(f"passage {passage.id!r}: has no text; leave it out or give it one")
    return result


def corpus_hash(passages: Iterable[Passage]) -> str:
    """Identifies a set of passages, in whatever order they come."""
    return hashlib.sha256(_lines(ordered(passages)).encode()).hexdigest()


def write_passages(build: Path, passages: Sequence[Passage]) -> None:
    (build / PASSAGES).write_text(_lines(passages), encoding="utf-8", newline="\n")


def read_passages(build: Path) -> list[Passage]:
    path = build / PASSAGES
    try:
        return [Passage.model_validate_json(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        problem = first_line(error)
        raise IndexDamaged(f"{path}: cannot be read as passages ({problem}); rebuild with {BUILD}") from error


def _lines(passages: Sequence[Passage]) -> str:
    dumped = (json.dumps(passage.model_dump(mode="json"), sort_keys=True, ensure_ascii=False) for passage in passages)
    return "".join(line + "\n" for line in dumped)
