"""The patterns of a concept, compiled: how a sentence states it, states its opposite, or comes near it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.lexicon import Concept, pattern


class Wording(NamedTuple):
    """`documents` one by one, since one may take in more than another that begins there; the others in one."""

    documents: tuple[re.Pattern[str], ...]
    contradicts: re.Pattern[str] | None
    near: re.Pattern[str] | None


@cache
def wording(concept: Concept, kind: RecordKind | None = None) -> Wording:
    """How `concept` is worded in a record of a kind; None where the lexicon gives no expression."""
    particular = (expression for group in concept.within if group.kind == kind for expression in group.documents)
    return Wording(
        tuple(map(pattern, (*concept.documents, *particular))),
        _alternation(concept.contradicts),
        _alternation(concept.near),
    )


def _alternation(expressions: tuple[str, ...]) -> re.Pattern[str] | None:
    return pattern("|".join(f"(?:{expression})" for expression in expressions)) if expressions else None
