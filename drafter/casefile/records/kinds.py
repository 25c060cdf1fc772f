"""What kind of document a page begins, and the line that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.casefile.records.cues import KindPatterns, kind_patterns
from drafter.casefile.records.days import all_dates, is_only_date
from drafter.casefile.records.view import PageView

_TITLE_LINES = 16
_TITLE_LENGTH = 110
_GREETING = re.compile(r"^\W*(?:dear\b|ladies and gentlemen|gentle\w+\W*$|to whom it may)")
_SUBJECT = re.compile(r"^\W*(?:re|regarding|subject)\b\W")
_MODALITY = r"(?:mri|ct|x-?rays?|ultrasound|pet|mammography|dexa|fluoroscopy|nuclear medicine)"
_NO_TITLE = re.compile(
    r"^(?:\S+\s+){6,}\S+[.,;]$|^\W*#\s?\d|^\W*\d{1,2}[.)]\s|^\s*[-•*·>]\s|\.{3,}|\w:?\s+[\d/-]{8,10}\W*$"
    r"|^\W*(?:encl\w*|attach\w*|cc|cop(?:y|ies))\b"
    rf"|^\W*(?:(?:open|digital|high[- ]field)\W+)*{_MODALITY}"
    rf"(?:\W+(?:(?:open|digital|high[- ]field)\W+)?{_MODALITY}){{2,}}\W*$"
)
"""A sentence, an entry of a list, a label with its date, what is enclosed, or what a house of imaging offers."""
_KEPT, _DAY, _MARGIN = 3, 24, 3
"""So many lines that begin with a day are entries; the day begins within the margin."""
_COUNTED = re.compile(r"^\W{0,2}(\d{1,2})[.)]?\s+[^\W\d]")
_DATE_LABEL = re.compile(r"\b(?:date|received|assigned|injury)\W{0,24}$")
_WRAPPED = 60
_FOOT = 3
"""So many lines at the foot may name the document: forms have their number there, chart programs their titles."""
_AT_FOOT = 10
_NAMES_PAPER = re.compile(
    r"\b(?:notice|reports?|determination|decision|requests?|application|evaluation|consultation|letter|examination|denial"
    r"|assignment|records?|note|appeal)\b"
)
"""Words that an addressee's name and office do not have."""
_BODY = 2.0
"""Weight of one body pattern; several of them outweigh a title that only seems one."""
_TESTS = ("electrodiagnostics", "imaging", "operative_report")
_PAPERS: tuple[RecordKind, ...] = ("application", "rfa", "ur_decision", "prior_imr")
_LETTERS = ("correspondence", "other")
_COMMONEST: RecordKind = "progress_note"
"""What a paper is of which as much speaks for it as for another kind."""
"""Kinds whose first page may only begin what the next one shows: a letter that turns out to be a decision."""
_CLEAR = 2.0
_STRONG = 6.0
"""Added to a title that no other kind of document has."""


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
    """Lines near the top, or at the foot, that name a document, the strongest of each kind."""
    found = []
    lines = _naming(view)
    for cues in kind_patterns():
        best = _heading(cues, lines)
        if best:
            found.append(best)
    return found


def _naming(view: PageView) -> list[tuple[int, str]]:
    """Lines near the edges that may name the document: no sentences, and not the addressee's name and office."""
    top = list(view.folded[:_TITLE_LINES])
    greeting = next((row for row, line in enumerate(top) if _GREETING.match(line)), 0)
    dated = next((row for row in reversed(range(greeting)) if is_only_date(top[row])), greeting)
    subject = next((row for row in range(dated, greeting) if _SUBJECT.match(top[row])), greeting)
    entries, listed = _entries(view), _listed(view)
    near = [
        (row, line)
        for row, line in enumerate(top)
        if row not in entries | listed
        and (_NAMES_PAPER.search(line) or not dated < row < subject)
        and row not in view.heads
    ]
    at_foot = range(max(_TITLE_LINES, len(view.folded) - _FOOT), len(view.folded))
    foot = [(row, view.folded[row]) for row in at_foot]
    return [
        (row, line)
        for row, line in near + foot
        if len(line) <= _TITLE_LENGTH
        and not (_NO_TITLE.search(line) or _is_labelled_date(line) or _is_wrapped(view, row))
    ]


def _entries(view: PageView) -> frozenset[int]:
    """Rows of notes that somebody keeps day by day: what they name is no title."""
    rows = [row for row, line in enumerate(view.folded) if any(day.start < _MARGIN for day in all_dates(line[:_DAY]))]
    return frozenset(rows) if len(rows) >= _KEPT else frozenset()


def _listed(view: PageView) -> frozenset[int]:
    """Rows that count on from one to the next: what is enclosed, or what is asked for, and no title."""
    numbers = {row: int(found[1]) for row, line in enumerate(view.folded) if (found := _COUNTED.match(line))}
    following = {row for row, number in numbers.items() if numbers.get(row - 1) == number - 1}
    return frozenset(following | {row - 1 for row in following})


def _is_labelled_date(line: str) -> bool:
    days = all_dates(line)
    return bool(days) and days[-1].end >= len(line.rstrip(" .")) and bool(_DATE_LABEL.search(line[: days[-1].start]))


def _is_wrapped(view: PageView, row: int) -> bool:
    """Whether the line goes on with the sentence of a full line above it."""
    if not 0 < row < len(view.lines):
        return False
    above, line = view.lines[row - 1], view.lines[row]
    return line[:1].islower() and len(above) >= _WRAPPED and not above.rstrip().endswith((".", ":", ";"))


def classify(view: PageView, rest: Sequence[PageView] = ()) -> Classified:
    """The kind of the document that begins on `view` and goes on over `rest`, which counts where no line names it."""
    titles = {heading.kind: heading for heading in headings(view)}
    best = _best(view.folded_text, titles)
    if rest and not titles and best.kind in _LETTERS:
        best = _best("\n".join(page.folded_text for page in (view, *rest)), titles)
    return best


def _best(text: str, titles: Mapping[RecordKind, Heading]) -> Classified:
    scores: dict[RecordKind, float] = {}
    for cues in kind_patterns():
        title = titles.get(cues.kind)
        hits = 0 if _is_about(cues.kind, titles) else sum(1 for pattern in cues.body if pattern.search(text))
        scores[cues.kind] = (title.weight if title else 0.0) + _BODY * hits
    best = max(scores, key=lambda kind: (scores[kind], kind == _COMMONEST))
    if scores[best] < _CLEAR:
        return Classified("other", None)
    heading = titles.get(best)
    return Classified(best, heading.row if heading else None)


def _is_about(kind: RecordKind, titles: Mapping[RecordKind, Heading]) -> bool:
    """Whether a test or an operation is only what the paper is about: its title names a request or a decision.

    A report of it would have its own title above that.
    """
    if kind not in _TESTS:
        return False
    own = titles[kind].row if kind in titles else _TITLE_LINES
    return any(kind in titles and titles[kind].row <= own for kind in _PAPERS)


def _heading(cues: KindPatterns, lines: Sequence[tuple[int, str]]) -> Heading | None:
    best: Heading | None = None
    for row, line in lines:
        if not _any(cues.title, line):
            continue
        weight = cues.weight + (_STRONG if _any(cues.strong, line) else 0.0) - 0.2 * min(row, _AT_FOOT)
        if best is None or weight > best.weight:
            best = Heading(cues.kind, row, weight)
    return best


def _any(patterns: Sequence[re.Pattern[str]], line: str) -> bool:
    return any(pattern.search(line) for pattern in patterns)
