"""Texts and patterns without regard to case: folded once, so that no comparison has to look at the case of a letter.

`re.IGNORECASE` passes by what makes a search quick: a choice of words is tried branch by branch at every place. A
pattern in small letters, on a text in small letters, finds the same at half the effort.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any

from drafter.evidence.classes import is_uncased

_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that `re.IGNORECASE` takes for another one and `str.lower` does not."""
_CAPITALS = range(ord("A"), ord("Z") + 1)
_HELD = {"SUBPATTERN": 3, "ASSERT": 1, "ASSERT_NOT": 1, "MAX_REPEAT": 2, "MIN_REPEAT": 2, "POSSESSIVE_REPEAT": 2}
"""Where an operation holds the sequence that it is about."""


class _CaseCounts(Exception):
    """A pattern says more of letters than that their case does not matter."""


def folded(text: str) -> str:
    """`text` with the letters of either case alike, as `re.IGNORECASE` compares them; each keeps its place."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()


@cache
def folded_pattern(written: str) -> re.Pattern[str] | None:
    """What is found in a folded text where `written` is in the text, whatever the case; None: that is not known."""
    parsed = _parser.parse(written, re.IGNORECASE)
    try:
        _fold(parsed)
    except _CaseCounts:
        return None
    parsed.state.flags &= ~re.IGNORECASE
    pattern: re.Pattern[str] = _compiler.compile(parsed)
    return pattern


class AnyCase:
    """A pattern whose matches are told in the letters of the folded text, at the places where they stand."""

    def __init__(self, written: str) -> None:
        self.pattern = written
        pattern = folded_pattern(written)
        self._fold = folded if pattern else str
        self._compiled = pattern or re.compile(written, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self._compiled.search(self._fold(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return self._compiled.finditer(self._fold(text))

    def sub(self, put: Callable[[re.Match[str]], str], text: str) -> str:
        """The folded text with something put in place of each match."""
        return self._compiled.sub(put, self._fold(text))


def _fold(parsed: Any) -> None:  # noqa: ANN401 - the library's reading is untyped
    """Letters of a pattern as small ones, in place."""
    for place, (operation, argument) in enumerate(parsed):
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL"):
            parsed[place] = operation, _small(argument)
        elif name == "IN":
            parsed[place] = operation, _members(argument)
        elif name not in ("AT", "ANY"):
            for inner in _inner(name, argument):
                _fold(inner)


def _inner(name: str, argument: Any) -> list[Any]:  # noqa: ANN401 - the library's reading is untyped
    """The sequences that an operation holds; one that sets flags of its own may ask for letters of a case."""
    if name == "BRANCH":
        return list(argument[1])
    if name == "ATOMIC_GROUP":
        return [argument]
    if name not in _HELD or (name == "SUBPATTERN" and any(argument[1:3])):
        raise _CaseCounts
    return [argument[_HELD[name]]]


def _members(named: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [(operation, _member(str(operation), argument)) for operation, argument in named]


def _member(name: str, argument: Any) -> Any:  # noqa: ANN401 - the library's reading is untyped
    if name == "LITERAL":
        return _small(argument)
    if name != "RANGE" or argument[1] < _CAPITALS[0]:
        return argument
    if not (argument[0] in _CAPITALS and argument[1] in _CAPITALS) and not _small_letters(*argument):
        raise _CaseCounts
    return _small(argument[0]), _small(argument[1])


def _small_letters(first: int, last: int) -> bool:
    return ord("a") <= first <= last <= ord("z")


def _small(code: int) -> int:
    """A letter as a small one; of those beyond ASCII, it is not known which ones are alike."""
    if code > 127 and not is_uncased(chr(code)):
        raise _CaseCounts
    return ord(chr(code).lower())
