"""The words of many sentences with the rows they stand in: which sentences a pattern can match at all."""

from __future__ import annotations

import re
import threading
from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property, reduce
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.evidence.folding import folded
from drafter.evidence.needs import All, AnyOf, Need, Shape, Word, needs
from drafter.evidence.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafter.evidence.wording import Expression

    Rows = NDArray[np.uint8]
    """A bit for each row."""


_MANY = 64
"""Words from which on their rows are picked out of all."""
_FIGURE = re.compile(r"\d")
_RECENT = 1024
"""Needs of several parts whose rows are kept at a time; those of 50,000 sentences take up 7 kB."""


class WordRows:
    """Answers in milliseconds, for tens of thousands of sentences, where a pattern is worth trying."""

    def __init__(self, texts: Sequence[str]) -> None:
        rows: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for row, text in enumerate(texts):
            for word in set(folded(text).split()):
                rows[word].append(row)
        kinds: defaultdict[str, list[str]] = defaultdict(list)
        for word in rows:
            kinds[_FIGURE.sub("0", word)].append(word)
        words = [word for alike in kinds.values() for word in alike]
        self._size = len(texts)
        self._standing, self._ends = _joined([rows[word] for word in words])
        self._words = Vocabulary(words)
        self._kinds = Vocabulary(list(kinds))
        """Words that differ in their figures alone, which stand together: dates and amounts are most of all words."""
        self._firsts = list(accumulate(map(len, kinds.values()), initial=0))
        self._known: dict[str | Word | Shape, Rows] = {}
        self._recent: dict[int, tuple[Need, Rows]] = {}
        """What was worked out last, by the identity of what is needed: terms share it."""
        self._by_expression: dict[Expression, memoryview] = {}
        self._lock = threading.Lock()

    @cached_property
    def none(self) -> Rows:
        """No row."""
        return self.mask([])

    @cached_property
    def _every(self) -> Rows:
        import numpy as np

        return np.packbits(np.ones(self._size, dtype=bool))

    def candidates(self, *patterns: re.Pattern[str]) -> list[int]:
        """Rows in which one of the patterns may match, in order; every row where one does is among them."""
        return self.rows(AnyOf(tuple(needs(pattern) for pattern in patterns)))

    def may_match(self, expression: Expression, row: int) -> bool:
        """Whether the letters that the expression needs stand in a row; worked out once for all rows."""
        bits = self._by_expression.get(expression)
        if bits is None:
            bits = self._by_expression[expression] = self.bits(expression.need).data
        return bits[row >> 3] & (128 >> (row & 7)) != 0

    def rows(self, need: Need) -> list[int]:
        """Rows that contain what is needed, in order."""
        return self.numbers(self.bits(need)) if self._size else []

    def bits(self, need: Need) -> Rows:
        """The same as a bit for each row."""
        with self._lock:
            return self._bits(need)

    def count(self, need: Need) -> int:
        """How many rows contain what is needed."""
        return len(self.rows(need))

    def many(self, bits: Rows, least: int) -> bool:
        """Whether at least so many bits are set."""
        import numpy as np

        return bool(np.unpackbits(bits, count=self._size).sum() >= least)

    def numbers(self, bits: Rows) -> list[int]:
        """The rows whose bits are set, in order."""
        import numpy as np

        rows: list[int] = np.flatnonzero(np.unpackbits(bits, count=self._size)).tolist()
        return rows

    def mask(self, rows: Sequence[int]) -> Rows:
        """A bit for each row, set for some."""
        import numpy as np

        bits = np.zeros(self._size, dtype=bool)
        bits[np.asarray(rows, dtype=np.int64)] = True
        return np.packbits(bits)

    def _bits(self, need: Need) -> Rows:
        if isinstance(need, str | Word | Shape):
            known = self._known.get(need)
            if known is None:
                known = self._known[need] = self._containing(need)
            return known
        recent = self._recent.get(id(need))
        if recent is None:
            if len(self._recent) > _RECENT:
                self._recent.clear()
            recent = self._recent[id(need)] = need, self._together(need)
        return recent[1]

    def _together(self, need: AnyOf | All) -> Rows:
        import numpy as np

        if isinstance(need, AnyOf):
            return reduce(np.bitwise_or, map(self._bits, need.parts), self.none)
        bits = self._every
        for part in sorted(need.parts, key=_effort):
            bits = bits & self._bits(part)
            if not bits.any():
                break
        return bits

    def _containing(self, need: str | Word | Shape) -> Rows:
        import numpy as np

        mask = np.zeros(self._size, dtype=bool)
        ranges = self._ranges(need)
        if len(ranges) < _MANY:
            for first, end in ranges:
                mask[self._standing[self._ends[first] : self._ends[end]]] = True
        else:
            wanted = np.zeros(len(self._ends) - 1, dtype=bool)
            for first, end in ranges:
                wanted[first:end] = True
            mask[self._standing[np.repeat(wanted, np.diff(self._ends))]] = True
        return np.packbits(mask)

    def _ranges(self, need: str | Word | Shape) -> list[tuple[int, int]]:
        """Where words stand that contain what is needed; only certain figures are looked for in each single one."""
        letters = "" if isinstance(need, Shape) else need.letters if isinstance(need, Word) else need
        if _FIGURE.search(letters):
            return [(word, word + 1) for word in self._words.containing(need)]
        return [(self._firsts[kind], self._firsts[kind + 1]) for kind in self._kinds.containing(need)]


def _joined(rows: Collection[array[int]]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The rows of all words one after the other, and where those of each word begin."""
    import numpy as np

    each = [np.frombuffer(numbers, dtype=np.uint32) for numbers in rows]
    ends = np.concatenate([[0], np.cumsum([len(numbers) for numbers in each], dtype=np.int64)])
    return np.concatenate([np.zeros(0, dtype=np.uint32), *each]), ends.astype(np.int64)


def _effort(need: Need) -> int:
    """What is looked for last: shapes are tried on every word."""
    return (str, Word, AnyOf, All, Shape).index(type(need))
