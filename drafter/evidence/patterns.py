"""Patterns of the standard library as elements. Each group is read once, however many patterns share it: the terms of
the lexicon are groups that hundreds of its expressions have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any

from drafter.evidence.classes import letter_class
from drafter.evidence.elements import Ahead, Anything, Choice, Edge, Element, Letters, Repeated, Sequence, one_of

_LONG = 32
"""Characters from which on a group is read apart."""
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|\(|\)", re.DOTALL)
TIED = re.compile(r"(?<!\\)\((?:\?P|\?\(|(?!\?))|\\[1-9]")
"""A group that keeps what it matches, and what means one: it is read with the rest of its pattern."""
_PLACEHOLDER = 0xE000
"""The first of the characters that stand for groups that are read apart; nothing is written with them."""
_KEPT = 512
"""Groups that are kept: the terms that come again and again. Thousands of them would be much for the collector."""
_MANY = 1000
"""Repetitions from which on their number does not matter."""


def elements_of(source: str, flags: int = re.IGNORECASE) -> Sequence:
    """The elements of a pattern."""
    texts: list[str] = []
    return _sequence(_parser.parse("".join(_skeleton(source, texts)), flags), texts)


@lru_cache(maxsize=_KEPT)
def group(text: str) -> Choice:
    """A group by its text."""
    inner = elements_of(text)
    only = inner.elements[0] if len(inner.elements) == 1 else None
    return one_of(only.branches if isinstance(only, Choice) else (inner,), text)


def _skeleton(source: str, texts: list[str]) -> Iterator[str]:
    """`source` with an assertion of one character in place of each long group, whose texts are added to `texts`."""
    done = 0
    for start, end in _groups(source):
        if end - start >= _LONG and not TIED.search(source, start, end):
            yield source[done:start] + f"(?={chr(_PLACEHOLDER + len(texts))})"
            texts.append(source[start + 3 : end - 1])
            done = end
    yield source[done:]


def _groups(source: str) -> Iterator[tuple[int, int]]:
    """Where the outermost groups stand that keep nothing."""
    opened: list[int] = []
    plain = 0
    for match in _PIECE.finditer(source):
        piece = match[0]
        if piece == "(?:":
            opened.append(match.start())
            plain += 1
        elif piece == "(":
            opened.append(-1)
        elif piece == ")" and opened and (start := opened.pop()) >= 0:
            plain -= 1
            if not plain:
                yield start, match.end()


def _sequence(parsed: Iterable[tuple[Any, Any]], texts: list[str]) -> Sequence:
    elements: list[Element] = []
    letters: list[str] = []
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL" and not chr(argument).isspace():
            letters.append(chr(argument))
            continue
        if letters:
            elements.append(Letters("".join(letters)))
            letters = []
        elements.append(_element(name, argument, texts))
    if letters:
        elements.append(Letters("".join(letters)))
    return Sequence(tuple(elements))


def _element(name: str, argument: Any, texts: list[str]) -> Element:  # noqa: ANN401 - the library's is untyped
    if name == "IN":
        return letter_class(argument) or Anything()
    if name == "LITERAL":
        return letter_class([(name, argument)]) or Anything()
    if name == "BRANCH":
        return one_of(tuple(_sequence(branch, texts) for branch in argument[1]))
    if name == "SUBPATTERN":
        return one_of((_sequence(argument[-1], texts),))
    if name == "ATOMIC_GROUP":
        return one_of((_sequence(argument, texts),))
    if name.endswith("_REPEAT"):
        least, most, inner = argument
        return Repeated(least, most if most < _MANY else None, _sequence(inner, texts))
    return _edge(name, argument, texts)


def _edge(name: str, argument: Any, texts: list[str]) -> Element:  # noqa: ANN401 - the library's reading is untyped
    if name == "AT":
        parts = str(argument) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_END")
        return Edge("\\b" if str(argument) == "AT_BOUNDARY" else "", parts, parts)
    if name not in ("ASSERT", "ASSERT_NOT"):
        return Anything()
    direction, inner = argument
    if name == "ASSERT":
        return _held(inner, texts) or (Ahead(_sequence(inner, texts)) if direction > 0 else Edge(""))
    only = inner[0] if len(inner) == 1 else None
    barred = letter_class(only[1]) if only is not None and str(only[0]) == "IN" else None
    if barred is None or barred.negated or barred.cased or barred.figures:
        return Edge("")
    side = "?!" if direction > 0 else "?<!"
    return Edge(f"({side}{barred.written})", barred.words and direction < 0, barred.words and direction > 0)


def _held(inner: Any, texts: list[str]) -> Choice | None:  # noqa: ANN401 - the library's reading is untyped
    """The group that an assertion stands for."""
    number = inner[0][1] - _PLACEHOLDER if len(inner) == 1 and str(inner[0][0]) == "LITERAL" else -1
    return group(texts[number]) if 0 <= number < len(texts) else None
