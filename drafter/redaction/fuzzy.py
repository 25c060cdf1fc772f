"""Words that text recognition misread by a letter."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"})
_LONG = 8
"""From this length on two letters may differ."""
_SHORTEST = 5
_TYPED = 7
"""A name of so many letters is still told when one of them is wrong on a page that nobody scanned."""
_TENTH = 10
"""Of so many letters of a whole name one more may be wrong."""


class Lookalikes:
    """Known words, to be recognised misread."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = sorted(set(words))
        self._seen: dict[str, str | None] = {}

    def typed(self, word: str) -> str | None:
        """The known word that `word` is but for one slip of the keyboard, or None."""
        known = self.nearest(word) if len(word) >= _TYPED else None
        return known if known and known[0] == word[0] and OSA.distance(known, word) == 1 else None

    def nearest(self, word: str) -> str | None:
        """The known word that `word` is a misreading of, or None."""
        if word not in self._seen:
            self._seen[word] = self._nearest(word.translate(_DIGITS) if not word.isdigit() else word)
        return self._seen[word]

    def _nearest(self, word: str) -> str | None:
        near = process.extract_iter(word, self._known, scorer=OSA.distance, score_cutoff=_allowed(word))
        scored = [(far, known) for known, far, _ in near if far <= _allowed(known)]
        return min(scored)[1] if scored else None


def alike(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ by no more than text recognition misreads."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    allowed = min(_allowed(one), _allowed(other))
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def misread_letters(name: str, known: str) -> int | None:
    """How many letters of a whole name without its gaps are not those of `known`; None if it is another name."""
    allowed = len(known) // _TENTH + 1
    if abs(len(name) - len(known)) > allowed or (name[0] != known[0] and name[-1] != known[-1]):
        return None
    wrong = OSA.distance(name, known, score_cutoff=allowed)
    return wrong if wrong <= allowed else None


def _allowed(word: str) -> int:
    """Letters to insert, delete, replace or swap with their neighbour."""
    return 2 if len(word) >= _LONG else 1
