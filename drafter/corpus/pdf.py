"""Lines of a PDF into blocks: headings by bookmarks, size, weight and numbering; tables by their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.corpus.blocks import Block, Document, Text, heading_or_text, numbered_level, reads_as_title
from drafter.corpus.pdf_lines import Outline, PdfLine, PdfText, read_lines
from drafter.corpus.pdf_table import table_of
from drafter.intake.lines import join

_LARGE = 1.12
"""Times the usual height of letters, from which a line is set as a heading."""
_PARAGRAPH = 1.35
_SAME = 0.06
"""Heights of one style differ by less than this part."""
_ITEM = re.compile(r"^(?:[•▪◦●○■□–*-]|\d{1,2}[.)]|\(?[a-z0-9]\))\s+\S")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_PLAIN = re.compile(r"[\W_]+")
_SHORT_LINE = 0.8


class _Style(NamedTuple):
    """What is usual in a document."""

    height: float
    bold: bool
    pitch: float
    """Distance between the lines of a paragraph."""
    width: float
    """Right edge of full lines."""
    sizes: list[float]
    """Heights of letters of headings, largest first."""


def read_pdf(name: str, content: bytes) -> Document:
    """The blocks of a PDF with its pages; one without text has no blocks."""
    read = read_lines(name, content)
    pages = [[line for line in page if not _LEADER.search(line.text)] for page in read.pages]
    lines = [line for page in pages for line in page]
    if not lines:
        return Document([])
    style = _style(lines, pages)
    marks = {(mark.page, _key(mark.title)): mark for mark in read.outline}
    blocks: list[Block] = []
    for page in pages:
        for block in _blocks(page, style, marks):
            _append(blocks, block)
    return Document(blocks, _title(read), read.unread)


def _style(lines: Sequence[PdfLine], pages: Iterable[Sequence[PdfLine]]) -> _Style:
    heights, weights = Counter[float](), Counter[bool]()
    for line in lines:
        heights[round(line.height, 1)] += len(line.text)
        weights[line.bold] += len(line.text)
    height = heights.most_common(1)[0][0]
    gaps = sorted(gap for page in pages for gap in _gaps(page) if gap > height / 2)
    widths = sorted(line.right for line in lines)
    bold = weights[True] > weights[False]
    large = sorted({size for size in heights if size >= _LARGE * height}, reverse=True)
    sizes = [size for above, size in zip([float("inf"), *large], large, strict=False) if size < above * (1 - _SAME)]
    pitch = gaps[len(gaps) // 4] if gaps else height
    return _Style(height, bold, pitch, widths[len(widths) * 9 // 10], sizes)


def _gaps(page: Sequence[PdfLine]) -> Iterator[float]:
    return (above.bottom - below.bottom for above, below in pairwise(page))


def _blocks(page: Sequence[PdfLine], style: _Style, marks: dict[tuple[int, str], Outline]) -> Iterator[Block]:
    place = 0
    while place < len(page):
        table, length = table_of(page[place:])
        if table:
            yield table
        else:
            group = _group(page[place:], style)
            length = len(group)
            text = join(line.text for line in group)
            level = _level(group, text, page[place - 1] if place else None, style, marks)
            number = group[0].page
            yield heading_or_text(level, text, number) if level else Text(text, number)
        place += length


def _group(lines: Sequence[PdfLine], style: _Style) -> list[PdfLine]:
    """The lines of one paragraph, or of one heading that is wrapped."""
    group = [lines[0]]
    for above, line in pairwise(lines):
        gap = above.bottom - line.bottom
        alike = abs(line.height - above.height) < _SAME * above.height and line.bold == above.bold
        near = 0 < gap <= _PARAGRAPH * max(style.pitch, above.height)
        ended = above.right < _SHORT_LINE * style.width and bool(_SENTENCE_END.search(above.text))
        if not (alike and near) or ended or _ITEM.match(line.text) or line.cells or _is_numbered_title(line):
            break
        group.append(line)
    return group


def _level(
    group: Sequence[PdfLine],
    text: str,
    above: PdfLine | None,
    style: _Style,
    marks: dict[tuple[int, str], Outline],
) -> int | None:
    """Level of a heading; None for running text."""
    first = group[0]
    if mark := marks.get((first.page, _key(text))):
        return mark.level
    if not reads_as_title(text) or (_ITEM.match(text) and not first.bold and not _is_large(first, style)):
        return None
    depth = numbered_level(text) or 1
    if _is_large(first, style):
        return _rank(first, style) + depth - 1
    if first.bold and not style.bold:
        return len(style.sizes) + depth
    apart = above is None or above.bottom - first.bottom > _PARAGRAPH * style.pitch
    return len(style.sizes) + depth if depth > 1 and apart and len(group) == 1 else None


def _is_large(line: PdfLine, style: _Style) -> bool:
    return line.height >= _LARGE * style.height


def _rank(line: PdfLine, style: _Style) -> int:
    return sum(1 for size in style.sizes if size * (1 - _SAME) > line.height) + 1


def _is_numbered_title(line: PdfLine) -> bool:
    return (numbered_level(line.text) or 0) > 1 and reads_as_title(line.text)


def _append(blocks: list[Block], block: Block) -> None:
    """A paragraph that runs over a page break becomes one."""
    before = blocks[-1] if blocks else None
    runs_on = (
        isinstance(before, Text)
        and isinstance(block, Text)
        and before.page != block.page
        and not _SENTENCE_END.search(before.text)
        and block.text[:1].islower()
    )
    if runs_on and isinstance(before, Text) and isinstance(block, Text):
        blocks[-1] = Text(join([before.text, block.text]), before.page, block.page)
    else:
        blocks.append(block)


def _title(read: PdfText) -> str | None:
    """The title among the properties, unless it is what a word processor put there."""
    title = read.title
    useless = title is None or re.search(r"^untitled|^microsoft word|\.(?:docx?|pdf|indd)$", title, re.IGNORECASE)
    return None if useless else title


def _key(text: str) -> str:
    return _PLAIN.sub(" ", text.lower()).strip()
