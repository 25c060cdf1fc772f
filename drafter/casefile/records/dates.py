"""Which of the dates of a document is its own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from drafter.case import RecordKind
from drafter.casefile.records.cues import record_lexicon
from drafter.casefile.records.days import all_dates, day_of

_YEARLESS = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/.%-])")
_LONE_YEAR = re.compile(r"(?<![\d/.-])(20\d{2}|19\d{2})(?![\d/-])")
_ROW = re.compile(r"^\W*(?:(?:\d{1,3}|[a-z/]{2,4})[.:]?\s+)?\d{1,2}(?:[/.-]\d{1,2}|-[a-z]{3}-)")
"""A row of a log: a number or a mark such as `N/S`, and a date."""
_VISITS = 5
"""So many dates at the start of their lines make a log of visits."""
_LEDGERS = ("other", "correspondence", "therapy_log")
_LETTERS = ("correspondence", "ur_decision", "prior_imr", "medical_legal")
_TOP = 14
_REACH = 70
_HEADLINE = 110
_LABELLED, _LETTER, _ALONE, _IN_HEAD, _AT_END, _SOMEWHERE = 10.0, 11.0, 6.0, 4.0, 2.0, 1.0
"""What speaks for a date: its label; a line of its own, above all on a letter; a headline; a signature; any place."""
_OF_ANOTHER = 1.5
"""A label that dates documents of other kinds."""
_SOFT = 1.5
"""Taken off where the label neither begins the line nor has a colon."""
_IN_PROSE = 6.0
_COVERED, _LAST_ENTRY = 7.0, 6.5
_ENTRY = 24
_ENTRIES = 4
_MARGIN = 3
_PERIOD = re.compile(r"\W*(?:to|through|thru|and|until)?\W*")
_PROSE = re.compile(r"\b(?:was|has|had|is|are|she|he)\b|(?:\b(?:the|on|a|an|and|to|that|with|for|of|in)\b.*){3}")
_FOOT = 5
_SIGNATURE = re.compile(r"\W*[a-z][a-z'.-]*(?: [a-z][a-z'.-]*){1,3}[\W_]*")
_SIGNED = re.compile(r"\bsigned\b|\bsignature\b")
_GAP = r"\W{0,6}(?:\(mm/dd/yyyy\)\W{0,3})?(?:\w+day\W+)?"


class _Found(NamedTuple):
    """A date that may be the document's, with what speaks for it."""

    score: float
    value: dt.date


def document_date(
    kind: RecordKind, pages: Sequence[Sequence[str]], never: frozenset[dt.date] = frozenset()
) -> dt.date | None:
    """The document's own date; `pages` are its folded lines, `never` the patient's dates of birth and of injury."""
    lines = [line for page in pages for line in page]
    logged = _last_of_log(lines) if kind == "therapy_log" else None
    if logged:
        return logged
    found = [
        candidate
        for number, page in enumerate(pages)
        for row, line in enumerate(page)
        if not line.startswith("confidential")
        for candidate in _in_line(kind, line, page[row - 1] if row else "", row, number, len(page))
    ]
    if kind in _LEDGERS:
        found += _of_ledger(lines)
    own = [candidate for candidate in found if candidate.value not in never]
    best = max(own, key=lambda candidate: candidate.score, default=None)
    return best.value if best else None


def _in_line(kind: RecordKind, line: str, above: str, row: int, page: int, rows: int) -> Iterator[_Found]:
    late = 0.01 * row + 0.2 * page
    prose = bool(_PROSE.search(line))
    for found in all_dates(line):
        before = line[: found.start]
        if not before.strip() and above.rstrip().endswith(":"):
            before = f"{above} "  # the label of a form stands above its value
        label = _label(kind, before)
        others = _others().search(before)
        if others and not (label and label.start <= others.start()):
            continue
        if label is not None:
            yield _Found(label.score - (_IN_PROSE if prose else 0) - late, found.value)
            continue
        if kind == "application" and row >= rows - _FOOT and _SIGNATURE.fullmatch(before):
            yield _Found(_LABELLED - late, found.value)
            continue
        rest = before + line[found.end :]
        near = page == 0 and row < _TOP
        if near and not re.search(r"[a-z0-9]", rest):
            yield _Found((_LETTER if kind in _LETTERS else _ALONE) - late, found.value)
        elif near and len(line) < _HEADLINE and not prose:
            yield _Found(_IN_HEAD - late, found.value)
        elif _SIGNED.search(line):
            yield _Found(_AT_END + late, found.value)
        elif near or row >= rows - _TOP:
            yield _Found(_SOMEWHERE - late, found.value)


class _Label(NamedTuple):
    """A label before a date: how well it dates the document, and where it begins."""

    score: float
    start: int


def _label(kind: RecordKind, before: str) -> _Label | None:
    """How well the label that ends `before` dates a document of the kind; None where no label does."""
    near = before[-_REACH:]
    skipped = len(before) - len(near)
    for rank, pattern in enumerate(_labels(kind)):
        found = pattern.search(near)
        if found:
            start = skipped + found.start()
            firm = ":" in found["gap"] or not before[:start].strip(" .*-|(")
            return _Label(_LABELLED - 0.5 * rank - (0 if firm else _SOFT), start)
    another = _label_of_any().search(near)
    return _Label(_OF_ANOTHER, len(before)) if another else None


@cache
def _labels(kind: RecordKind) -> tuple[re.Pattern[str], ...]:
    """The labels of each role that dates a document of the kind, the best role first; a date stands behind them."""
    lexicon = record_lexicon()
    roles = (group.split("|") for group in lexicon.date_order.get(kind, ("plain",)))
    return tuple(_behind_one_of([label for role in group for label in lexicon.date_roles[role]]) for group in roles)


@cache
def _label_of_any() -> re.Pattern[str]:
    return _behind_one_of([label for labels in record_lexicon().date_roles.values() for label in labels])


def _behind_one_of(labels: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(labels)})(?P<gap>{_GAP}(?:date{_GAP})?)$")


@cache
def _others() -> re.Pattern[str]:
    """One of the labels that make a date another one, with nothing but the date behind it."""
    return re.compile(rf"(?:{'|'.join(record_lexicon().other_dates)})[^\d]{{0,24}}$")


def _of_ledger(lines: Sequence[str]) -> Iterator[_Found]:
    """A bill or a profile is no older than its last entry, nor than the end of the time that it is said to cover."""
    first = ((line, days[0]) for line in lines if (days := all_dates(line[:_ENTRY])))
    entries = [day.value for line, day in first if day.start < _MARGIN or not _PROSE.search(line)]
    if len(entries) >= _ENTRIES:
        yield _Found(_LAST_ENTRY, max(entries))
    for line in lines[:_TOP]:
        for one, other in pairwise(all_dates(line)):
            if _PERIOD.fullmatch(line[one.end : other.start]):
                yield _Found(_COVERED, other.value)


def _last_of_log(lines: Sequence[str]) -> dt.date | None:
    """The last day of a log of visits, with a year in some dates, or months and days of the one year that is named."""
    rows = [line for line in lines if _ROW.match(line)]
    days = [found.value for line in rows for found in all_dates(line)[:1] if found.start < _ENTRY]
    if len(days) >= _VISITS or (len(rows) >= _VISITS and len(days) > 1):
        return max(days)
    years = {int(found[1]) for line in lines for found in _LONE_YEAR.finditer(line)}
    bare = [(int(m[1]), int(m[2])) for line in lines for m in _YEARLESS.finditer(line)]
    if len(years) != 1 or len(bare) < _VISITS:
        return None
    year = years.pop()
    return max((day for month, number in bare if (day := day_of(year, month, number))), default=None)
