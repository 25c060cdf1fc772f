"""Who sends a message, writes the first one of an exchange, or keeps notes in a program."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.casefile.records.cues import fold
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.logs import ENTRY
from drafter.casefile.records.names import LAST_FIRST, NAME, Author, author_of, behind_name, cased
from drafter.casefile.records.signers import NOT_NAMES, cut
from drafter.casefile.records.view import PageView

_FROM = re.compile(rf"^\W*(?i:from)\s*:\W*(?:[^/]{{3,40}} /\s*)?({NAME})(?=\s*(?:$|[^\w\s]|[a-z]))")
_FROM_LAST = re.compile(rf"^\W*(?i:from)\s*:\W*({LAST_FIRST})")
_WROTE = re.compile(rf"^\W*({NAME})\s*(?:(?i:wrote|writes|said|sent this)\b|[(|,–-]).{{0,60}}?\b\d{{1,2}}:\d\d\b")
"""One who writes at an hour: `Orla Vance wrote on Apr 4 2023 7:12 am:`."""
_USER = re.compile(r"^\W*([A-Z]{5,})\b")
_USUAL = 2
"""So many entries of one user make a program's notes."""


def senders(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whom the head of a message names behind `From`, or who begin an exchange of messages."""
    for line in views[0].lines:
        last_first, plain = _FROM_LAST.match(line), _FROM.match(line)
        licensed = behind_name().match(plain[1] + line[plain.end(1) :]) if plain else None
        if licensed:
            yield author_of(licensed)
        elif last_first:
            yield Author(cased(f"{last_first[3]} {last_first[2]}"), None, "")
        elif plain and not NOT_NAMES.search(plain[1]):
            yield Author(cased(cut(plain[1])), None, line[plain.end(1) :])
        else:
            yield from _writer(line)


def _writer(line: str) -> Iterator[Author]:
    found = _WROTE.match(line)
    if found and all_dates(fold(line[found.end(1) :])) and not NOT_NAMES.search(found[1]):
        yield Author(cased(found[1]), None, "")


def users(views: Sequence[PageView]) -> Iterator[Author]:
    """The user of a program whose name stands behind the days of most entries, as the program writes it."""
    entries = [(line, days[0]) for view in views for line in view.lines if (days := all_dates(fold(line[:ENTRY])))]
    named = Counter(found[1] for line, day in entries if not day.start and (found := _USER.match(line[day.end :])))
    for name, count in named.most_common(1):
        if count >= _USUAL:
            yield Author(name, None, "")
