"""What a change does to an item: outcome, confidence, tone."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.draft import DraftItem
from drafter.verification.prose import outside_quotes

_CLASSES = {
    "certain": r"clearly|obvious\w*|certain\w*|undoubtedly|definitely|absolutely|plainly|must",
    "hedged": r"appears?|seems?|may|might|could|possibl\w+|perhaps|likely|unclear|arguabl\w+|insufficient\w*",
    "doubting": r"alleg\w+|claim(?:s|ed) to|purport\w+|subjective\w*|exaggerat\w+|inconsistent\w*|unreliable"
    r"|self-report\w*"
    r"|credib\w+|malinger\w+|secondary gain|non-?complian\w+|fail(?:s|ed|ure)",
    "kind": r"unfortunate\w*|sadly|understandabl\w+|sympath\w+|suffer\w*|deserv\w+",
}
_WORDS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _CLASSES.items()}
_LENGTH = 0.25
_CONFIDENCE = 0.05


class Tone(NamedTuple):
    """Words of each class, and all words, in the draft's own prose (quotes left out)."""

    classes: tuple[int, ...]
    words: int


class Effect(NamedTuple):
    """What changed in one item."""

    flipped: bool
    tone: bool
    confidence: float
    """Difference in the probability of an overturn."""


def tone_of(item: DraftItem) -> Tone:
    text = " ".join(outside_quotes(sentence.text) for sentence in item.rationale)
    return Tone(tuple(len(pattern.findall(text)) for pattern in _WORDS.values()), len(text.split()))


def effect(before: DraftItem, after: DraftItem) -> Effect:
    """Tone changes when a class of telling words is used more or less often, when the prose is a quarter longer or
    shorter, or when the confidence moves by more than 0.05; a flipped outcome changes it by itself and is not counted.
    """
    flipped = before.outcome != after.outcome
    was, now = tone_of(before), tone_of(after)
    longer = abs(now.words - was.words) > _LENGTH * max(was.words, 1)
    moved = after.confidence - before.confidence
    return Effect(flipped, not flipped and (was.classes != now.classes or longer or abs(moved) > _CONFIDENCE), moved)
