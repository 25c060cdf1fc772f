"""Which side belongs to which body part: "left shoulder, wrist and right hip", "knee pain, right more than left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.case import Side
from drafter.lock.matcher import Token

_WORDS: dict[str, Side] = {
    "right": "right", "rt": "right", "rightsided": "right", "left": "left", "lt": "left", "leftsided": "left",
    "bilateral": "bilateral", "bilaterally": "bilateral", "both": "bilateral", "bilat": "bilateral", "bil": "bilateral",
    "bilaterial": "bilateral", "billateral": "bilateral",
}  # fmt: skip
_LETTERS: dict[str, Side] = {"R": "right", "L": "left"}
_ABBREVIATED: dict[str, Side] = {"R": "right", "L": "left", "B": "bilateral"}
_SENTENCE_BREAK = re.compile(r"[;:!?]|\.(?=\s|$)")
_VERB_LEFT = frozenset(
    {
        "the", "his", "her", "my", "their", "a", "an", "to", "with", "from", "was", "is", "at", "work", "job",
        "on", "for", "this", "no", "alone", "untreated"
    }
)  # fmt: skip
_NO_SIDE_BEFORE = frozenset({"hand", "handed", "now", "away", "after", "before"})
_PREPOSITIONS = frozenset(
    {
        "in", "on", "at", "to", "with", "from", "for", "was", "is", "are", "were", "has", "had", "have", "by",
        "due", "into", "radiating", "and", "or"
    }
)  # fmt: skip
_INSIDE = frozenset(
    {
        "side", "sided", "of", "the", "his", "her", "and", "or", "greater", "than", "more", "worse", "versus",
        "vs"
    }
)  # fmt: skip
_TRAILING = frozenset(
    {
        "pain", "pains", "joint", "joints", "mri", "xray", "x", "ray", "rays", "view", "views", "symptoms",
        "on", "the", "side", "and", "or", "greater", "than", "more", "worse", "tenderness", "numbness",
        "weakness", "swelling", "sprain", "strain", "injury", "fracture", "contusion", "spasm", "spasms",
        "stiffness", "discomfort", "complaints", "condition", "region", "area"
    }
)  # fmt: skip
_LINKS = frozenset({"and", "or", "plus"})
_REACH = 4
_PAIRED_PLURALS = frozenset(
    {
        "shoulders", "elbows", "wrists", "hands", "thumbs", "hips", "knees", "ankles", "feet", "heels", "eyes",
        "ears", "arms", "forearms", "legs", "thighs", "calves", "extremities", "limbs", "extremeties",
        "extremites", "ues", "les"
    }
)  # fmt: skip


class Anchor(NamedTuple):
    """Something that a side can belong to: a body part, or a spinal level that implies one."""

    parts: tuple[str, ...]
    first: int
    """Row of its first word in the list of tokens."""
    last: int
    sided: bool = False


class _SideWord(NamedTuple):
    row: int
    side: Side


class Assigned(NamedTuple):
    """A side for each anchor, and the sides that found none."""

    sides: list[Side | None]
    loose: list[Side]


def assign_sides(text: str, tokens: Sequence[Token], anchors: list[Anchor]) -> Assigned:
    """A side for each anchor (in reading order): its own, the plural's, or the one that a list carries on."""
    given: list[set[Side]] = [_own_side(tokens[anchor.last]) for anchor in anchors]
    words = _side_words(text, tokens, anchors)
    loose = [word for word in words if not _attach_forward(text, tokens, anchors, words, word, given)]
    leading = [bool(sides) for sides in given]
    lost = [word.side for word in loose if not _attach_backward(text, tokens, anchors, word, given, leading)]
    sides = [_combined(found) for found in given]
    for row, anchor in enumerate(anchors):
        if sides[row] is None and tokens[anchor.last].word in _PAIRED_PLURALS:
            sides[row] = "bilateral"
        elif sides[row] is None and _carries_on(text, tokens, anchors, row, leading):
            sides[row], leading[row] = sides[row - 1], True
    return Assigned(sides, lost)


def _own_side(token: Token) -> set[Side]:
    """The side inside an abbreviation: RUE, LLE, BLE."""
    letters = token.raw.removesuffix("s")
    return (
        {_ABBREVIATED[letters[0]]}
        if len(letters) == 3 and letters[1:] in ("UE", "LE") and letters[0] in "RLB"
        else set()
    )


def _side_words(text: str, tokens: Sequence[Token], anchors: list[Anchor]) -> list[_SideWord]:
    inside = {row for anchor in anchors for row in range(anchor.first, anchor.last + 1)}
    starts = {anchor.first for anchor in anchors}
    found = []
    for row, token in enumerate(tokens):
        if row in inside:
            continue
        side = _WORDS.get(token.word)
        if side is not None:
            if not _other_meaning(tokens, row, starts):
                found.append(_SideWord(row, side))
        elif token.word == "b" and text[token.end : token.end + 2].lower() == "/l":
            found.append(_SideWord(row, "bilateral"))
        elif token.raw in _LETTERS and (row + 1 in starts or _in_brackets(text, token)) and not _after_b(text, token):
            found.append(_SideWord(row, _LETTERS[token.raw]))
    return found


def _other_meaning(tokens: Sequence[Token], row: int, starts: set[int]) -> bool:
    """ "Left his job", "right-handed", "right away"."""
    following = tokens[row + 1].word if row + 1 < len(tokens) else ""
    if row + 1 in starts:
        return False
    return following in _NO_SIDE_BEFORE or (tokens[row].word == "left" and following in _VERB_LEFT)


def _in_brackets(text: str, token: Token) -> bool:
    return text[token.start - 1 : token.start] == "(" and text[token.end : token.end + 1] == ")"


def _after_b(text: str, token: Token) -> bool:
    return text[max(0, token.start - 2) : token.start].lower() == "b/"


def _attach_forward(
    text: str,
    tokens: Sequence[Token],
    anchors: list[Anchor],
    words: list[_SideWord],
    word: _SideWord,
    given: list[set[Side]],
) -> bool:
    """Give the side to the next body part, if nothing but describing words stands between."""
    place = next((row for row, anchor in enumerate(anchors) if anchor.first > word.row), None)
    bracketed = _in_brackets(text, tokens[word.row]) and any(anchor.last == word.row - 1 for anchor in anchors)
    if place is None or bracketed:
        return False
    between = range(word.row + 1, anchors[place].first)
    sides = {other.row for other in words}
    gap = text[tokens[word.row].end : tokens[anchors[place].first].start]
    if len(between) > _REACH or _SENTENCE_BREAK.search(gap) or ("," in gap and not sides & set(between)):
        return False
    rest = [tokens[row].word for row in between if row not in sides and tokens[row].word not in _ABBREVIATED]
    plain = all(name in _INSIDE for name in rest)
    if not plain and (len(rest) > 3 or any(name in _PREPOSITIONS for name in rest)):
        return False
    given[place].add(word.side)
    return True


def _attach_backward(
    text: str,
    tokens: Sequence[Token],
    anchors: list[Anchor],
    word: _SideWord,
    given: list[set[Side]],
    leading: list[bool],
) -> bool:
    """Give the side to the body part before: "knee, left", "shoulder pain, right greater than left"."""
    place = max((row for row, anchor in enumerate(anchors) if anchor.last < word.row), default=None)
    if place is None or leading[place]:
        return False
    between = [tokens[row].word for row in range(anchors[place].last + 1, word.row)]
    gap = text[tokens[anchors[place].last].end : tokens[word.row].start]
    close = len(between) <= _REACH + 1 and not _SENTENCE_BREAK.search(gap.replace(":", "")) and gap.count(",") < 2
    if not close or not all(name in _TRAILING or name in _WORDS for name in between):
        return False
    given[place].add(word.side)
    return True


def _carries_on(text: str, tokens: Sequence[Token], anchors: list[Anchor], row: int, leading: list[bool]) -> bool:
    """Whether a part stands in one list with a sided part before it: "left shoulder, wrist and hip"."""
    if not row or not anchors[row].sided or not leading[row - 1]:
        return False
    before, after = anchors[row - 1], anchors[row]
    gap = text[tokens[before.last].end : tokens[after.first].start]
    between = [tokens[place].word for place in range(before.last + 1, after.first)]
    return not _SENTENCE_BREAK.search(gap) and len(between) <= 1 and all(name in _LINKS for name in between)


def _combined(sides: set[Side]) -> Side | None:
    if not sides:
        return None
    return next(iter(sides)) if len(sides) == 1 else "bilateral"
