"""The words of many sentences with the rows they stand in: which sentences a pattern can match at all."""

from __future__ import annotations

import re
import threading
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from drafter.evidence.edges import is_word
from drafter.evidence.needs import All, AnyOf, Need, Word, folded, needs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafter.evidence.wording import Expression

    Rows = NDArray[np.uint8]
    """A bit for each row."""


class WordRows:
    """Answers in milliseconds, for tens of thousands of sentences, where a pattern is worth trying."""

    def __init__(self, texts: Sequence[str]) -> None:
        rows: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for row, text in enumerate(texts):
            for word in set(folded(text).split()):
                rows[word].append(row)
        self._size = len(texts)
        self._rows = list(rows.values())
        self._words = "\n".join(rows)
        self._starts = array("I", [0])
        for word in rows:
            self._starts.append(self._starts[-1] + len(word) + 1)
        self._known: dict[str | Word, Rows] = {}
        self._by_expression: dict[Expression, Rows] = {}
        self._lock = threading.Lock()

    def candidates(self, *patterns: re.Pattern[str]) -> list[int]:
        """Rows in which one of the patterns may match, in order; every row where one does is among them."""
        return self.rows(AnyOf(tuple(needs(pattern) for pattern in patterns)))

    def may_match(self, expression: Expression, row: int) -> bool:
        """Whether the letters that the expression needs stand in a row; worked out once for all rows."""
        with self._lock:
            bits = self._by_expression.get(expression)
            if bits is None:
                bits = self._by_expression[expression] = self._bits(expression.need)
        return bool(bits[row >> 3] >> (7 - (row & 7)) & 1)

    def rows(self, need: Need) -> list[int]:
        """Rows that contain what is needed, in order."""
        import numpy as np

        if not self._size:
            return []
        with self._lock:
            bits = self._bits(need)
        rows: list[int] = np.flatnonzero(np.unpackbits(bits, count=self._size)).tolist()
        return rows

    def _bits(self, need: Need) -> Rows:
        import numpy as np

        if isinstance(need, str | Word):
            known = self._known.get(need)
            if known is None:
                known = self._known[need] = self._containing(need)
            return known
        parts = [self._bits(part) for part in need.parts]
        if isinstance(need, All):
            return reduce(np.bitwise_and, parts) if parts else np.packbits(np.ones(self._size, dtype=bool))
        return reduce(np.bitwise_or, parts) if parts else np.packbits(np.zeros(self._size, dtype=bool))

    def _containing(self, need: str | Word) -> Rows:
        import numpy as np

        mask = np.zeros(self._size, dtype=bool)
        for word in self._words_with(need if isinstance(need, Word) else Word(need, begins=False, ends=False)):
            mask[np.frombuffer(self._rows[word], dtype=np.uint32)] = True
        return np.packbits(mask)

    def _words_with(self, need: Word) -> list[int]:
        import numpy as np

        places = [place for place in self._places(need.letters) if self._stands(need, place)]
        starts = np.frombuffer(self._starts, dtype=np.uint32)
        found: list[int] = np.unique(np.searchsorted(starts, places, side="right") - 1).tolist() if places else []
        return found

    def _places(self, letters: str) -> Iterator[int]:
        place = self._words.find(letters)
        while place >= 0:
            yield place
            place = self._words.find(letters, place + 1)

    def _stands(self, need: Word, place: int) -> bool:
        """Whether letters that have to begin or end a word do so at a place."""
        end = place + len(need.letters)
        return not (
            (need.begins and place > 0 and is_word(self._words[place - 1]))
            or (need.ends and end < len(self._words) and is_word(self._words[end]))
        )
