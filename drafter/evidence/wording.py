"""The patterns of a concept, compiled: how a sentence states it, states its opposite, or comes near it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.lexicon import Concept, pattern


class Wording(NamedTuple):
    """One pattern for each kind of statement; None where the lexicon gives no expression for it."""

    documents: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]
    """The expressions of `documents` by themselves: one of them may take in more than another that begins there."""
    contradicts: re.Pattern[str] | None
    near: re.Pattern[str] | None


@cache
def wording(concept: Concept, kind: RecordKind | None = None) -> Wording:
    """How `concept` is worded in a record of a kind."""
    particular = (expression for group in concept.within if group.kind == kind for expression in group.documents)
    documents = (*concept.documents, *particular)
    return Wording(
        _alternation(documents),
        tuple(map(pattern, documents)),
        _alternation(concept.contradicts) if concept.contradicts else None,
        _alternation(concept.near) if concept.near else None,
    )


def _alternation(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(f"(?:{expression})" for expression in expressions))
