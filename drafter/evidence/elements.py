"""Elements of a pattern, and what they are: letters, classes of letters, edges, repetitions and choices."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from drafter.evidence.classes import Class

_FIGURE = re.compile(r"\d")


class Letters(NamedTuple):
    """Letters that follow one another, without white space."""

    text: str


class Edge(NamedTuple):
    """What takes up no letter: a word's edge, or letters that may not stand before or after a place."""

    written: str
    before: bool = False
    """Whether nothing of a word can stand before it."""
    after: bool = False


class Ahead(NamedTuple):
    """What has to follow, and is read again."""

    inner: Sequence


class Repeated(NamedTuple):
    """Elements that stand several times, or may be missing."""

    least: int
    most: int | None
    inner: Sequence


class Choice(NamedTuple):
    """One of several sequences; `text` is that of a group that is read apart."""

    branches: tuple[Sequence, ...]
    text: str | None
    solid: bool
    shortest: int
    telling: bool


class Anything(NamedTuple):
    """An element of which nothing is known."""


Element = Letters | Class | Edge | Ahead | Repeated | Choice | Anything


class Sequence:
    """Elements that follow one another."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self.elements = elements
        self.solid = all(map(is_solid, elements))
        """Whether no white space can stand in what they match."""
        self.shortest = sum(map(_shortest, elements))
        """Letters that they take up at least."""
        self.telling = any(map(_is_telling, elements))
        """Whether a letter of a class, as a digit is, has to be there: letters alone do not say what is needed."""

    @cached_property
    def written(self) -> str:
        """As a pattern, where they are solid."""
        return "".join(map(written, self.elements))


def one_of(branches: tuple[Sequence, ...], text: str | None = None) -> Choice:
    """A choice of sequences."""
    return Choice(
        branches,
        text,
        all(branch.solid for branch in branches),
        min(branch.shortest for branch in branches),
        all(branch.telling for branch in branches),
    )


def is_solid(element: Element) -> bool:
    """Whether no white space can stand in what an element matches."""
    if isinstance(element, Class):
        return not element.spaced
    if isinstance(element, Choice):
        return element.solid
    return element.inner.solid if isinstance(element, Repeated) else not isinstance(element, Anything)


def written(element: Element) -> str:
    """A solid element as a pattern; what has to follow is left out, and one figure stands for all of them."""
    if isinstance(element, Letters):
        return _FIGURE.sub(r"\\d", re.escape(element.text))
    if isinstance(element, Class | Edge):
        return element.written
    if isinstance(element, Choice):
        return f"(?:{'|'.join(branch.written for branch in element.branches)})"
    if isinstance(element, Repeated):
        most = "" if element.most is None else element.most
        return f"(?:{element.inner.written}){{{element.least},{most}}}"
    return ""


def _shortest(element: Element) -> int:
    if isinstance(element, Letters):
        return len(element.text)
    if isinstance(element, Choice):
        return element.shortest
    return element.least * element.inner.shortest if isinstance(element, Repeated) else int(isinstance(element, Class))


def _is_telling(element: Element) -> bool:
    if isinstance(element, Choice):
        return element.telling
    if isinstance(element, Repeated):
        return element.least > 0 and element.inner.telling
    return isinstance(element, Class) and element.telling
