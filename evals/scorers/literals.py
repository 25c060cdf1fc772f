"""Letters that a regular expression cannot match without: a test that passes over most texts at once.

The lexicon has some two hundred concepts of a dozen wordings each. Looking for their letters before running the
expressions makes reading thousands of sentences many times as fast, and changes no result.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Literals = frozenset[str]
"""Lower case; every match contains one of them. Empty when nothing can be said."""

_NONE: Literals = frozenset()


def required_literals(expression: str) -> Literals:
    """The letters of which one run is in every match, taken case-insensitively."""
    return _of_sequence(_parser.parse(expression))


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> Literals:
    """The most telling part of a sequence: the one whose shortest run of letters is longest."""
    candidates = []
    run = ""
    for code, argument in nodes:
        if code is codes.LITERAL and chr(argument).isalpha() and chr(argument).isascii():
            run += chr(argument).lower()
            continue
        candidates += [frozenset({run})] if run else []
        run = ""
        candidates.append(_of_node(code, argument))
    candidates += [frozenset({run})] if run else []
    return max(candidates, key=_telling, default=_NONE)


def _of_node(code: Any, argument: Any) -> Literals:  # noqa: ANN401 - the standard library's parse tree has no types
    if code is codes.SUBPATTERN:
        return _of_sequence(argument[3])
    if code is codes.BRANCH:
        branches = [_of_sequence(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else _NONE
    if code is codes.MAX_REPEAT and argument[0] > 0:
        return _of_sequence(argument[2])
    return _NONE


def _telling(literals: Literals) -> tuple[int, int]:
    return min(map(len, literals), default=0), -len(literals)
