"""Words in which letters, or letters of a shape, are looked for at once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from drafter.evidence.classes import is_word
from drafter.evidence.needs import Shape, Word


class Vocabulary:
    """Words that are searched as one text."""

    def __init__(self, words: Sequence[str]) -> None:
        self._text = "\n".join(words)
        self._starts = array("I", [0])
        for word in words:
            self._starts.append(self._starts[-1] + len(word) + 1)

    def containing(self, need: str | Word | Shape) -> list[int]:
        """The places of the words that contain what is needed, in order."""
        import numpy as np

        found = list(self._matches(need) if isinstance(need, Shape) else self._places(need))
        starts = np.frombuffer(self._starts, dtype=np.uint32)
        places: list[int] = np.unique(np.searchsorted(starts, found, side="right") - 1).tolist() if found else []
        return places

    def _matches(self, need: Shape) -> Iterator[int]:
        """A place in each word, since the rest of it is passed over."""
        once = rf"(?:{need.pattern})[^\n]*"
        return (match.start() for match in re.finditer(once, self._text, re.IGNORECASE))

    def _places(self, need: str | Word) -> Iterator[int]:
        wanted = need if isinstance(need, Word) else Word(need, begins=False, ends=False)
        place = self._text.find(wanted.letters)
        while place >= 0:
            if self._stands(wanted, place):
                yield place
            place = self._text.find(wanted.letters, place + 1)

    def _stands(self, need: Word, place: int) -> bool:
        """Whether letters that have to begin or end a word do so at a place."""
        end = place + len(need.letters)
        return not (
            (need.begins and place > 0 and is_word(self._text[place - 1]))
            or (need.ends and end < len(self._text) and is_word(self._text[end]))
        )
