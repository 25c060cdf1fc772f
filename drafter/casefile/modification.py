"""What UR did with a request: denied it, or allowed a part and left the rest in dispute."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from drafter.case import Lock, Record, Remainder
from drafter.casefile.records.forms import columns_of
from drafter.casefile.statements import VERDICT, Statement
from drafter.lock import parse_lock

_COUNT = r"(?:[a-z]+ \((\d{1,3})\)|#?\s?(\d{1,3})|(one|two|three|four|five|six|eight|ten|twelve|twenty|thirty))"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
          "twenty": 20, "thirty": 30}  # fmt: skip
_UNIT = r"(?:(?:additional |more )?(?:visits?|sessions?|tablets?|capsules?|units?|treatments?|injections?)\s*)?"
_GRANTED = re.compile(
    rf"(?<!remaining ){_COUNT}\s*{_UNIT}(?:(?:is|are|was|were)\s+)?(?:approved|certified|authorized|allowed)\b", re.I
)
_GRANTED_TO = re.compile(
    rf"\b(?:approved?|certif\w+|authorized?|allow\w*|modified)(?: to| for|:)?\s+{_COUNT}\s*{_UNIT}", re.I
)
_MODIFIED = re.compile(
    r"\bmodif(?:ied|ication)\b|\bpartial(?:ly)? (?:approv|certif)\w+|\bcertified with modification", re.I
)
_STANDARD = re.compile(r"[^.\n]*\bmodification after initial denial\b[^.\n]*", re.I)
_GRANTED_HEAD = re.compile(r"^\W*(?:\w+ )?(?:authorized|approved|certified|allowed|granted)\b", re.I)
_MEASURED = re.compile(r"\b(\d{1,4}) (hours|visits|sessions|treatments|weeks|tablets|capsules|injections)\b", re.I)
_COLUMNS = re.compile(
    r"(?:\b(?:requested|asked|qty|quantity|units|certified|approved|authorized|allowed|granted|denied|modified|not)\b\s*){2,}$",
    re.IGNORECASE,
)
_ROWS = 12
_NEAR = 320


class _Shares(NamedTuple):
    """A request's parts in one unit."""

    granted: float
    refused: float


def read_decision(decision: Record, about: Statement, request: str, lock: Lock) -> dict[str, Any]:
    """The lock's fields that come from UR: a modification leaves the remainder in dispute."""
    text = _around(decision, about)
    column = _granted_in_table(decision, about)
    shares = _shares(" ".join(text.split()))
    if not column and not shares and not _MODIFIED.search(_STANDARD.sub("", text)):
        return {}
    asked = lock.visits if lock.visits is not None else lock.quantity
    granted = column if column and asked and column < asked else _granted(text, asked)
    if asked is not None and granted is not None:
        shares = _Shares(granted, asked - granted)
    if shares is None:
        return {"ur_action": "modified"}
    whole = shares.granted + shares.refused
    remainder = Remainder(
        original=about.text,
        authorized=f"{shares.granted:g} of {whole:g}",
        remaining=f"{shares.refused:g} of {whole:g}: {request}",
        original_count=whole,
        authorized_count=shares.granted,
        remaining_count=shares.refused,
    )
    return {"ur_action": "modified", "remainder": remainder}


def _shares(text: str) -> _Shares | None:
    """What was granted and what was refused in one unit: `2 weeks (40 hours) certified; 4 weeks (80 hours) not`.

    Of several units the last one, which is the finest: the others say how it was reckoned.
    """
    granted: dict[str, float] = {}
    start = 0
    for verdict in VERDICT.finditer(text):
        numbers = {found[2].lower(): float(found[1]) for found in _MEASURED.finditer(text[start : verdict.start()])}
        start = verdict.end()
        if verdict["granted"]:
            granted = granted or numbers
        else:
            unit = next((unit for unit in reversed(numbers) if unit in granted), None)
            if unit:
                return _Shares(granted[unit], numbers[unit])
    return None


def _around(decision: Record, about: Statement) -> str:
    """The words about one request: from it on, to the next one of its list."""
    page = decision.pages[about.span.page - 1]
    behind = page.text[about.span.start : about.span.end + _NEAR]
    rest = behind[about.span.end - about.span.start :]
    following = re.search(r"\n\W{0,2}\d{1,2}[.)]?[\s|]+[A-Z]", rest)
    return behind[: about.span.end - about.span.start + following.start()] if following else behind


def _granted_in_table(decision: Record, about: Statement) -> float | None:
    """The number in the column of what was authorized, of the row that names the request."""
    above = decision.pages[about.span.page - 1].text[: about.span.start].splitlines()
    row = about.span.quote.splitlines()[0]
    for line in reversed(above[-_ROWS:]):
        granted = _in_cells(columns_of(line), columns_of(row))
        granted = _in_last_columns(line, row) if granted is None else granted
        if granted is not None:
            return granted
    return None


def _in_cells(heads: list[str], cells: list[str]) -> float | None:
    column = next((at for at, head in enumerate(heads) if _GRANTED_HEAD.search(head)), None)
    if column is None or len(heads) != len(cells) or len(cells) < 2:
        return None
    number = re.match(r"\D{0,12}(\d{1,3})\b", cells[column])
    return float(number[1]) if number else None


def _in_last_columns(line: str, row: str) -> float | None:
    """The same where the print kept no columns: as many numbers end the row as names of columns end the line above."""
    names = _COLUMNS.search(line.strip())
    numbers = re.search(r"(?:\s\d{1,4})+$", row.rstrip())
    if names is None or numbers is None:
        return None
    pairs = zip(reversed(names[0].split()), reversed(numbers[0].split()), strict=False)
    return next((float(number) for name, number in pairs if _GRANTED_HEAD.search(name)), None)


def _granted(text: str, asked: float | None) -> float | None:
    """The number that was allowed: less than what was asked for."""
    strength = parse_lock(text).strength
    for found in (*_GRANTED.finditer(text), *_GRANTED_TO.finditer(text)):
        number = float(found[1] or found[2] or _WORDS[found[3].lower()])
        written = f"{number:g}"
        if asked is not None and number < asked and not (strength or "").startswith(f"{written} "):
            return number
    return None
