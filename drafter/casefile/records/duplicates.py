"""Records that repeat another one: the same page again, scanned anew or with another fax header."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from drafter.casefile.records.cues import fold
from drafter.casefile.records.view import squeezed
from drafter.fingerprint import fingerprint
from drafter.lock import find_drugs, find_treatments

_SAME = 0.8
"""Share of words in common from which two records of one date are one; text recognition costs some."""
_UNDATED = 0.9
_TYPED = 0.97
"""The same where neither is a scan: nothing was misread, and two forms for two addressees differ in few words."""
_FEWEST = 8
_ALIKE = 90
_COMPARED = 6000
_BANDS = 16
_MOST_COMPARED = 40


class Candidate(NamedTuple):
    """What is compared of a record."""

    date: dt.date | None
    pages: int
    text: str
    scanned: bool = True


def find_duplicates(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each record the row of the earlier one that it repeats. Only records that share a bucket are compared."""
    buckets: dict[object, list[int]] = defaultdict(list)
    bags: list[Counter[str]] = []
    copies: list[int | None] = []
    for row, candidate in enumerate(candidates):
        bags.append(Counter(re.findall(r"\w{2,}", fold(candidate.text))))
        keys = _keys(candidate)
        earlier = dict.fromkeys(other for key in keys for other in buckets[key][-_MOST_COMPARED:])
        match = next((other for other in earlier if _repeats(row, other, candidates, bags)), None)
        copies.append(match)
        if match is None:
            for key in keys:
                buckets[key].append(row)
    return copies


def _keys(candidate: Candidate) -> list[object]:
    """A dated record meets those of its date and length, an undated one those that share a band of its fingerprint."""
    if candidate.date is not None:
        return [(candidate.date, candidate.pages)]
    printed = fingerprint(candidate.text)
    width = len(printed) // _BANDS
    return [(band, printed[band * width : (band + 1) * width]) for band in range(_BANDS)] if printed else []


def _repeats(row: int, other: int, candidates: Sequence[Candidate], bags: Sequence[Counter[str]]) -> bool:
    first, second = candidates[row], candidates[other]
    one, two = bags[row], bags[other]
    if first.date != second.date or min(one.total(), two.total()) < _FEWEST:
        return False
    typed = not (first.scanned or second.scanned)
    needed = _TYPED if typed else _SAME if first.date else _UNDATED
    shared = (one & two).total() >= needed * max(one.total(), two.total())
    misread = not typed and first.date is not None and _misread(first.text, second.text)
    return (shared or misread) and not _other_treatment(one, two)


def _misread(one: str, two: str) -> bool:
    """Whether two texts differ by single letters only, as two scans of one page do."""
    from rapidfuzz import fuzz

    texts = (squeezed(fold(text))[:_COMPARED] for text in (one, two))
    return fuzz.ratio(*texts, score_cutoff=_ALIKE) >= _ALIKE


def _other_treatment(one: Counter[str], two: Counter[str]) -> bool:
    """Whether each names a treatment that the other does not: two forms of one day for two requests."""
    first, second = (_named(" ".join(words)) for words in (one - two, two - one))
    return bool(first - second) and bool(second - first)


def _named(words: str) -> set[str]:
    return {found.id for found in find_treatments(words)} | {found.generic for found in find_drugs(words)}
