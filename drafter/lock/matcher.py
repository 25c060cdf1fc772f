"""Finding many short phrases in a sentence at once.

All patterns of a lexicon become one automaton that reads a text word by word: the longest phrase wins without further
rules, and a search costs a dictionary look-up a word, however many patterns there are.

A capital letter in a pattern matches a capital only, because in a medical record "pt" is a patient and "PT" is
physical therapy; a small letter matches both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from drafter.lock.automaton import NEXT_WORD, Automaton

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s*[-–—/&+'’#%]?\s*")
_ABBREVIATION_GAP = re.compile(r"\.\s?")
_LONGEST_GAP = 6
_REMEMBERED_WORDS = 100_000
_DEAD = 0


class Token(NamedTuple):
    """A word of a text: `text[start:end]`; `word` is lower case."""

    start: int
    end: int
    word: str
    raw: str


class Match(NamedTuple):
    """A lexicon phrase in a text: the entries that share it, its place, its first and last token."""

    ids: tuple[str, ...]
    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=256)
def tokenise(text: str) -> tuple[Token, ...]:
    """Words and numbers with their places; a hyphen, slash or full stop separates."""
    return tuple(Token(found.start(), found.end(), found[0].lower(), found[0]) for found in _WORD.finditer(text))


class Matcher:
    """All phrases of one lexicon. `entries` are (id, pattern) pairs; `decoys` use up text and yield nothing."""

    def __init__(self, entries: Iterable[tuple[str, str]], decoys: Iterable[str] = ()) -> None:
        self._automaton = Automaton()
        self._ends: dict[int, str] = {}
        self._starts: list[int] = []
        for entry, pattern in [*entries, *(("", decoy) for decoy in decoys)]:
            first, last = self._automaton.add(pattern)
            self._starts.append(first)
            self._ends[last] = entry
        self._begin(any_case=False)

    def in_any_case(self) -> Matcher:
        """The same phrases, where a capital matches a small letter too: for short texts that leave no doubt."""
        other = copy(self)
        other._begin(any_case=True)
        return other

    def _begin(self, any_case: bool) -> None:
        """Forget every state met so far."""
        self._any_case = any_case
        self._sets: list[frozenset[int]] = [frozenset()]
        self._numbers: dict[frozenset[int], int] = {frozenset(): _DEAD}
        self._found: list[tuple[str, ...]] = [()]
        self._after: list[int] = [_DEAD]
        self._steps: dict[tuple[int, str], int] = {}
        self._idle: set[str] = set()
        """Words with which no phrase begins: a sentence of nothing else is passed by without cutting it up."""
        self._by_letter = self._first_letters(self._closure(self._starts))
        self._start = self._number(frozenset({-1}))

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> list[Match]:
        """The longest phrases from left to right, without overlap."""
        if tokens is None and self._idle.issuperset(_WORD.findall(text)):
            return []
        words = tokenise(text) if tokens is None else tokens
        matches = []
        idle = self._idle
        row = 0
        while row < len(words):
            if words[row].raw in idle:
                row += 1
                continue
            ids, last = self._longest(text, words, row)
            if ids and "" not in ids:
                matches.append(Match(ids, words[row].start, words[last].end, row, last))
            row = last + 1 if ids else row + 1
        return matches

    def _longest(self, text: str, words: Sequence[Token], row: int) -> tuple[tuple[str, ...], int]:
        best: tuple[tuple[str, ...], int] = ((), row)
        place = self._step(self._start, words[row].raw)
        if not place:
            self._note_idle(words[row].raw)
        while place:
            if self._found[place]:
                best = (self._found[place], row)
            following = self._after[place]
            if not following or row + 1 == len(words) or not _joined(text, words[row], words[row + 1]):
                break
            row += 1
            place = self._step(following, words[row].raw)
        return best

    def _note_idle(self, word: str) -> None:
        if len(self._idle) > _REMEMBERED_WORDS:
            self._idle.clear()
        self._idle.add(word)

    def _step(self, place: int, word: str) -> int:
        """The state after one word; computed once for each word met there."""
        known = self._steps.get((place, word))
        if known is not None:
            return known
        if len(self._steps) > _REMEMBERED_WORDS:
            self._steps.clear()
        letters = word.lower() if self._any_case else word
        states = self._by_letter.get(letters[0], frozenset()) if place == self._start else self._read(place, letters[0])
        for letter in letters[1:]:
            if not states:
                break
            states = self._advance(states, letter)
        number = self._steps[place, word] = self._number(states)
        return number

    def _read(self, place: int, letter: str) -> frozenset[int]:
        return self._advance(self._sets[place], letter)

    def _advance(self, states: Iterable[int], letter: str) -> frozenset[int]:
        label, target = self._automaton.label, self._automaton.target
        small = letter.lower()
        return self._closure([target[state] for state in states if self._fits(label[state], letter, small)])

    def _fits(self, label: str, letter: str, small: str) -> bool:
        return label in (letter, small) or (self._any_case and label.lower() == small)

    def _first_letters(self, states: frozenset[int]) -> dict[str, frozenset[int]]:
        labels = {self._automaton.label[state] for state in states} - {"", NEXT_WORD}
        letters = {label.lower() for label in labels} | {label.upper() for label in labels}
        return {letter: self._advance(states, letter) for letter in letters}

    def _closure(self, states: Iterable[int]) -> frozenset[int]:
        """The states, and all that empty steps lead to; only those that read on or end a pattern are kept."""
        empty, label = self._automaton.empty, self._automaton.label
        seen = set(states)
        stack = list(seen)
        while stack:
            for following in empty[stack.pop()]:
                if following not in seen:
                    seen.add(following)
                    stack.append(following)
        return frozenset(state for state in seen if label[state] or state in self._ends)

    def _number(self, states: frozenset[int]) -> int:
        """Give a set of states a number, with what it recognises and where the next word begins."""
        known = self._numbers.get(states)
        if known is not None:
            return known
        number = self._numbers[states] = len(self._sets)
        self._sets.append(states)
        self._found.append(())
        self._after.append(_DEAD)
        if -1 not in states:
            following = self._between_words(states)
            ended = sorted(state for state in states | following if state in self._ends)
            self._found[number] = tuple(dict.fromkeys(self._ends[state] for state in ended))
            self._after[number] = self._number(following) if following else _DEAD
        return number

    def _between_words(self, states: frozenset[int]) -> frozenset[int]:
        """The states in which the next word may begin: past one separator or several."""
        label, target = self._automaton.label, self._automaton.target
        reached: frozenset[int] = frozenset()
        while True:
            past = self._closure([target[state] for state in states | reached if label[state] == NEXT_WORD])
            if past <= reached:
                return reached
            reached |= past


def _joined(text: str, left: Token, right: Token) -> bool:
    """Whether two words may belong to one phrase: white space, a hyphen, a slash; a full stop after an initial."""
    if right.start - left.end == 1 and text[left.end] in " -/":
        return True
    if right.start - left.end > _LONGEST_GAP:
        return False
    gap = text[left.end : right.start]
    if _GAP.fullmatch(gap):
        return True
    return left.end - left.start == 1 and _ABBREVIATION_GAP.fullmatch(gap) is not None
