"""The expressions of a concept: how a sentence states it, states its opposite, or comes near it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from drafter.evidence.alternatives import alternatives
from drafter.evidence.needs import NOTHING, All, AnyOf, Need, source_needs
from drafter.expressions import both
from drafter.lexicon import Concept, Place, pattern, source


class Expression:
    """An expression of the lexicon, compiled when it is first tried: most are ruled out by letters that no text has."""

    def __init__(self, text: str, together: tuple[str, ...] = ()) -> None:
        self._text = text
        self.parts = tuple(sorted(together, key=len)) or (text,)
        """What has to stand in a text, each of it: the expression itself, or two parts of it."""

    @cached_property
    def need(self) -> Need:
        """What a text must contain for it to match."""
        return All(tuple(part_need(part) for part in self.parts))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match; the whole, which has each part twice, is tried only where its parts stand."""
        return pattern(self._text).search(text) if self._has_parts(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return pattern(self._text).finditer(text) if self._has_parts(text) else iter(())

    def _has_parts(self, text: str) -> bool:
        return len(self.parts) == 1 or all(pattern(part).search(text) for part in self.parts)


@lru_cache(maxsize=8192)
def part_need(part: str) -> Need:
    """What a text must contain for one of the alternatives of a part to match."""
    needs = dict.fromkeys(source_needs(source(alternative)) for alternative in alternatives(part))
    return AnyOf(tuple(needs)) if NOTHING not in needs else NOTHING


class Wording(NamedTuple):
    """The expressions one by one: each is tried only where its own letters stand."""

    documents: tuple[Expression, ...]
    contradicts: tuple[Expression, ...]
    near: tuple[Expression, ...]


@cache
def wording(concept: Concept, places: frozenset[Place] = frozenset()) -> Wording:
    """How `concept` is worded, in records of some kinds too."""
    general = _general(concept)
    added = [e for place, expressions in particular(concept).items() if place in places for e in expressions]
    return general._replace(documents=(*general.documents, *added)) if added else general


@cache
def particular(concept: Concept) -> dict[Place, tuple[Expression, ...]]:
    """What states `concept` in records of one kind only."""
    kinds = dict.fromkeys(group.kind for group in concept.within)
    return {kind: _each(tuple(e for g in concept.within if g.kind == kind for e in g.documents)) for kind in kinds}


@cache
def _general(concept: Concept) -> Wording:
    return Wording(_each(concept.documents), _each(concept.contradicts), _each(concept.near))


def _each(expressions: tuple[str, ...]) -> tuple[Expression, ...]:
    return tuple(Expression(expression, both(expression) or ()) for expression in expressions)
