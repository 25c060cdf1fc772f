"""Where the letters of a pattern must begin or end a word: what stands beside them is white space, a sign, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

Parsed = tuple[Any, Any]
"""An element of a pattern as the standard library reads it: operation and argument."""
_Side = Literal["before", "after"]
_ASIDE = {"before": -1, "after": 1}
"""The direction in which the library's reading says that an assertion looks."""


def is_word(letter: str) -> bool:
    """Whether `\\w` takes it in."""
    return letter.isalnum() or letter == "_"


def nothing_before(elements: Sequence[Parsed], place: int, outside: bool) -> bool:
    """Whether nothing of a word can stand before an element; `outside`: nor before the first of them."""
    return _parted(reversed(elements[:place]), "before", outside)


def nothing_after(elements: Sequence[Parsed], place: int, outside: bool) -> bool:
    """Whether nothing of a word can stand where the element at `place` begins; `outside`: nor behind the last."""
    return _parted(elements[place:], "after", outside)


def _parted(nearest_first: Iterable[Parsed], side: _Side, outside: bool) -> bool:
    """The nearest element that takes up letters decides; one that may be missing has to part as well as the next."""
    for operation, argument in nearest_first:
        name = str(operation)
        if name == "AT":
            if str(argument) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_END"):
                return True
            continue
        if name in ("ASSERT", "ASSERT_NOT"):
            if name == "ASSERT_NOT" and _bars_words(argument, side):
                return True
            continue
        parts = _parts(name, argument, side)
        if not (name.endswith("_REPEAT") and not argument[0]):
            return parts
        if not parts:
            return False
    return outside


def _bars_words(assertion: tuple[int, Any], side: _Side) -> bool:
    """Whether it is `(?<!\\w)` or `(?!\\w)`, alone or with more that may not stand there."""
    direction, inner = assertion
    return direction == _ASIDE[side] and len(inner) == 1 and str(inner[0][0]) == "IN" and _has_words(inner[0][1])


def _has_words(members: Iterable[Parsed]) -> bool:
    return any(str(argument) == "CATEGORY_WORD" for _, argument in members)


def _parts(name: str, argument: Any, side: _Side) -> bool:  # noqa: ANN401 - the library's reading is untyped
    """Whether the letter of an element that stands nearest is none of a word, whatever the element takes up."""
    if name == "LITERAL":
        return not is_word(chr(argument))
    if name == "IN":
        return _excludes_words(argument)
    if name == "BRANCH":
        return all(_parted(_nearest_first(branch, side), side, outside=False) for branch in argument[1])
    inner = {"SUBPATTERN": -1, "ATOMIC_GROUP": None}
    if name in inner:
        at = inner[name]
        return _parted(_nearest_first(argument if at is None else argument[at], side), side, outside=False)
    if name.endswith("_REPEAT"):
        return _parted(_nearest_first(argument[-1], side), side, outside=False)
    return False


def _nearest_first(elements: Iterable[Parsed], side: _Side) -> Iterable[Parsed]:
    return reversed(list(elements)) if side == "before" else elements


def _excludes_words(members: Sequence[Parsed]) -> bool:
    if str(members[0][0]) == "NEGATE":
        return _has_words(members)
    return all(
        not is_word(chr(argument)) if str(operation) == "LITERAL" else str(argument) in _NO_WORDS
        for operation, argument in members
    )


_NO_WORDS = ("CATEGORY_SPACE", "CATEGORY_NOT_WORD")
