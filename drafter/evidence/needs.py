"""What a text has to contain for a pattern to match in it: letters that cannot be missing, worked out once a pattern.

A superset filter in the manner of Google's code search (Cox, 2012): where it says no, the pattern cannot match; where
it says yes, the pattern is tried. Texts and letters are compared in `folded` form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import NamedTuple

from drafter.evidence.edges import Parsed, is_word, nothing_after, nothing_before

_SHORTEST = 2
"""A single letter stands in every sentence, unless it is a word of its own."""
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that `re.IGNORECASE` takes for another one and `str.lower` does not."""


_SIGNS = frozenset("&%/+#>=")


class Word(NamedTuple):
    """Letters that begin a word, end one, or are one: "PT" is not needed of "adapt"."""

    letters: str
    begins: bool
    ends: bool


class All(NamedTuple):
    """Every part is needed; none of them: nothing is."""

    parts: tuple[Need, ...]


class AnyOf(NamedTuple):
    """One of the parts is needed; none of them: nothing can match."""

    parts: tuple[Need, ...]


Need = str | Word | All | AnyOf
NOTHING = All(())


def folded(text: str) -> str:
    """`text` with the letters of either case alike, as `re.IGNORECASE` compares them."""
    return text.translate(_ALIKE).lower()


@lru_cache(maxsize=4096)
def needs(pattern: re.Pattern[str]) -> Need:
    """What a text must contain for `pattern` to be found in it."""
    return source_needs(pattern.pattern, pattern.flags & ~re.DEBUG)


def source_needs(source: str, flags: int = re.IGNORECASE) -> Need:
    """The same for a pattern that is not compiled, which takes longer than to read it."""
    return _Sequence(list(_parser.parse(source, flags)), begins=False, ends=False).need()


class _Sequence(NamedTuple):
    """Elements that follow one another; `begins`, `ends`: nothing of a word stands before the first, after the last."""

    elements: Sequence[Parsed]
    begins: bool
    ends: bool

    def need(self) -> Need:
        parts: list[Need] = []
        first = 0
        for place, element in enumerate(self.elements):
            if _is_letter(element):
                continue
            branches = _branches(element)
            parts += [self._group(first, place, branches)] if branches else [*self._run(first, place), self._at(place)]
            first = place + 1
        return _all([*parts, *self._run(first, len(self.elements))])

    def _run(self, first: int, end: int) -> Iterator[Need]:
        """Letters that follow one another; they stand within one word, since white space parts them."""
        text = folded("".join(chr(argument) for _, argument in self.elements[first:end]))
        if not text:
            return
        begins = is_word(text[0]) and nothing_before(self.elements, first, self.begins)
        ends = is_word(text[-1]) and nothing_after(self.elements, end, self.ends)
        if end - first >= _SHORTEST or any(map(_is_sign, text)) or (begins and ends):
            yield Word(text, begins, ends) if begins or ends else text

    def _group(self, first: int, place: int, branches: Sequence[Sequence[Parsed]]) -> Need:
        """Letters right before a group are taken into it: the library reads "pt|pool" as "p", then "t|ool"."""
        begins = nothing_before(self.elements, first, self.begins)
        ends = nothing_after(self.elements, place + 1, self.ends)
        letters = self.elements[first:place]
        return _any([_Sequence([*letters, *branch], begins, ends).need() for branch in branches])

    def _at(self, place: int) -> Need:
        """What is repeated is needed unless it may be missing; between repetitions its edges are not known."""
        operation, argument = self.elements[place]
        if not str(operation).endswith("_REPEAT") or not argument[0]:
            return NOTHING
        _, most, repeated = argument
        begins = most == 1 and nothing_before(self.elements, place, self.begins)
        ends = most == 1 and nothing_after(self.elements, place + 1, self.ends)
        return _Sequence(list(repeated), begins, ends).need()


def _is_letter(element: Parsed) -> bool:
    operation, argument = element
    return str(operation) == "LITERAL" and not chr(argument).isspace()


def _branches(element: Parsed) -> Sequence[Sequence[Parsed]]:
    """The alternatives of a group, one for a plain one; none where the element is no group."""
    operation, argument = element
    name = str(operation)
    if name == "BRANCH":
        return argument[1]  # type: ignore[no-any-return]  # the library's reading is untyped
    if name == "SUBPATTERN":
        return [argument[-1]]
    return [argument] if name == "ATOMIC_GROUP" else []


def _is_sign(letter: str) -> bool:
    """Whether it is rare, as an arrow is; what has a case is none, since `re.IGNORECASE` may take it for another."""
    return letter in _SIGNS or (not letter.isascii() and letter.lower() == letter.upper())


def _all(parts: list[Need]) -> Need:
    wanted = tuple(dict.fromkeys(part for part in parts if part != NOTHING))
    return wanted[0] if len(wanted) == 1 else All(wanted)


def _any(parts: list[Need]) -> Need:
    if NOTHING in parts:
        return NOTHING
    several = tuple(dict.fromkeys(parts))
    return several[0] if len(several) == 1 else AnyOf(several)
