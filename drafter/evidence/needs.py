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

from drafter.evidence.edges import Parsed, is_word, nothing_after, nothing_before

_SHORTEST = 2
"""A single letter stands in every sentence, unless it is a word of its own."""
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that `re.IGNORECASE` takes for another one and `str.lower` does not."""


_GROUPS = ("SUBPATTERN", "ATOMIC_GROUP", "BRANCH")


class Word(NamedTuple):
    """Letters that begin a word, end one, or are one: "PT" is not needed of "adapt"."""

    letters: str
    begins: bool
    ends: bool


class All(NamedTuple):
    """Every part is needed; none of them: nothing is."""

    parts: tuple[Need, ...]


class AnyOf(NamedTuple):
    """One of the parts is needed; none of them: nothing can match."""

    parts: tuple[Need, ...]


Need = str | Word | All | AnyOf
NOTHING = All(())


def folded(text: str) -> str:
    """`text` with the letters of either case alike, as `re.IGNORECASE` compares them."""
    return text.translate(_ALIKE).lower()


@lru_cache(maxsize=4096)
def needs(pattern: re.Pattern[str]) -> Need:
    """What a text must contain for `pattern` to be found in it."""
    return source_needs(pattern.pattern, pattern.flags & ~re.DEBUG)


def source_needs(source: str, flags: int = re.IGNORECASE) -> Need:
    """The same for a pattern that is not compiled, which takes longer than to read it."""
    return _sequence(_parser.parse(source, flags), begins=False, ends=False)


def _sequence(parsed: Iterable[Parsed], begins: bool, ends: bool) -> Need:
    """What elements need that follow one another; `begins`, `ends`: nothing of a word stands before, behind them."""
    elements = list(parsed)
    parts: list[Need] = []
    letters: list[str] = []
    for place, (operation, argument) in enumerate(elements):
        name = str(operation)
        if name == "LITERAL" and not chr(argument).isspace():
            letters.append(chr(argument))
            continue
        if name in _GROUPS:
            parts.append(_group(name, argument, elements, place, len(letters), begins, ends))
        else:
            parts += _run(letters, elements, place, begins, ends)
            parts.append(_repeated(argument, elements, place, begins, ends) if name.endswith("_REPEAT") else NOTHING)
        letters.clear()
    return _all([*parts, *_run(letters, elements, len(elements), begins, ends)])


def _run(letters: Sequence[str], elements: Sequence[Parsed], end: int, begins: bool, ends: bool) -> Iterator[Need]:
    """Letters that follow one another up to `end`; they stand within one word, since white space parts them."""
    if not letters:
        return
    text = folded("".join(letters))
    begins = is_word(text[0]) and nothing_before(elements, end - len(letters), begins)
    ends = is_word(text[-1]) and nothing_after(elements, end, ends)
    if len(letters) >= _SHORTEST or any(map(_is_sign, letters)) or (begins and ends):
        yield Word(text, begins, ends) if begins or ends else text


def _is_sign(letter: str) -> bool:
    """Whether it is rare, as an arrow is; what has a case is none, since `re.IGNORECASE` may take it for another."""
    return letter in "&%/+#>=" or (not letter.isascii() and letter.lower() == letter.upper())


def _group(
    name: str,
    argument: Any,  # noqa: ANN401 - the parser's tree is untyped
    elements: Sequence[Parsed],
    place: int,
    letters: int,
    begins: bool,
    ends: bool,
) -> Need:
    """Letters that stand right before a group are taken into it: the parser reads "pt|pool" as "p", then "t|ool"."""
    first = place - letters
    edges = nothing_before(elements, first, begins), nothing_after(elements, place + 1, ends)
    branches = argument[1] if name == "BRANCH" else [argument[-1] if name == "SUBPATTERN" else argument]
    return _any([_sequence([*elements[first:place], *branch], *edges) for branch in branches])


def _repeated(argument: tuple[int, int, Any], elements: Sequence[Parsed], place: int, begins: bool, ends: bool) -> Need:
    least, most, repeated = argument
    if not least:
        return NOTHING
    once = most == 1
    before = once and nothing_before(elements, place, begins)
    return _sequence(repeated, before, once and nothing_after(elements, place + 1, ends))


def _all(parts: list[Need]) -> Need:
    wanted = tuple(dict.fromkeys(part for part in parts if part != NOTHING))
    return wanted[0] if len(wanted) == 1 else All(wanted)


def _any(parts: list[Need]) -> Need:
    if NOTHING in parts:
        return NOTHING
    several = tuple(dict.fromkeys(parts))
    return several[0] if len(several) == 1 else AnyOf(several)
