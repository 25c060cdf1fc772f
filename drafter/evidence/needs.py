"""What a text has to contain for a pattern to match in it: letters that cannot be missing, worked out once a pattern.

A superset filter in the manner of Google's code search (Cox, 2012): where it says no, the pattern cannot match; where
it says yes, the pattern is tried. Texts and letters are compared in `folded` form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from drafter.evidence.classes import is_uncased, is_word
from drafter.evidence.edges import nothing_after, nothing_before
from drafter.evidence.elements import Ahead, Choice, Element, Letters, Repeated, Sequence, is_solid
from drafter.evidence.folding import folded
from drafter.evidence.patterns import elements_of, group

_SHORTEST = 2
"""A single letter stands in every sentence, unless it is a word of its own."""
_SIGNS = frozenset("&%/+#>=")
_STARTS, _STOPS = r"(?<!\w)", r"(?!\w)"


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


class Shape(NamedTuple):
    """A pattern for part of a word: "\\d+/\\d+", "K-?L". Few words have it, where its letters alone are everywhere."""

    pattern: str


Need = str | Word | Shape | All | AnyOf
NOTHING = All(())


@lru_cache(maxsize=4096)
def needs(pattern: re.Pattern[str]) -> Need:
    """What a text must contain for `pattern` to be found in it."""
    return source_needs(pattern.pattern, pattern.flags & ~re.DEBUG)


@lru_cache(maxsize=65536)
def source_needs(source: str, flags: int = re.IGNORECASE) -> Need:
    """The same for a pattern that is not compiled, which takes longer than to read it."""
    return _Reading(elements_of(source, flags).elements, begins=False, ends=False).need()


class _Reading(NamedTuple):
    """Elements that follow one another; `begins`, `ends`: nothing of a word stands before the first, after the last."""

    elements: tuple[Element, ...]
    begins: bool
    ends: bool

    def need(self) -> Need:
        parts: list[Need] = []
        first = 0
        for end in (*(n for n, element in enumerate(self.elements) if not is_solid(element)), len(self.elements)):
            parts += self._solid(first, end)
            if end < len(self.elements):
                parts.append(self._at(end))
            first = end + 1
        return _all(parts)

    def _solid(self, first: int, end: int) -> list[Need]:
        """What stands within one word: its letters, and its shape where letters do not tell enough."""
        letters = [need for place in range(first, end) if (need := self._at(place)) != NOTHING]
        whole = Sequence(self.elements[first:end])
        if whole.shortest and (whole.telling or not letters):
            begins, ends = self._beside(first, end)
            letters.append(Shape(f"{_STARTS * begins}(?:{whole.written}){_STOPS * ends}"))
        return letters

    def _at(self, place: int) -> Need:
        """What an element needs; what is repeated is needed unless it may be missing."""
        element = self.elements[place]
        if isinstance(element, Letters):
            return self._word(element.text, *self._beside(place, place + 1))
        if isinstance(element, Choice):
            return self._choice(element, place)
        if isinstance(element, Ahead):
            return _Reading(element.inner.elements, self._beside(place, place)[0], ends=False).need()
        if not isinstance(element, Repeated) or not element.least:
            return NOTHING
        # Between repetitions it is not known what stands beside.
        begins, ends = self._beside(place, place + 1) if element.most == 1 else (False, False)
        return _Reading(element.inner.elements, begins, ends).need()

    def _word(self, letters: str, begins: bool, ends: bool) -> Need:
        """Letters that follow one another; they stand within one word, since white space parts them."""
        text = folded(letters)
        begins, ends = begins and is_word(text[0]), ends and is_word(text[-1])
        if len(letters) < _SHORTEST and not (begins and ends) and not any(map(_is_sign, text)):
            return NOTHING
        return _leaf(text, begins, ends)

    def _choice(self, choice: Choice, place: int) -> Need:
        """Letters right before a group are taken into it: the library reads "pt|pool" as "p", then "t|ool"."""
        begins, ends = self._beside(place, place + 1)
        before = self.elements[place - 1] if place else None
        if not isinstance(before, Letters):
            return _group(choice.text, begins, ends) if choice.text else _any_of(choice.branches, begins, ends)
        begins = self._beside(place - 1, place)[0]
        return _any_of([_joined(before, branch) for branch in choice.branches], begins, ends)

    def _beside(self, first: int, end: int) -> tuple[bool, bool]:
        """Whether nothing of a word can stand before and after some elements."""
        return nothing_before(self.elements, first, self.begins), nothing_after(self.elements, end, self.ends)


@lru_cache(maxsize=65536)
def _group(text: str, begins: bool, ends: bool) -> Need:
    return _any_of(group(text).branches, begins, ends)


@lru_cache(maxsize=65536)
def _leaf(text: str, begins: bool, ends: bool) -> Need:
    """One for all that are the same."""
    return Word(text, begins, ends) if begins or ends else text


def _any_of(branches: Iterable[Sequence], begins: bool, ends: bool) -> Need:
    needed = [_Reading(branch.elements, begins, ends).need() for branch in branches]
    if NOTHING in needed:
        return NOTHING
    several = tuple(dict.fromkeys(needed))
    return several[0] if len(several) == 1 else AnyOf(several)


def _joined(before: Letters, branch: Sequence) -> Sequence:
    first = branch.elements[0] if branch.elements else None
    if isinstance(first, Letters):
        return Sequence((Letters(before.text + first.text), *branch.elements[1:]))
    return Sequence((before, *branch.elements))


def _is_sign(letter: str) -> bool:
    """Whether it is rare, as an arrow is; what has a case is none, since `re.IGNORECASE` may take it for another."""
    return letter in _SIGNS or (not letter.isascii() and is_uncased(letter))


def _all(parts: list[Need]) -> Need:
    wanted = tuple(dict.fromkeys(part for part in parts if part != NOTHING))
    return wanted[0] if len(wanted) == 1 else All(wanted)
