"""The rows that expressions match: what many expressions and concepts share is tried once on a row."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from typing import TYPE_CHECKING

from drafter.evidence.alternatives import alternatives, beginning
from drafter.evidence.elements import Choice, Element
from drafter.evidence.folding import folded, folded_pattern
from drafter.evidence.needs import source_needs
from drafter.evidence.patterns import elements_of
from drafter.evidence.wording import Expression, part_need
from drafter.evidence.words import WordRows
from drafter.expressions import together
from drafter.lexicon import source

if TYPE_CHECKING:
    from drafter.evidence.words import Rows

_MANY = 256
"""Rows from which on the parts of an expression are tried before the whole."""
_LONG = 1024
"""Letters of a pattern from which on parts of it are tried before the whole, which takes long to compile."""
_PAIRS = 16
"""Pairs of alternatives up to which each is tried by itself."""


class MatchingRows:
    """What was tried on the rows of a record, and what matched."""

    def __init__(self, words: WordRows, texts: Sequence[str]) -> None:
        self._words = words
        self._texts = texts
        self._folded = [folded(text) for text in texts]
        self._tried: dict[str, tuple[Rows, Rows]] = {}
        self._lock = threading.Lock()

    def of(self, expression: Expression, within: Rows) -> Rows:
        """Those of some rows that an expression matches; the rarest part of it is looked for first."""
        with self._lock:
            rows = within & self._words.bits(expression.need)
            for part in sorted(expression.parts, key=lambda part: self._words.count(part_need(part))):
                if not rows.any():
                    return rows
                rows = self._either(part, rows)
            return rows if len(expression.parts) == 1 else self._together(expression, rows)

    def _either(self, part: str, within: Rows) -> Rows:
        """The rows that one of the alternatives of a part matches."""
        found = self._words.none
        for alternative in alternatives(part):
            left = within & ~found
            if not left.any():
                break
            found = found | self._alternative(alternative, left)
        return found

    def _alternative(self, alternative: str, within: Rows) -> Rows:
        written = source(alternative)
        rows = within & self._words.bits(source_needs(written))
        for terms in _figures(written) if self._words.many(rows, 1 if len(written) > _LONG else _MANY) else ():
            rows = reduce(or_, (self._matching(term, rows) for term in terms))
        return self._matching(written, rows)

    def _together(self, expression: Expression, within: Rows) -> Rows:
        """The rows in which parts that stand in them stand together."""
        pairs = self._pairs(expression, within) if self._words.many(within, _MANY) else []
        if not pairs or len(pairs) > _PAIRS:
            return self._words.mask([row for row in self._words.numbers(within) if expression.search(self._texts[row])])
        found = self._words.none
        for pair, rows in pairs:
            found = found | self._matching(source(together(*pair)), rows & ~found)
        return found

    def _pairs(self, expression: Expression, within: Rows) -> list[tuple[tuple[str, str], Rows]]:
        """Alternatives of one part and of the other that stand in the same rows."""
        standing = [
            [(a, rows) for a in alternatives(part) if (rows := self._alternative(a, within)).any()]
            for part in expression.parts
        ]
        pairs = (((one, other), rows & also) for (one, rows), (other, also) in product(*standing))
        return [(pair, rows) for pair, rows in pairs if rows.any()]

    def _matching(self, written: str, within: Rows) -> Rows:
        """Those of some rows that a pattern matches; none of them is tried a second time."""
        wanted = within & self._words.bits(source_needs(written))
        first = beginning(written) if len(written) > _LONG and wanted.any() else None
        wanted = self._matching(first, wanted) if first else wanted
        if not wanted.any():
            return wanted
        tried, matched = self._tried.get(written, (self._words.none, self._words.none))
        new = self._words.numbers(wanted & ~tried)
        matched = matched | self._words.mask(self._found(written, new))
        self._tried[written] = tried | wanted, matched
        return matched & within

    def _found(self, written: str, rows: list[int]) -> list[int]:
        pattern = folded_pattern(written)
        texts = self._folded if pattern else self._texts
        search = (pattern or _compiled(written)).search
        return [row for row in rows if search(texts[row])]


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


@lru_cache(maxsize=8192)
def _figures(written: str) -> tuple[tuple[str, ...], ...]:
    """The terms that have to stand where a pattern matches and compare figures, by their alternatives: the words of a
    row tell little about those, and several expressions share them."""
    found = (element for element in _opened(elements_of(written).elements) if isinstance(element, Choice))
    texts = dict.fromkeys(choice.text for choice in found if choice.text and choice.telling and not choice.solid)
    return tuple(tuple(f"(?:{piece})" for piece in alternatives(text)) for text in texts if text)


def _opened(elements: Sequence[Element]) -> Iterator[Element]:
    """Elements, with those of groups around them that are no choice."""
    for element in elements:
        if isinstance(element, Choice) and len(element.branches) == 1:
            yield from _opened(element.branches[0].elements)
        else:
            yield element
