"""The markup in which records are written, a line at a time.

    T: centred title        # heading            ## smaller heading      - point
    : label | value         | cell | cell |      |= 2 1 1   (widths of the columns that follow)
    ~ Signer | credentials  ^ right-aligned      > small print           ---- a rule
    === page break          ... a gap            anything else: paragraphs, separated by empty lines; a line that
                                                 ends in `//` keeps its end, `1.` at the start begins a new one

`[x]` and `[ ]` are check boxes. `[[history home-exercise physical-therapy| words ]]` marks the words as a fact:
what the record says of it (done, requested, planned, denied, history), concept and treatment (`-` for none), preceded
by `#name` when something else refers to that place. `[[#name| words ]]` names a place without stating a fact.
`@date(2014-08-04)` is a date in the sender's own form.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"\[\[(?P<head>[^|\]]*)\|(?P<words>.*?)\]\]", re.DOTALL)
_DATE = re.compile(r"@date\((\d{4}-\d\d-\d\d)\)")
_NUMBERED = re.compile(r"\d\.\s")
_LINE = re.compile(r"(?P<tag>T:|##|#|-(?= )|:(?= )|\|=|\||~(?= )|\^(?= )|>(?= )|----|===|\.\.\.$)\s*(?P<rest>.*)")


class Block(NamedTuple):
    """A piece of a record: what it is, and its words (cells, in a row of a table or of fields)."""

    kind: str
    cells: tuple[str, ...]


class Mark(NamedTuple):
    """A marked piece of text: a fact, a named place, or both."""

    name: str | None
    says: str | None
    concept: str | None
    treatment: str | None
    quote: str


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _mark(match: re.Match[str]) -> Mark:
    words = match["head"].split()
    name = words.pop(0)[1:] if words and words[0].startswith("#") else None
    says, concept, treatment = [*words, "-", "-", "-"][:3]
    return Mark(
        name,
        None if says == "-" else says,
        None if concept == "-" else concept,
        None if treatment == "-" else treatment,
        _squeeze(match["words"]),
    )


def marks(text: str) -> list[Mark]:
    """The facts and named places of a record, in order."""
    return [_mark(match) for match in _MARK.finditer(text)]


def plain(text: str) -> str:
    """The markup without its marks."""
    return _MARK.sub(lambda match: match["words"].strip(), text)


def dated(text: str, day: object) -> str:
    """The text with its dates written by `day`, a function of the date."""
    assert callable(day)
    return _DATE.sub(lambda match: str(day(dt.date.fromisoformat(match[1]))), text)


def blocks(text: str) -> Iterator[Block]:
    """The pieces of `text`, in order."""
    paragraph: list[str] = []
    for line in [*plain(text).splitlines(), ""]:
        found = _LINE.match(line.strip())
        if paragraph and (found or not line.strip() or _NUMBERED.match(line.strip())):
            yield Block("", (_lines(paragraph),))
            paragraph = []
        if found:
            yield _tagged(found["tag"], found["rest"].strip())
        elif line.strip():
            paragraph.append(line.strip())


def _lines(paragraph: list[str]) -> str:
    return "\n".join(_squeeze(line) for line in " ".join(paragraph).split("//"))


def _tagged(tag: str, rest: str) -> Block:
    if tag == "|":
        return Block(tag, tuple(cell.strip() for cell in rest.removesuffix("|").split("|")))
    if tag in (":", "~"):
        return Block(tag, tuple(part.strip() for part in rest.split("|")))
    return Block(tag, (rest,))
