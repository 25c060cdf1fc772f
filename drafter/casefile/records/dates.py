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
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.logs import entries, is_kept_in_order, last_of_log

_LEDGERS = ("other", "correspondence", "therapy_log")
_LETTERS = ("correspondence", "ur_decision", "prior_imr", "medical_legal")
_TOP = 14
_REACH = 70
_HEADLINE = 110
_SAYS_MORE = re.compile(r"(?!\b(?:the|this|on|day|dated?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)\b[a-z0-9]")
"""Words beside a date by which the line is more than the date of a letter."""
_SELF, _LABELLED, _LETTER, _ALONE, _IN_HEAD, _AT_END, _SOMEWHERE = 12.0, 10.0, 11.0, 6.0, 4.0, 2.0, 1.0
"""What speaks for a date: that papers were sent on it; its label; a line of its own, above all on a letter; a headline;
a signature; any place."""
_OF_ANOTHER = 1.5
"""A label that dates documents of other kinds."""
_SOFT = 1.5
"""Taken off where the label neither begins the line nor has a colon."""
_IN_PROSE = 6.0
_AGREES = 0.4
"""Added to a day on which the paper was signed."""
_COVERED, _LAST_ENTRY = 7.0, 6.5
_ENTRIES = 4
_KEPT = 3
"""So many entries in the order of their days are notes that somebody keeps."""
_MARGIN = 3
_PERIOD = re.compile(r"\W*(?:to|through|thru|and|until)?\W*")
_PROSE = re.compile(r"\b(?:was|has|had|is|are|she|he)\b|(?:\b(?:the|on|a|an|and|to|that|with|for|of|in)\b.*){3}")
_FOOT = 5
_SIGNATURE = re.compile(r"\W*[a-z][a-z'.-]*(?: [a-z][a-z'.-]*){1,3}[\W_]*")
_SIGNED = re.compile(r"\bsigned\b|\bsignature\b")
_SERVED = re.compile(
    r"\W*i (?:have )?(?:this day )?(?:served|mailed|deposited|sent|faxed|placed|caused|enclosed|delivered"
    r"|transmitted|e-?mailed)\b"
)
"""A proof of service dates itself: `On May 2, 2016 I served …`."""
_OF_VISIT = re.compile(r"\W*(?:\d{1,2}:\d\d\W*(?:[ap]\.?m\b)?\W*)?(?:\w+ ){0,2}(?:visit|encounter|appointment)\b")
_VISITED = ("progress_note", "consultation", "operative_report")
_SENDER, _RECEIVER = re.compile(r"^\W*from\W*:"), re.compile(r"^\W*to\W*:")
_SENT = re.compile(r"^\W*(?:date|sent)\W*:\W*(?:[a-z]{3,9}\W+)?$")
_MESSAGE_HEAD = 8
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
    logged = last_of_log(lines) if kind == "therapy_log" else None
    if logged:
        return logged
    found = [
        candidate
        for number, page in enumerate(pages)
        for row, line in enumerate(page)
        if not line.startswith("confidential")
        for candidate in _in_line(kind, line, page[row - 1] if row else "", row, number, len(page))
    ]
    found += _of_sending(lines)
    found = _signed_that_day(found, lines)
    if kind in _LEDGERS:
        found += _of_ledger(lines)
    own = [candidate for candidate in found if candidate.value not in never]
    best = max(own, key=lambda candidate: candidate.score, default=None)
    return best.value if best else None


def _in_line(kind: RecordKind, line: str, above: str, row: int, page: int, rows: int) -> Iterator[_Found]:
    late = 0.01 * row + 0.2 * page
    prose = bool(_PROSE.search(line))
    near = page == 0 and row < _TOP
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
        if near and kind in _VISITED and not before.strip() and _OF_VISIT.match(line[found.end :]):
            yield _Found(_LABELLED - late, found.value)
            continue
        rest = before + line[found.end :]
        if near and not _SAYS_MORE.search(rest):
            yield _Found((_LETTER if kind in _LETTERS else _ALONE) - late, found.value)
        elif near and len(line) < _HEADLINE and not prose:
            yield _Found(_IN_HEAD - late, found.value)
        elif _SIGNED.search(line):
            yield _Found(_AT_END + late, found.value)
        elif near or row >= rows - _TOP:
            yield _Found(_SOMEWHERE - late, found.value)


def _signed_that_day(found: Sequence[_Found], lines: Sequence[str]) -> list[_Found]:
    """The day on which the paper was signed, too, rather than another one that it names."""
    days = {day.value for line in lines if _SIGNED.search(line) for day in all_dates(line)}
    return [one._replace(score=one.score + _AGREES) if one.value in days else one for one in found]


def _of_sending(lines: Sequence[str]) -> Iterator[_Found]:
    """The day in the head of a message with sender and receiver, or that on which one says to have served papers."""
    head = lines[:_MESSAGE_HEAD]
    is_message = any(map(_SENDER.search, head)) and any(map(_RECEIVER.search, head))
    for line in lines[:_TOP]:
        for day in all_dates(line):
            if _SERVED.match(line[day.end :]) or (is_message and line in head and _SENT.search(line[: day.start])):
                yield _Found(_SELF, day.value)


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
            if _is_of_printing(near, found.start()):
                break
            firm = ":" in found["gap"] or not before[:start].strip(" .*-|(")
            return _Label(_LABELLED - 0.5 * rank - (0 if firm else _SOFT), start)
    another = _label_of_any().search(near)
    return _Label(_OF_ANOTHER, len(before)) if another else None


def _is_of_printing(near: str, start: int) -> bool:
    """Whether the label is the end of one that says when a copy was printed: `run date` is no `date`."""
    printed = _printing().search(near)
    return printed is not None and printed.start() < start


@cache
def _printing() -> re.Pattern[str]:
    return _behind_one_of(record_lexicon().date_roles["run"])


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
    dated = [(line, day) for line, day in entries(lines) if day.start < _MARGIN or not _PROSE.search(line)]
    first = [day.value for _, day in dated if day.start < _MARGIN]
    if len(dated) >= _ENTRIES:
        yield _Found(_LAST_ENTRY, max(day.value for _, day in dated))
    elif len(first) >= _KEPT and is_kept_in_order(first):
        yield _Found(_LAST_ENTRY, max(first))
    for line in lines[:_TOP]:
        for one, other in pairwise(all_dates(line)):
            if _PERIOD.fullmatch(line[one.end : other.start]):
                yield _Found(_COVERED, other.value)
