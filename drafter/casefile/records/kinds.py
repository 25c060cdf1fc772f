"""What kind of document a page begins, and the line that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.casefile.records.cues import KindPatterns, kind_patterns
from drafter.casefile.records.view import PageView

_TITLE_LINES = 16
_TITLE_LENGTH = 110
_BODY = 2.0
"""Weight of one body pattern; several of them outweigh a title that only seems one."""
_CLEAR = 2.0


class Heading(NamedTuple):
    """The line of a page that names the document, with the kind it names; `row` counts content lines."""

    kind: RecordKind
    row: int
    weight: float


class Classified(NamedTuple):
    """A kind with the line that names it; no line where only the body tells the kind."""

    kind: RecordKind
    row: int | None


def headings(view: PageView) -> list[Heading]:
    """Lines near the top that name a document, the strongest of each kind."""
    found = []
    for cues in kind_patterns():
        best = _heading(cues, view.folded)
        if best:
            found.append(best)
    return found


def classify(view: PageView, rest: Sequence[PageView] = ()) -> Classified:
    """The kind of the document that begins on `view` and goes on over `rest`."""
    text = view.folded_text
    titles = {heading.kind: heading for heading in headings(view)}
    scores: dict[RecordKind, float] = {}
    for cues in kind_patterns():
        title = titles.get(cues.kind)
        hits = sum(1 for pattern in cues.body if pattern.search(text))
        scores[cues.kind] = (title.weight if title else 0.0) + _BODY * hits
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < _CLEAR:
        return Classified("other", None)
    heading = titles.get(best)
    return Classified(best, heading.row if heading else None)


def _heading(cues: KindPatterns, lines: Sequence[str]) -> Heading | None:
    best: Heading | None = None
    for row, line in enumerate(lines[:_TITLE_LINES]):
        if len(line) > _TITLE_LENGTH or not any(pattern.search(line) for pattern in cues.title):
            continue
        weight = cues.weight - 0.2 * row
        if best is None or weight > best.weight:
            best = Heading(cues.kind, row, weight)
    return best
