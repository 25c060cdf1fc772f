"""Cutting a verbatim quote out of a sentence: the clause that carries the fact, not the whole list around it."""

from __future__ import annotations

import re

from drafter.case import Sentence, Span

_LONG_ENOUGH = 160
"""Sentences up to this many characters are quoted whole."""
_BREAK = re.compile(r"[;:]\s+|,\s+|\.\s+|\s+(?=(?:but|however|which|who|while|although)\b)")
_MIN_CLAUSE = 40
"""A quoted clause is widened until it has this many characters, so that it can be read on its own."""


def clause_span(sentence: Sentence, start: int, end: int) -> Span:
    """The span of the clause around `sentence.text[start:end]`; the whole sentence when it is short."""
    text = sentence.text
    if len(text) <= _LONG_ENOUGH:
        return sentence.span()
    cuts = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    left = max(index for index, cut in enumerate(cuts) if cut <= start)
    right = min(index for index, cut in enumerate(cuts) if cut >= end)
    while cuts[right] - cuts[left] < _MIN_CLAUSE and (left > 0 or right < len(cuts) - 1):
        left, right = max(0, left - 1), min(len(cuts) - 1, right + 1)
    piece = text[cuts[left] : cuts[right]]
    begin = cuts[left] + len(piece) - len(piece.lstrip())
    quote = piece.strip().rstrip(",;:")
    return Span(
        record=sentence.record,
        page=sentence.page,
        start=sentence.start + begin,
        end=sentence.start + begin + len(quote),
        quote=quote,
    )
