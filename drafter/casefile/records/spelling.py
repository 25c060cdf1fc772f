"""What text recognition makes of the words on forms, made good: `Deterrnination`, `lnjury`, `Treatrnent`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafter.casefile.records.cues import record_lexicon

_TOKEN = re.compile(r"[a-z0-9|!]{5,}")
_SAME_SHAPE = str.maketrans({"l": "i", "1": "i", "|": "i", "!": "i", "0": "o", "5": "s", "8": "b", "c": "e"})
_SHORTEST = 7
"""A word of so many letters may have one wrong; in a shorter one that could make another word of it."""
_WORDS = 50_000


def respelled(folded: str) -> str:
    """The line with misread words of the vocabulary put right; names, numbers and all other words stay."""
    return _TOKEN.sub(lambda found: _word(found[0]), folded)


@lru_cache(maxsize=_WORDS)
def _word(word: str) -> str:
    known = record_lexicon().vocabulary
    if word in known or sum(c.isalpha() for c in word) < 3:
        return word
    alike = _shapes().get(_shape(word))
    if alike:
        return alike
    return _one_letter_off(word) if len(word) >= _SHORTEST else word


def _one_letter_off(word: str) -> str:
    """The vocabulary's word with one letter wrong inside; an ending is grammar and not a slip."""
    from rapidfuzz.distance import OSA

    near = [known for known in _by_length().get(len(word), ()) if known[0] == word[0] and known[-2:] == word[-2:]]
    return next((known for known in near if OSA.distance(word, known, score_cutoff=1) <= 1), word)


def _shape(word: str) -> str:
    """Letters that a scan does not tell apart fall together."""
    return word.replace("rn", "m").translate(_SAME_SHAPE)


@cache
def _shapes() -> dict[str, str]:
    return {_shape(word): word for word in record_lexicon().vocabulary}


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    words = record_lexicon().vocabulary
    return {size: tuple(sorted(word for word in words if len(word) == size)) for size in {len(w) for w in words}}
