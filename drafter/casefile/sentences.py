"""Requests in sentences: `I am requesting authorization for …`, `the proposed … is not medically necessary`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.case import Page, Record, Span
from drafter.casefile.records.cues import fold, request_patterns
from drafter.casefile.records.spelling import respelled
from drafter.casefile.statements import Statement, distinct, is_known, tidy
from drafter.lock import parse_lock
from drafter.text import split_sentences

_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|in the past|history|has had|was (?:seen|treated)|completed|in (?:19|20)\d\d)\b"
)
_LEAD = re.compile(
    r"^.*\b(?:requests?(?:ed)? (?:for|of)|requested|proposed|prescribed|disputed|that|the use of"
    r"|authorization (?:for|of))\s+(?:an? |the )?",
    re.IGNORECASE | re.DOTALL,
)
_TRAIL = re.compile(
    r"[,;]?\s*(?:has|have|had|is|are|was|were|be|been|being|will|at this time|therefore|thus|hereby)\s*$", re.I
)
_ANSWER = re.compile(
    r"^\W*(?:to )?(?:certify|approve|authorize|of|for|the|an?|request for|your request for|requested)\s+", re.I
)
_WRAPPED = re.compile(r"[.;:][ \t]*\n|\n(?=[ \t]*(?:\d{1,2}[.)]|[-•*])\s)|\n[ \t]*\n")
_SUBJECT = re.compile(r"^\W*(?:re|regarding|subject)\b\W+(.+)$", re.IGNORECASE | re.MULTILINE)


def asked_in_sentences(record: Record, plan_only: bool = False) -> list[Statement]:
    """What sentences ask for; with `plan_only` those of a report's plan, where it has one."""
    found = []
    for page, start, end in _sentences(record, plan_only):
        folded = _plain(page, start, end)
        asked = request_patterns().ask.search(folded)
        if asked:
            found += _named(record, page, (start, end), (folded[asked.end() :], folded))
    return distinct(found)


def refused_in_sentences(record: Record) -> list[Statement]:
    """What sentences of a UR decision deny or modify; what they tell of earlier treatment is left out."""
    cues = request_patterns()
    found = []
    for page, start, end in _sentences(record):
        folded = _plain(page, start, end)
        verdicts = [sign for sign in cues.refused.finditer(folded) if not _EARLIER.search(folded[: sign.start()])]
        if verdicts:
            found += _named(record, page, (start, end), _around(folded, verdicts))
    return distinct(found)


def named_in_plan(record: Record) -> list[Statement]:
    """Treatments that the plan of a report names, for a report that asks without saying so."""
    return distinct(
        [
            entry
            for page, start, end in _sentences(record, plan_only=True)
            if not _EARLIER.search(_plain(page, start, end))
            for entry in _named(record, page, (start, end), (_plain(page, start, end),))
        ]
    )


def named_in_subject(record: Record) -> list[Statement]:
    """What the subject line of a letter names."""
    found = []
    for page in record.pages[:1]:
        for line in _SUBJECT.finditer(page.text):
            found += _named(record, page, line.span(1), (line[1],))
    return distinct(found)


def _around(folded: str, verdicts: Sequence[re.Match[str]]) -> list[str]:
    """What stands before a verdict, from the request's own words on; then all before it; then what follows it."""
    before = [_TRAIL.sub("", folded[: verdict.start()].strip()) for verdict in verdicts]
    behind = [_ANSWER.sub("", folded[verdict.end() :].strip()) for verdict in verdicts]
    return [*(_LEAD.sub("", text) for text in before), *before, *behind]


def _named(record: Record, page: Page, at: tuple[int, int], wordings: Sequence[str]) -> list[Statement]:
    """The request by the first wording in which a treatment is recognised, as the page writes it."""
    start, end = at
    quote = page.text[start:end]
    for wording in wordings:
        text = _as_written(" ".join(quote.split()), tidy(wording))
        lock = parse_lock(text)
        if is_known(lock):
            return [Statement(text, lock, Span(record=record.id, page=page.number, start=start, end=end, quote=quote))]
    return []


def _as_written(quote: str, wording: str) -> str:
    """`wording` with the capitals of the page."""
    at = quote.lower().find(wording.lower())
    return quote[at : at + len(wording)] if at >= 0 else wording


def _plain(page: Page, start: int, end: int) -> str:
    return respelled(fold(" ".join(page.text[start:end].split())))


def _sentences(record: Record, plan_only: bool = False) -> Iterator[tuple[Page, int, int]]:
    """Sentences with their pages, entries of a list one by one; from the heading of the plan on."""
    planned = False
    has_plan = plan_only and any(plan_at(page.text) is not None for page in record.pages)
    for page in record.pages:
        at = plan_at(page.text)
        begins = 0 if planned or not has_plan else at
        planned = planned or at is not None
        if begins is None:
            continue
        for start, end in split_sentences(page.text):
            cuts = [start + found.end() for found in _WRAPPED.finditer(page.text[start:end])]
            for one, two in pairwise(dict.fromkeys([start, *cuts, end])):
                if two > begins and page.text[one:two].strip():
                    yield page, max(one, begins), two


def plan_at(text: str) -> int | None:
    """Where the heading of the plan stands."""
    at = 0
    for line in text.splitlines(keepends=True):
        if request_patterns().plan.match(respelled(fold(line.strip()))):
            return at
        at += len(line)
    return None
