"""Sentences with offsets, and dates in running text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from drafter.case import Page, Record, Sentence
from drafter.hard_lines import hard_breaks

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/])")
_NAMED = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b",
    re.IGNORECASE,
)


_GLUED = re.compile(r"(?<=[a-z\d)]{2})\.(?=[A-Z][a-z]+\b)|<\|\w+\|>")
"""A full stop with no space behind it, as dictation and PDF text leave them: "in October 2016.On 1-12-17".

A chat token such as `<|im_end|>` ends a sentence too, so that an instruction cannot swallow the fact behind it.
"""


class FoundDate(NamedTuple):
    """A date in a text: `text[start:end]` is how it was written."""

    start: int
    end: int
    value: date


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, outer white space left out."""
    bounds = []
    for start, end in _boundaries(text):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            bounds.append((start, end))
    return bounds


_ANSWER = re.compile(r"[ \t]*(?:(?i:yes|no|none|n/?a|y|n)\b(?!\s+[a-z])|\[ ?[xX]? ?\]|\( ?[xX]? ?\)|[☐☒☑□❏✓✔]|_{2,})")
"""What follows a question of a form on its line: "Agreement on file?  Yes"."""


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _questions_with_answers(text):
        for match in _GLUED.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        yield start, end


def _questions_with_answers(text: str) -> Iterator[tuple[int, int]]:
    begun: int | None = None
    for boundary in get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        begun = start if begun is None else begun
        asked = text[start:end].rstrip(" \t")
        if not (asked.endswith("?") and _ANSWER.match(text, start + len(asked))):
            yield begun, end
            begun = None
    if begun is not None:
        yield begun, len(text)


def page_sentences(record_id: str, page: Page) -> Iterator[Sentence]:
    """The sentences of a page; on a page of a file, the rows of its tables and the fields of its forms as well."""
    for start, end in split_rows(page.text) if page.source else split_sentences(page.text):
        yield Sentence(record_id, page.number, start, end, page.text[start:end])


def split_rows(text: str) -> list[tuple[int, int]]:
    """`split_sentences`, and no piece goes on where the line before it is done."""
    breaks = hard_breaks(text)
    bounds = []
    for start, end in split_sentences(text):
        inside = breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]
        for left, right in pairwise((start, *inside, end)):
            piece = text[left:right]
            if piece.strip():
                bounds.append((left + len(piece) - len(piece.lstrip()), right - len(piece) + len(piece.rstrip())))
    return bounds


def record_sentences(record: Record) -> list[Sentence]:
    """All sentences of a record, in reading order."""
    return [sentence for page in record.pages for sentence in page_sentences(record.id, page)]


def find_dates(text: str) -> list[FoundDate]:
    """Dates written as 8/18/14, 10-13-2016 or October 13, 2016, in order; impossible ones are passed over."""
    found = []
    for match in _NUMERIC.finditer(text):
        month, day, year = int(match[1]), int(match[3]), int(match[4])
        found.append((match, year + _century(year), month, day))
    found += [
        (match, int(match[3]), 1 + _MONTHS.index(match[1].lower()), int(match[2])) for match in _NAMED.finditer(text)
    ]
    dates = []
    for match, year, month, day in sorted(found, key=lambda entry: entry[0].start()):
        try:
            dates.append(FoundDate(match.start(), match.end(), date(year, month, day)))
        except ValueError:
            continue
    return dates


def _century(year: int) -> int:
    """Two-digit years: 00-49 are 2000s, 50-99 are 1900s (dates of injury and of birth)."""
    if year >= 100:
        return 0
    return 2000 if year < 50 else 1900


_WORD = re.compile(r"[a-z0-9]+(?:[-/.][a-z0-9]+)*")
_STOPWORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on for and or with without by at as is are was were be been has have had this that it its"
        " not no than from which who any other such only must may should",
    )
)


def content_words(text: str) -> set[str]:
    """Lower-case words that carry meaning, plural `s` cut off."""
    return {word.removesuffix("s") for word in _WORD.findall(text.lower()) if word not in _STOPWORDS}


def lower_first(text: str) -> str:
    """`Text` as it continues a sentence; abbreviations and numbers keep their case."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.istitle() and len(first) > 1 and first.isalpha() else text
