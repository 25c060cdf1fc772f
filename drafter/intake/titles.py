"""Finding the lines that name an item and its outcome among the lines of the rationale before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.intake.labels import Part, item_label, labels_are_sentences
from drafter.intake.lines import Line, join_lines, paragraphs
from drafter.intake.outcome import Titled, sentence_title, short_title

_INTRODUCTION = re.compile(r"final\s+determination\s+was\s+based\s+on\s+decisions", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
_REMAINDER = re.compile(r"\bIMR\s+eligible\b|\bauthorized\s+by\s+the\s+claims\s+administrator\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bwas\s+the\s+original\s+request\b", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?][\"'”’)\]]*$")
_LAST_SENTENCE = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z0-9])")


class Block(NamedTuple):
    """A paragraph of the decision section; `part` is its label, None for a title or running text."""

    lines: tuple[Line, ...]
    part: Part | None
    label_text: str = ""

    @property
    def text(self) -> str:
        """The block's text without its label."""
        if self.part is None:
            return join_lines(self.lines)
        first = self.lines[0]._replace(text=self.label_text)
        return join_lines((first, *self.lines[1:])).strip()


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The decision section as labelled paragraphs; titles stand by themselves."""
    sentences = labels_are_sentences(lines)
    gaps = _parted_by_gaps(lines, sentences)
    found: list[Block] = []
    for paragraph in _at_labels(_without_introduction(lines), sentences, gaps):
        label = item_label(paragraph[0].text, sentences)
        found.append(Block(tuple(paragraph), label.part if label else None, label.rest if label else ""))
    found = _reunited(found)
    detached: list[Block] = []
    for index, block in enumerate(found):
        at_item = index + 1 == len(found) or found[index + 1].part is not None
        detached += _detach(block, gaps) if at_item else [block]
    return detached


def title_of(block: Block, number: int, sentences: bool) -> Titled | None:
    """The request and outcome when this block is an item's title. `sentences`: titles may be sentences here."""
    if block.part is not None:
        return None
    text = block.text
    numbered = _NUMBER.match(text)
    if numbered and int(numbered[1]) == number:
        text, sentences = text[numbered.end() :], True
    return short_title(text) or (sentence_title(text) if sentences else None)


def _without_introduction(lines: Sequence[Line]) -> list[Line]:
    for index, line in enumerate(lines[:4]):
        if _INTRODUCTION.search(join_lines(lines[: index + 1])) and line.text.endswith(":"):
            return list(lines[index + 1 :])
    return list(lines)


def _parted_by_gaps(lines: Sequence[Line], sentences: bool) -> bool:
    """Whether blank lines part the paragraphs here: half of the labels have one above. A stray one proves nothing."""
    labels = [line for line in lines if item_label(line.text, sentences)]
    return 2 * sum(line.gap for line in labels) >= len(labels)


def _at_labels(lines: Sequence[Line], sentences: bool, gaps: bool) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for paragraph in paragraphs(lines, gaps):
        start = 0
        for index in range(1, len(paragraph)):
            if item_label(paragraph[index].text, sentences):
                groups.append(paragraph[start:index])
                start = index
        groups.append(paragraph[start:])
    return groups


def _reunited(found: Sequence[Block]) -> list[Block]:
    """Put the two halves of a title together that a page break parted at the end of a sentence."""
    whole: list[Block] = []
    for block in found:
        cut_off = block.part is None and short_title(block.text) is not None and _is_cut_off(block.text)
        if cut_off and whole and whole[-1].part is None and _ORIGINAL.search(whole[-1].text):
            whole[-1] = whole[-1]._replace(lines=whole[-1].lines + block.lines)
        else:
            whole.append(block)
    return whole


def _detach(block: Block, gaps: bool) -> list[Block]:
    """Part a title from the rationale that it was printed onto without a blank line."""
    lines = block.lines
    by_itself = len(lines) == 1 or (gaps and lines[0].page == lines[-1].page)
    if (block.part is None and by_itself) or short_title(block.text) is None:
        return [block]
    for index in range(len(lines) - 1, 0, -1):
        title = join_lines(lines[index:])
        if _FULL_STOP.search(lines[index - 1].text) and short_title(title) and not _is_cut_off(title):
            return [block._replace(lines=lines[:index]), Block(lines[index:], None)]
    return _detach_from_line(block)


def _detach_from_line(block: Block) -> list[Block]:
    """The same when not even a line break parts them."""
    last = block.lines[-1]
    for found in reversed(list(_LAST_SENTENCE.finditer(last.text))):
        if block.part is not None and not _is_cut_off(last.text[found.end() :]):
            head = last._replace(text=last.text[: found.start()])
            rest = last._replace(text=last.text[found.end() :])
            shortened = block._replace(lines=(*block.lines[:-1], head))
            if len(block.lines) == 1:
                shortened = shortened._replace(label_text=block.label_text[: -len(last.text) + found.start()])
            return [shortened, Block((rest,), None)]
    return [block]


def _is_cut_off(title: str) -> bool:
    """The end of an item after a UR modification, its beginning still missing."""
    return bool(_REMAINDER.search(title)) and not _ORIGINAL.search(title)
