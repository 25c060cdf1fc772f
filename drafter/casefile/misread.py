"""A treatment whose name text recognition spoilt, read by the words of the documents that spell it right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.case import Record
from drafter.casefile.records.cues import fold
from drafter.casefile.statements import Statement, is_known
from drafter.lock import parse_lock

_WORD = re.compile(r"[^\W\d_]{7,}")
_LONG = 9
"""Letters of a word that may have two of them wrong; in a shorter one that could make another word of it."""


def words_of(records: Iterable[Record]) -> frozenset[str]:
    """The longer words of the documents."""
    return frozenset(word for record in records for page in record.pages for word in _WORD.findall(fold(page.text)))


def reread(entry: Statement, record: Record, words: frozenset[str]) -> Statement:
    """The request with misread words as `words` have them, where that makes another treatment or drug of it."""
    if record.pages[entry.span.page - 1].ocr_confidence is None:
        return entry
    text = respelled_by(entry.text, words)
    lock = parse_lock(text)
    same = (lock.treatment, lock.drug) == (entry.lock.treatment, entry.lock.drug)
    return entry if same or not is_known(lock) else entry._replace(text=text, lock=lock)


def respelled_by(text: str, words: frozenset[str]) -> str:
    """The text with words that are a slip away from one of `words` as they have it."""
    return _WORD.sub(lambda found: _right(found[0], words), text)


def _right(written: str, words: frozenset[str]) -> str:
    """The one word of `words` that is a slip away; a word that is known, or that they have too, stays."""
    from rapidfuzz.distance import OSA

    word = fold(written)
    if word in words or is_known(parse_lock(word)):
        return written
    slips = 2 if len(word) >= _LONG else 1
    near = [
        other
        for other in words
        if other[0] == word[0]
        and not (other.startswith(word) or word.startswith(other))
        and OSA.distance(word, other, score_cutoff=slips) <= slips
    ]
    if len(near) != 1:
        return written
    return near[0].title() if written[0].isupper() else near[0]
