"""Where a quote stands on its page: from characters with their places to the boxes that cover it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.intake.lines import clean

_CONTEXT = 400
"""Characters before and after a quote by which it is told from the same words elsewhere on the page."""
_WIDE_GAP = 2.5
"""A gap in a line, in heights of its letters, from which on the box ends: the next column of a table."""
_SOFT_HYPHEN = "\u00ad"
_HYPHEN_AT_LINE_END = "\x02"
"""What PDFium gives for a hyphen at which a word was parted."""


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
    """The letters that a character counts as when texts are compared: none for white space and controls."""
    if character == _SOFT_HYPHEN:
        return ""
    return "-" if character == _HYPHEN_AT_LINE_END else "".join(clean(character).split())


def locate(text: str, start: int, end: int, glyphs: Sequence[Glyph], shape: float = 1.0) -> tuple[Box, ...]:
    """Boxes, one a line, of the glyphs that `text[start:end]` is; none when they are not on the page.

    `text` may be the page without its running heads. Where the same words stand several times, those are meant whose
    neighbours are the same. `shape` is the height of the page by its width.
    """
    stream, owners = _stream(glyphs)
    wanted, before, after = (_keys(part) for part in (text[start:end], text[:start], text[end:]))
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


def _stream(glyphs: Sequence[Glyph]) -> tuple[str, list[int]]:
    """The keys of all glyphs, and for each letter of them the glyph that it comes from."""
    parts = [key(glyph.character) for glyph in glyphs]
    return "".join(parts), [index for index, part in enumerate(parts) for _ in part]


def _keys(text: str) -> str:
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
    """Neighbours joined as long as they follow each other on one line."""
    current: Box | None = None
    for box in boxes:
        if current is None:
            current = box
        elif _goes_on(current, box, shape):
            current = current.around(box)
        else:
            yield current
            current = box
    if current is not None:
        yield current


def _goes_on(line: Box, box: Box, shape: float) -> bool:
    middle, height = (box.top + box.bottom) / 2, (line.bottom - line.top) * shape
    follows = box.left >= line.right - height / 2 and box.left - line.right <= _WIDE_GAP * height
    return line.top <= middle <= line.bottom and follows
