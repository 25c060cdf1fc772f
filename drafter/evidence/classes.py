"""Classes of letters in a pattern: which of them holds white space, or letters of a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_WITH_SPACE = frozenset({r"\s", r"\W", r"\D"})
_NO_WORDS = frozenset({r"\s", r"\W"})
_GENERAL = frozenset({r"\w", r"\S", r"\D"})
"""What most letters are."""
_ASCII = 127
_SPACES = tuple(code for code in range(0x3001) if chr(code).isspace())


class Class(NamedTuple):
    """One letter of a class."""

    written: str
    """As a pattern; one figure stands for all of them."""
    negated: bool
    spaced: bool
    """Whether white space may be the letter."""
    telling: bool
    """Whether few letters are of it."""
    words: bool
    """Whether every letter of a word is named in it."""
    cased: bool
    """Whether letters with a case are named in it."""
    parts: bool
    """Whether no letter of a word is of it."""
    figures: bool
    """Whether figures are named in it, some or all of those that everybody writes."""


def letter_class(members: Sequence[tuple[Any, Any]]) -> Class | None:
    """The class of some members as the standard library reads them; None where one of them is not known.

    Nor is one known that bars letters with a case, since it is compared without regard to that.
    """
    return _known(tuple(members))


@lru_cache(maxsize=4096)
def _known(members: tuple[tuple[Any, Any], ...]) -> Class | None:
    negated = str(members[0][0]) == "NEGATE"
    named = members[1:] if negated else members
    texts = [_member(str(operation), argument) for operation, argument in named]
    known = [text for text in texts if text]
    cased = any(map(_holds_case, named))
    if len(known) < len(texts) or (negated and cased):
        return None
    return Class(
        _written(named, known, negated),
        negated,
        spaced=r"\s" not in known if negated else any(map(_holds_space, named)),
        telling=not negated and _GENERAL.isdisjoint(known),
        words=r"\w" in known,
        cased=cased,
        parts=r"\w" in known if negated else not any(map(_holds_word, named)),
        figures=any(map(_holds_figure, named)),
    )


def is_word(letter: str) -> bool:
    """Whether `\\w` takes it in."""
    return letter.isalnum() or letter == "_"


def _member(name: str, argument: Any) -> str | None:  # noqa: ANN401 - the library's reading is untyped
    if name == "LITERAL":
        return re.escape(chr(argument))
    if name == "RANGE":
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return _CATEGORIES.get(str(argument))


def _written(named: Sequence[tuple[Any, Any]], known: Sequence[str], negated: bool) -> str:
    """The class, or a wider one that tells no figure from another."""
    if negated:
        kept = [text for member, text in zip(named, known, strict=True) if not _holds_figure(member)]
        return f"[^{''.join(kept)}]" if kept else r"[\s\S]"
    return f"[{''.join(dict.fromkeys(map(_widened, named, known)))}]"


def _widened(member: tuple[Any, Any], text: str) -> str:
    if not _holds_figure(member):
        return text
    return r"\d" if str(member[0]) == "LITERAL" or _are_figures(*member[1]) else rf"{text}\d"


def _are_figures(first: int, last: int) -> bool:
    return ord("0") <= first and last <= ord("9")


def _holds_figure(member: tuple[Any, Any]) -> bool:
    """Whether a figure is named by itself or may be in a range."""
    name, argument = str(member[0]), member[1]
    if name == "RANGE":
        return bool(argument[0] <= ord("9") and argument[1] >= ord("0")) or bool(argument[1] > _ASCII)
    return name == "LITERAL" and chr(argument).isdecimal()


def _holds_space(member: tuple[Any, Any]) -> bool:
    name, argument = str(member[0]), member[1]
    if name == "RANGE":
        return any(argument[0] <= space <= argument[1] for space in _SPACES)
    return chr(argument).isspace() if name == "LITERAL" else _CATEGORIES[str(argument)] in _WITH_SPACE


def _holds_case(member: tuple[Any, Any]) -> bool:
    name, argument = str(member[0]), member[1]
    return (name == "RANGE" and argument[1] > ord("9")) or (name == "LITERAL" and not is_uncased(chr(argument)))


def is_uncased(letter: str) -> bool:
    """Whether `re.IGNORECASE` takes it for itself alone."""
    return letter.lower() == letter.upper()


def _holds_word(member: tuple[Any, Any]) -> bool:
    name, argument = str(member[0]), member[1]
    if name == "LITERAL":
        return is_word(chr(argument))
    return name == "RANGE" or _CATEGORIES[str(argument)] not in _NO_WORDS
