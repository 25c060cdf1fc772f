"""Blocks into passages: within one section each, tables together, sizes as measured in docs/library.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.corpus.blocks import Block, Heading, Table, Text, row_text
from drafter.text import split_sentences


class Sizes(NamedTuple):
    """Characters of a passage."""

    aim: int = 1000
    """Paragraphs of one section are gathered up to so many."""
    longest: int = 1500
    """A single paragraph that is longer is split between sentences."""
    table: int = 4000
    """A table that is longer is split between rows, and each part repeats the header."""
    short: int = 200
    """A paragraph that is shorter, such as the note below a table, is no passage of its own."""


class Piece(NamedTuple):
    """Text of one section with its pages."""

    section: tuple[str, ...]
    text: str
    first: int | None
    last: int | None


def pieces(blocks: Iterable[Block], sizes: Sizes) -> Iterator[Piece]:
    """The text of each section, in pieces of the size that was asked for."""
    for section, content in _sections(blocks):
        yield from _gather(section, [part for block in content for part in _parts(block, sizes)], sizes)


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, ...], list[Text | Table]]]:
    """What stands below each heading, with the headings above it. A heading without text is in the paths below it."""
    path: list[Heading] = []
    content: list[Text | Table] = []
    for block in blocks:
        if isinstance(block, Heading):
            if content:
                yield _names(path), content
            content = []
            path = [*(above for above in path if above.level < block.level), block]
        else:
            content.append(block)
    if content:
        yield _names(path), content


def _names(path: Sequence[Heading]) -> tuple[str, ...]:
    """Headings from the top down; one that repeats the heading above it is left out."""
    names = [heading.text for heading in path]
    return tuple(name for above, name in zip(["", *names], names, strict=False) if name != above)


def _parts(block: Text | Table, sizes: Sizes) -> Iterator[Text]:
    if isinstance(block, Table):
        yield from _table_parts(block, sizes.table)
    elif len(block.text) <= sizes.longest:
        yield block
    else:
        yield from (block._replace(text=text) for text in _split(block.text, sizes))


def _split(text: str, sizes: Sizes) -> Iterator[str]:
    """Whole sentences up to the size aimed at; a sentence beyond the longest is cut between words."""
    start = end = 0
    for sentence_start, sentence_end in _sentences(text, sizes.longest):
        if end > start and sentence_end - start > sizes.aim:
            yield text[start:end]
            start = sentence_start
        end = sentence_end
    yield text[start:end]


def _sentences(text: str, longest: int) -> Iterator[tuple[int, int]]:
    for start, end in split_sentences(text):
        while end - start > longest:
            cut = text.rfind(" ", start + 1, start + longest)
            cut = cut if cut > start else start + longest
            yield start, cut
            start = cut + (text[cut] == " ")
        yield start, end


def _table_parts(table: Table, longest: int) -> Iterator[Text]:
    head = [line for line in (table.caption, *map(row_text, table.rows[: table.headed])) if line]
    rows = list(map(row_text, table.rows[table.headed :]))
    room = max(longest - sum(len(line) + 1 for line in head), longest // 2)
    for group in _groups(rows, room):
        yield Text("\n".join([*head, *group]), table.page)


def _groups(rows: Sequence[str], room: int) -> Iterator[list[str]]:
    group: list[str] = []
    for row in rows:
        if group and sum(len(line) + 1 for line in group) + len(row) > room:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _gather(section: tuple[str, ...], parts: Sequence[Text], sizes: Sizes) -> Iterator[Piece]:
    """Parts put together up to the size aimed at; a line that announces a list stays with its first item."""
    group: list[Text] = []
    for part in parts:
        if group and _is_full(group, part, sizes):
            announcing = [group.pop()] if len(group) > 1 and _announces(group[-1], sizes) else []
            yield _piece(section, group)
            group = announcing
        group.append(part)
    if group:
        yield _piece(section, group)


def _announces(part: Text, sizes: Sizes) -> bool:
    return part.text.endswith(":") and len(part.text) < sizes.short


def _is_full(group: Sequence[Text], part: Text, sizes: Sizes) -> bool:
    """Whether `part` starts the next passage. A few words stay with what they stand beside, even if that is a table."""
    together = _length(group) + len(part.text)
    if len(part.text) < sizes.short or _length(group) < sizes.short:
        largest = max(len(part.text), *(len(other.text) for other in group))
        return together > max(sizes.longest, largest + sizes.short)
    return together > sizes.aim


def _length(group: Sequence[Text]) -> int:
    return sum(len(part.text) + 1 for part in group)


def _piece(section: tuple[str, ...], group: Sequence[Text]) -> Piece:
    text = "\n".join(part.text for part in group)
    pages = [page for part in group for page in (part.page, part.last) if page is not None]
    return Piece(section, text, min(pages, default=None), max(pages, default=None))
