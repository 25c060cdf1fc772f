"""What a text has to contain for a pattern to match in it: letters that cannot be missing, worked out once a pattern.

A superset filter in the manner of Google's code search (Cox, 2012): where it says no, the pattern cannot match; where
it says yes, the pattern is tried. Texts and letters are compared in `folded` form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any, NamedTuple

_SHORTEST = 2
"""A single letter stands in every sentence."""
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that `re.IGNORECASE` takes for another one and `str.lower` does not."""


class All(NamedTuple):
    """Every part is needed; none of them: nothing is."""

    parts: tuple[Need, ...]


class AnyOf(NamedTuple):
    """One of the parts is needed; none of them: nothing can match."""

    parts: tuple[Need, ...]


Need = str | All | AnyOf
NOTHING = All(())


def folded(text: str) -> str:
    """`text` with the letters of either case alike, as `re.IGNORECASE` compares them."""
    return text.translate(_ALIKE).lower()


@lru_cache(maxsize=4096)
def needs(pattern: re.Pattern[str]) -> Need:
    """What a text must contain for `pattern` to be found in it."""
    return _sequence(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> Need:
    parts: list[Need] = []
    letters: list[str] = []
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL" and not chr(argument).isspace():
            letters.append(chr(argument))
            continue
        parts += _run(letters)
        letters.clear()
        parts.append(_operation(name, argument))
    return _all([*parts, *_run(letters)])


def _run(letters: Sequence[str]) -> Iterator[str]:
    """Letters that follow one another; they stand within one word, since white space parts them."""
    if len(letters) >= _SHORTEST or any(map(_is_sign, letters)):
        yield folded("".join(letters))


def _is_sign(letter: str) -> bool:
    """Whether it is rare, as an arrow is; what has a case is none, since `re.IGNORECASE` may take it for another."""
    return not letter.isascii() and letter.lower() == letter.upper()


def _operation(name: str, argument: Any) -> Need:  # noqa: ANN401 - the parser's tree is untyped
    if name == "SUBPATTERN":
        return _sequence(argument[-1])
    if name == "ATOMIC_GROUP":
        return _sequence(argument)
    if name == "BRANCH":
        return _any([_sequence(branch) for branch in argument[1]])
    if name.endswith("_REPEAT"):
        least, _, repeated = argument
        return _sequence(repeated) if least else NOTHING
    return NOTHING


def _all(parts: list[Need]) -> Need:
    wanted = tuple(dict.fromkeys(part for part in parts if part != NOTHING))
    return wanted[0] if len(wanted) == 1 else All(wanted)


def _any(parts: list[Need]) -> Need:
    if NOTHING in parts:
        return NOTHING
    several = tuple(dict.fromkeys(parts))
    return several[0] if len(several) == 1 else AnyOf(several)
