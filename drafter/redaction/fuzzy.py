"""Words that text recognition misread by a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"})
_LONG = 8
"""From this length on two letters may differ."""


_SHORTEST = 5


class Lookalikes:
    """Known words by what is left of them when letters are deleted, so that a look-up costs the same for any number."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, set[str]] = {}
        for word in words:
            for rest in _deletions(word, _allowed(word)):
                self._by_rest.setdefault(rest, set()).add(word)
        self._seen: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The known word that `word` is a misreading of, or None."""
        if word not in self._seen:
            self._seen[word] = self._nearest(word.translate(_DIGITS) if not word.isdigit() else word)
        return self._seen[word]

    def _nearest(self, word: str) -> str | None:
        candidates = {known for rest in _deletions(word, _allowed(word)) for known in self._by_rest.get(rest, ())}
        scored = sorted((distance(word, known), known) for known in candidates)
        return next((known for far, known in scored if far <= min(_allowed(word), _allowed(known))), None)


def alike(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ by no more than text recognition misreads."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 2:
        return False
    return distance(one, other) <= min(_allowed(one), _allowed(other))


def _allowed(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _deletions(word: str, depth: int) -> Iterator[str]:
    found = {word}
    edge = {word}
    for _ in range(depth):
        edge = {one[:at] + one[at + 1 :] for one in edge for at in range(len(one))}
        found |= edge
    return iter(found)


def distance(one: str, other: str) -> int:
    """Letters to insert, delete, replace or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, target in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != target))
            swapped = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == target
            row.append(min(cost, earlier[to - 2] + 1) if swapped else cost)
    return row[-1]
