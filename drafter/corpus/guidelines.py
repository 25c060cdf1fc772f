"""An added guideline document as passages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.corpus.about import About
from drafter.corpus.formats import read_blocks
from drafter.corpus.passages import Piece, Sizes, pieces
from vectorstore.passage import Passage

Value = str | int | float | bool
_SIZES = Sizes()


class Guidelines(NamedTuple):
    """What a document says, and what is known about it."""

    about: About
    title: str | None
    unread: tuple[int, ...]
    passages: list[Passage]


def read_guideline(
    path: Path, content: bytes, document: str, given: About, beside: About, sizes: Sizes = _SIZES
) -> Guidelines:
    """The passages of a document. Options win over the sidecar `beside` it, the sidecar over its front matter."""
    read, front = read_blocks(path.name, content)
    about = given.over(beside).over(front).completed()
    source = about.source or read.title or path.stem
    return Guidelines(
        about, read.title, read.unread, _passages(list(pieces(read.blocks, sizes)), document, about, source)
    )


def _passages(found: Sequence[Piece], document: str, about: About, source: str) -> list[Passage]:
    known = {name: _flat(value) for name, value in about.known().items()}
    width = len(str(len(found)))
    return [
        Passage(
            id=f"{document}#{number:0{width}d}",
            kind="guideline",
            title=": ".join(part for part in (source, " > ".join(piece.section)) if part),
            text=piece.text,
            metadata={**known, "document": document, "source": source, **_place(piece)},
        )
        for number, piece in enumerate(found, start=1)
    ]


def _place(piece: Piece) -> dict[str, Value]:
    place: dict[str, Value] = {"section": " > ".join(piece.section)} if piece.section else {}
    if piece.first is not None and piece.last is not None:
        place |= {"page_first": piece.first, "page_last": piece.last}
    return place


def _flat(value: object) -> Value:
    """Dates as ISO text: metadata of a passage is flat."""
    return value if isinstance(value, str | int | float | bool) else str(value)
