"""Where a quote stands on its page: from characters with their places to the boxes that cover it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from typing import Literal, NamedTuple

from drafter.intake.lines import clean

_CONTEXT = 400
"""Characters before and after a quote by which it is told from the same words elsewhere on the page."""
_WIDE_GAP = 2.5
"""A gap in a line, in heights of its letters, from which on the box ends: the next column of a table."""
_SOFT_HYPHEN = "\u00ad"
_BAR = "|"
"""What the cells of a recognised table are told apart by; it stands on no page."""
_HYPHEN_AT_LINE_END = "\x02"
"""What PDFium gives for a hyphen at which a word was parted."""

Direction = Literal["across", "down"]


class Box(NamedTuple):
    """A rectangle, in parts of the width and the height of the page image."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Glyph(NamedTuple):
    """What a character of the page stands for, and where it stands."""

    character: str
    box: Box


@lru_cache(maxsize=4096)
def key(character: str) -> str:
    """The letters that a character counts as: none for white space and controls."""
    if character in (_SOFT_HYPHEN, _BAR):
        return ""
    return "-" if character == _HYPHEN_AT_LINE_END else "".join(clean(character).split())


def locate(text: str, start: int, end: int, glyphs: Sequence[Glyph], shape: float = 1.0) -> tuple[Box, ...]:
    """Boxes, one a line, of the glyphs that `text[start:end]` is; none when they are not on the page.

    `text` may be the page without its running heads. Where the same words stand several times, those are meant whose
    neighbours are the same. `shape` is the height of the page by its width.
    """
    stream, owners = _stream(glyphs)
    wanted, before, after = (letters(part) for part in (text[start:end], text[:start], text[end:]))
    places = list(_occurrences(stream, wanted))
    if not places:
        return ()
    place = max(
        places,
        key=lambda at: (
            _shared(before[::-1], stream[max(0, at - _CONTEXT) : at][::-1])
            + _shared(after, stream[at + len(wanted) : at + len(wanted) + _CONTEXT]),
            -abs(at - len(before)),
        ),
    )
    first, last = owners[place], owners[place + len(wanted) - 1]
    return tuple(_lines([glyph.box for glyph in glyphs[first : last + 1] if key(glyph.character)], shape))


def shows(text: str, glyphs: Sequence[Glyph]) -> bool:
    """Whether the whole text stands on the page: not that of another page, and no word of it changed or taken out."""
    return letters(text) in _stream(glyphs)[0]


def _stream(glyphs: Sequence[Glyph]) -> tuple[str, list[int]]:
    """The keys of all glyphs, and for each letter of them the glyph that it comes from."""
    parts = [key(glyph.character) for glyph in glyphs]
    return "".join(parts), [index for index, part in enumerate(parts) for _ in part]


def letters(text: str) -> str:
    """What of a text is compared: all but white space."""
    return "".join(map(key, text))


def _occurrences(stream: str, wanted: str) -> Iterator[int]:
    at = stream.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = stream.find(wanted, at + 1)


def _shared(one: str, other: str) -> int:
    """Length of the beginning that both have."""
    for index, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return index
    return min(len(one), len(other))


def _lines(boxes: Sequence[Box], shape: float) -> Iterator[Box]:
    """Neighbours joined as long as they follow each other on one line, whichever way the page was turned."""
    line: list[Box] = []
    along: Direction | None = None
    for box in boxes:
        way = _way(line[-1], box, shape) if line else None
        if line and (way is None or along not in (None, way)):
            yield reduce(Box.around, line)
            line, way = [], None
        line.append(box)
        along = way
    if line:
        yield reduce(Box.around, line)


def _way(before: Box, box: Box, shape: float) -> Direction | None:
    """Which way the text runs from one letter to the next; None where a line or a column lies between them."""
    width, height = before.right - before.left, (before.bottom - before.top) * shape
    gap_across = max(box.left - before.right, before.left - box.right)
    gap_down = max(box.top - before.bottom, before.top - box.bottom) * shape
    if before.top <= (box.top + box.bottom) / 2 <= before.bottom and gap_across <= _WIDE_GAP * height:
        return "across"
    if before.left <= (box.left + box.right) / 2 <= before.right and gap_down <= _WIDE_GAP * width:
        return "down"
    return None
