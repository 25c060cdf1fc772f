"""The alternatives of an expression, each of which is tried by itself: only where its own letters stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from drafter.evidence.patterns import TIED

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(|\)|\|", re.DOTALL)


@lru_cache(maxsize=8192)
def alternatives(expression: str) -> tuple[str, ...]:
    """What matches where the expression does: one of them, at least; groups around them are opened."""
    if TIED.search(expression):
        return (expression,)
    pieces = _parted(expression)
    if len(pieces) == 1:
        inner = _inside(expression)
        return (expression,) if inner is None else alternatives(inner)
    return tuple(dict.fromkeys(found for piece in pieces for found in alternatives(piece)))


@lru_cache(maxsize=8192)
def beginning(expression: str) -> str | None:
    """What an expression begins with, up to what has to follow there, where that is the smaller part of it: figures
    with words between them, before all pairs of figures that are meant."""
    inner = _inside(expression) or expression
    if TIED.search(inner) or len(_parted(inner)) > 1:
        return None
    outer = [place for place, depth, sign in _signs(inner) if not depth and sign in "()"]
    ends = (end + 1 for start, end in zip(outer[::2], outer[1::2], strict=True) if inner.startswith("(?=", start))
    end = next(ends, 0)
    return inner[:end] if 0 < 2 * end < len(inner) else None


def _parted(expression: str) -> list[str]:
    """The expression, cut where it says "or" outside of groups."""
    cuts = [-1, *(place for place, depth, sign in _signs(expression) if sign == "|" and not depth), len(expression)]
    return [expression[before + 1 : after] for before, after in pairwise(cuts)]


def _inside(expression: str) -> str | None:
    """What a group holds that is the whole expression."""
    if not expression.startswith("(?:"):
        return None
    closed = next((place for place, depth, sign in _signs(expression) if sign == ")" and not depth), -1)
    return expression[3:-1] if closed == len(expression) - 1 else None


def _signs(expression: str) -> Iterator[tuple[int, int, str]]:
    """Brackets of groups and signs for "or" with the number of groups around them."""
    depth = 0
    for match in _PIECE.finditer(expression):
        depth -= match[0] == ")"
        if len(match[0]) == 1:
            yield match.start(), depth, match[0]
        depth += match[0] == "("
