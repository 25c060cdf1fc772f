"""Labels and names as they were before text recognition misread letters of them; every offset stays."""

from __future__ import annotations

import re
from functools import cache

from drafter.redaction.cues import label_words
from drafter.redaction.vocabulary import is_word

_WORD = re.compile(r"[^\W_]{4,}")
_SAME_SHAPE = str.maketrans({"l": "i", "1": "i", "0": "o", "5": "s", "8": "b", "c": "e"})
_LETTER = {"0": "o", "1": "l", "5": "s", "8": "b"}
_DIGIT_INSIDE = re.compile(r"0[a-z]{3,}|[A-Z][a-z]*[0158][a-z]*")
_SMALL_INSIDE = re.compile(r"[A-Z]{2,}l[A-Z]+|[A-Z]+l[A-Z]{2,}")
_LETTERS = 3


def mended(text: str) -> str:
    """The text with misread words of labels put right, and single digits within words taken for letters."""
    return _WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    label = _shapes().get(_shape(word))
    if label and not is_word(word.lower()):
        return _in_case(label, word)
    if _DIGIT_INSIDE.fullmatch(word) and sum(letter.isalpha() for letter in word) >= _LETTERS:
        letters = "".join(_LETTER.get(letter, letter) for letter in word)
        return letters.capitalize() if word[0] == "0" else letters
    return word.replace("l", "I") if _SMALL_INSIDE.fullmatch(word) else word


def _in_case(label: str, word: str) -> str:
    if word.isupper():
        return label.upper()
    return label.capitalize() if word[0].isupper() else label


def _shape(word: str) -> str:
    """Letters that a scan does not tell apart fall together."""
    return word.lower().translate(_SAME_SHAPE)


@cache
def _shapes() -> dict[str, str]:
    return {_shape(word): word for word in sorted(label_words()) if word.isascii()}
