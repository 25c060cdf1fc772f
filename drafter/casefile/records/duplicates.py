"""Records that repeat another one: the same page again, scanned anew or with another fax header."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from drafter.casefile.records.cues import fold
from drafter.fingerprint import fingerprint

_SAME = 0.8
"""Share of words in common from which two records of one date are one; text recognition costs some."""
_UNDATED = 0.9
_FEWEST = 8
_BANDS = 16
_MOST_COMPARED = 40


class Candidate(NamedTuple):
    """What is compared of a record."""

    date: dt.date | None
    pages: int
    text: str


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
    if candidates[row].date != candidates[other].date:
        return False
    needed = _SAME if candidates[row].date else _UNDATED
    one, two = bags[row], bags[other]
    larger = max(one.total(), two.total())
    return min(one.total(), two.total()) >= _FEWEST and (one & two).total() >= needed * larger
