"""Lexicon patterns as one automaton.

Patterns are small regular expressions (groups, `|`, `?`, `*`, `+`, `[...]`). Space, hyphen, slash and full stop all
mean "next word".
"""

from __future__ import annotations

from drafter.errors import DataError

NEXT_WORD = " "


class Automaton:
    """States joined by single characters and by empty steps; state numbers index the three lists."""

    def __init__(self) -> None:
        self.label: list[str] = []
        self.target: list[int] = []
        self.empty: list[tuple[int, ...]] = []
        """Tuples of numbers: hundreds of thousands of lists would be looked through at each collection of garbage."""

    def state(self, label: str = "", target: int = -1) -> int:
        self.label.append(label)
        self.target.append(target)
        self.empty.append(())
        return len(self.label) - 1

    def add(self, pattern: str) -> tuple[int, int]:
        """Build a pattern; returns its first and its last state."""
        first, last, rest = self._alternatives(pattern, 0)
        if rest != len(pattern):
            raise DataError(f"lexicon: pattern {pattern!r} has an unmatched ')'; close its groups")
        return first, last

    def _alternatives(self, pattern: str, place: int) -> tuple[int, int, int]:
        first, last = self.state(), self.state()
        while True:
            start, end, place = self._sequence(pattern, place)
            self.empty[first] += (start,)
            self.empty[end] += (last,)
            if place >= len(pattern) or pattern[place] != "|":
                return first, last, place
            place += 1

    def _sequence(self, pattern: str, place: int) -> tuple[int, int, int]:
        first = last = self.state()
        while place < len(pattern) and pattern[place] not in "|)":
            start, end, place = self._piece(pattern, place)
            if place < len(pattern) and pattern[place] in "?*+":
                if pattern[place] != "+":
                    self.empty[start] += (end,)
                if pattern[place] != "?":
                    self.empty[end] += (start,)
                place += 1
            self.empty[last] += (start,)
            last = end
        return first, last, place

    def _piece(self, pattern: str, place: int) -> tuple[int, int, int]:
        char = pattern[place]
        if char == "(":
            first, last, end = self._alternatives(pattern, place + (3 if pattern.startswith("(?:", place) else 1))
            if end >= len(pattern):
                raise DataError(f"lexicon: pattern {pattern!r} has an unmatched '('; close its groups")
            return first, last, end + 1
        if char == "[":
            end = pattern.find("]", place)
            return *self._one_of(pattern[place + 1 : end]), end + 1
        if char == "\\":
            return *self._one_of(pattern[place + 1]), place + 2
        if char in "{}^$?*+":
            raise DataError(
                f"lexicon: pattern {pattern!r} uses {char!r}; only groups, |, ?, *, + and [...] are allowed"
            )
        return *self._one_of(char), place + 1

    def _one_of(self, chars: str) -> tuple[int, int]:
        last = self.state()
        first = self.state()
        for char in chars:
            self.empty[first] += (self.state(char if char.isalnum() else NEXT_WORD, last),)
        return first, last
