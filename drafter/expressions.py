"""Expressions of the lexicon: terms that many of them share, and parts that may stand in any order.

`{care}` stands for an entry of `seeds/lexicon/terms.yaml`. `A & B` matches A and B in one clause, in any order, with a
few words between them that do not turn the second one round: no negation and no "if".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.errors import DataError

_TERM = re.compile(r"\{([a-z][a-z-]*)\}")
_PROGRAM = re.compile(r"program(?!m|\(\?:me)")
"""Records spell it either way."""
_TOGETHER = " & "
_APART = 12
"""Words that may stand between two parts."""
_BETWEEN = (
    r"(?:[^\w;]+(?!(?:no|not|nor|never|without|denie[sd]|denying|if|but|however|although|until|before|cannot|n't)\b)"
    rf"[\w'’/%.+-]+){{0,{_APART}}}?[^\w;]+"
)


def expanded(expression: str, terms: Mapping[str, str]) -> str:
    """`expression` as a plain regular expression."""
    named = _TERM.sub(lambda match: _term(match[1], terms), _PROGRAM.sub("program(?:me)?", expression))
    parts = named.split(_TOGETHER)
    if len(parts) == 1:
        return named
    if len(parts) != 2:
        raise DataError(f"lexicon: {expression!r}: two parts can stand together, not {len(parts)}")
    return together(*parts)


def together(one: str, other: str) -> str:
    """Two parts in one clause, in either order."""
    return "|".join(f"(?:{first}){_BETWEEN}(?:{second})" for first, second in ((one, other), (other, one)))


def both(expression: str) -> tuple[str, str] | None:
    """The parts of a plain expression that stand together: where one of them is missing, it cannot match."""
    pieces = expression.split(_BETWEEN)
    return (pieces[0], pieces[1][: len(pieces[1]) // 2]) if len(pieces) == 3 else None


def read_terms(entries: Mapping[str, list[str]]) -> dict[str, str]:
    """The terms by name, each an alternation; a term may use those that stand before it."""
    terms: dict[str, str] = {}
    for name, words in entries.items():
        terms[name] = f"(?:{'|'.join(expanded(word, terms) for word in words)})"
    return terms


def _term(name: str, terms: Mapping[str, str]) -> str:
    if name not in terms:
        raise DataError(f"lexicon: {{{name}}} is no entry of terms.yaml")
    return terms[name]
