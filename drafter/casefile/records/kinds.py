"""What kind of document a page begins, and the line that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.casefile.records.cues import KindPatterns, kind_patterns
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.view import PageView

_TITLE_LINES = 16
_TITLE_LENGTH = 110
_GREETING = re.compile(r"^\W*(?:dear\b|ladies and gentlemen|gentle\w+\W*$|to whom it may)")
_SUBJECT = re.compile(r"^\W*(?:re|regarding|subject)\b\W")
_NO_TITLE = re.compile(r"^(?:\S+\s+){6,}\S+[.,;]$|^\W*#\s?\d|^\W*\d{1,2}[.)]\s")
"""A sentence, or an entry of a list."""
_NAMES_PAPER = re.compile(
    r"\b(?:notice|reports?|determination|decision|requests?|application|evaluation|consultation|letter|examination|denial"
    r"|assignment|records?|note|appeal)\b"
)
"""Words that an addressee's name and office do not have."""
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
    lines = _naming(view.folded)
    for cues in kind_patterns():
        best = _heading(cues, lines)
        if best:
            found.append(best)
    return found


def _naming(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Lines near the top that may name the document: no sentences, and not the addressee's name and office."""
    top = list(lines[:_TITLE_LINES])
    greeting = next((row for row, line in enumerate(top) if _GREETING.match(line)), 0)
    dated = next((row for row in reversed(range(greeting)) if _only_date(top[row])), greeting)
    subject = next((row for row in range(dated, greeting) if _SUBJECT.match(top[row])), greeting)
    return [
        (row, line)
        for row, line in enumerate(top)
        if len(line) <= _TITLE_LENGTH
        and not _NO_TITLE.search(line)
        and (_NAMES_PAPER.search(line) or not dated < row < subject)
    ]


def _only_date(line: str) -> bool:
    days = all_dates(line)
    return len(days) == 1 and not re.search(r"[a-z0-9]{3,}", line[: days[0].start] + line[days[0].end :])


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


def _heading(cues: KindPatterns, lines: Sequence[tuple[int, str]]) -> Heading | None:
    best: Heading | None = None
    for row, line in lines:
        if not any(pattern.search(line) for pattern in cues.title):
            continue
        weight = cues.weight - 0.2 * row
        if best is None or weight > best.weight:
            best = Heading(cues.kind, row, weight)
    return best
