"""Items of the first two layouts: a title with the outcome, two guideline lines and a rationale each."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.errors import InputError, NotADetermination
from drafter.intake.labels import Part, labels_are_sentences, split_inline
from drafter.intake.lines import Line, join
from drafter.intake.outcome import Titled
from drafter.intake.parts import DecidedItem
from drafter.intake.titles import Block, blocks, title_of

_NAMES: dict[Part, str] = {
    "claims": "claims administrator guideline",
    "guideline": "reviewer's guideline",
    "rationale": "decision rationale",
}


class _Open:
    """An item while its lines are being collected."""

    def __init__(self, number: int, title: Titled) -> None:
        self.number = number
        self.title = title
        self.texts: dict[Part, list[str]] = {}
        self.last: Part | None = None

    def add(self, name: str, block: Block) -> None:
        if block.part is None:
            if self.last is not None:
                self.texts[self.last].append(block.text)
            return
        if block.part in self.texts:
            raise InputError(f"{name}: item {self.number} has two {_NAMES[block.part]} lines; check the letter")
        self.texts[block.part] = [block.text]
        self.last = block.part

    def close(self, name: str) -> DecidedItem:
        text = {part: join(pieces).strip() for part, pieces in self.texts.items()}
        if not text.get("rationale"):
            raise InputError(f"{name}: item {self.number} has no decision rationale; the letter seems cut off")
        return DecidedItem(
            self.title.request.strip(),
            self.title.outcome,
            text.get("claims", ""),
            text.get("guideline", ""),
            text["rationale"],
        )


def decided_items(name: str, lines: Sequence[Line]) -> list[DecidedItem]:
    """The items below the decision heading; one without outcome or rationale is an InputError."""
    lines = split_inline(lines)
    sentences = labels_are_sentences(lines)
    found = blocks(lines)
    starts = _starts(found, sentences)
    items: list[_Open] = []
    for index, block in enumerate(found):
        if index in starts:
            items.append(_Open(len(items) + 1, starts[index]))
        elif not _lacks_title(block, items):
            if items:
                items[-1].add(name, block)
        elif items and sentences and not _is_pair(found[index : index + 2]):
            items[-1].add(name, block._replace(part=None))
        else:
            number = len(items) + 1
            raise InputError(f"{name}: item {number} has no outcome; its title must end in Upheld or Overturned")
    if not items:
        raise NotADetermination(f"{name}: not a determination letter: no item with an outcome (Upheld or Overturned)")
    return [item.close(name) for item in items]


def _starts(found: Sequence[Block], sentences: bool) -> dict[int, Titled]:
    """Titles by index: a title is followed by a label, or is the last thing in a letter that was cut off."""
    starts: dict[int, Titled] = {}
    for index, block in enumerate(found):
        followed = index + 1 == len(found) or found[index + 1].part is not None
        title = title_of(block, len(starts) + 1, sentences) if followed else None
        if title:
            starts[index] = title
    return starts


def _lacks_title(block: Block, items: Sequence[_Open]) -> bool:
    """A guideline line that comes before any title, or again after a rationale."""
    if block.part not in ("claims", "guideline"):
        return False
    return not items or "rationale" in items[-1].texts


def _is_pair(found: Sequence[Block]) -> bool:
    """Both guideline lines in a row: the beginning of an item, not a sentence of a rationale that sounds like one."""
    return [block.part for block in found] == ["claims", "guideline"]
