"""What UR did with a request: denied it, or allowed a part and left the rest in dispute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from drafter.case import Lock, Record, Remainder
from drafter.casefile.decision_rows import DecidedRow, decided_rows
from drafter.casefile.records.forms import columns_of
from drafter.casefile.statements import VERDICT, Statement, is_known, same_treatment, ticked
from drafter.lock import parse_lock
from drafter.lock.treatments import category_of

_COUNT = r"(?:[a-z]+ \((\d{1,3})\)|#?\s?(\d{1,3})|(one|two|three|four|five|six|eight|ten|twelve|twenty|thirty))"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
          "twenty": 20, "thirty": 30}  # fmt: skip
_UNIT = (
    r"(?:(?:additional |more )?(?:visits?|sessions?|tablets?|capsules?|units?|treatments?|injections?"
    r"|(?:round )?trips?|rides?|hours?|days?|weeks?)\s*)?"
)
_TRIPS = re.compile(r"\b(\d{1,3}) (?:round |one-?way )?(?:trips?|rides?)\b", re.I)
_GRANTED = re.compile(
    rf"(?<!remaining ){_COUNT}\s*{_UNIT}(?:(?:is|are|was|were)\s+)?(?:approved|certified|authorized|allowed)\b", re.I
)
_GRANTED_TO = re.compile(
    rf"\b(?:approved?|certif\w+|authorized?|allow\w*|modified)(?: to| for|:)?\s+{_COUNT}\s*{_UNIT}", re.I
)
_MODIFIED = re.compile(
    r"\bmodif(?:ied|ication|y)\b|\bpartial(?:ly)? (?:approv|certif)\w+|\bcertified with modification", re.I
)
_COUNTED = re.compile(rf"\b{_COUNT}\s*{_UNIT}(?:(?:is|are|was|were)\s+)?$", re.I)
_STANDARD = re.compile(r"[^.\n]*\bmodification after initial denial\b[^.\n]*", re.I)
_GRANTED_HEAD = re.compile(r"^\W*(?:\w+ )?(?:authorized|approved|certified|allowed|granted)\b", re.I)
_MEASURED = re.compile(r"\b(\d{1,4}) (hours|visits|sessions|treatments|weeks|tablets|capsules|injections)\b", re.I)
_COLUMNS = re.compile(
    r"(?:\b(?:requested|asked|qty|quantity|units|certified|approved|authorized|allowed|granted|denied|modified|not)\b\s*){2,}$",
    re.IGNORECASE,
)
_ASKED_HEAD = re.compile(r"\b(?:requested|asked|qty|quantity|units)\b", re.I)
_APPROVED = re.compile(
    r"^\W*(?:what (?:we|was|is) )?(?:approved|certified|authorized|allowed)\s*:\s*(\S.*)$", re.I | re.M
)
_ROWS = 12
_NEAR = 320
_ROW_LENGTH = 90


class _Row(NamedTuple):
    """The counts of a table's row, as far as it has columns for them."""

    asked: float | None
    granted: float | None


class _Shares(NamedTuple):
    """A request's parts in one unit."""

    granted: float
    refused: float


def read_decision(decision: Record, about: Statement, request: str, lock: Lock) -> dict[str, Any]:
    """The lock's fields that come from UR: a modification leaves the remainder in dispute."""
    text = ticked(_around(decision, about))
    row = _row_of_table(decision, about)
    ruled = _ruled(decision, about)
    if ruled and (ruled.requested or row.granted is None):
        row = _Row(ruled.requested or row.asked, ruled.granted)
    asked = next(
        (count for count in (lock.visits, lock.quantity, row.asked, _trips(about.text)) if count is not None), None
    )
    granted = row.granted if row.granted and asked and row.granted < asked else None
    shares = _shares(" ".join(text.split())) or _granted_line(text, asked) or _in_two_parts(text, asked)
    counted = _counted(lock, row.asked)
    if ruled and ruled.verdict == "refused":
        return counted
    modified = (ruled and ruled.verdict == "part") or _MODIFIED.search(_STANDARD.sub("", text))
    if not (granted or shares or modified):
        return counted
    granted = granted or _granted(text, asked)
    if asked is not None and granted is not None:
        shares = _Shares(granted, asked - granted)
    if shares is None:
        return {"ur_action": "modified"} | counted
    whole = shares.granted + shares.refused
    remainder = Remainder(
        original=about.text,
        authorized=f"{shares.granted:g} of {whole:g}",
        remaining=f"{shares.refused:g} of {whole:g}: {request}",
        original_count=whole,
        authorized_count=shares.granted,
        remaining_count=shares.refused,
    )
    return {"ur_action": "modified", "remainder": remainder, **counted}


def _ruled(decision: Record, about: Statement) -> DecidedRow | None:
    """The row of a table or list that states the request, with what was decided of it."""
    rows = decided_rows(decision.pages[about.span.page - 1].text)
    return next((row for row in rows if row.line.strip() and row.line.strip() in about.span.quote), None)


def _counted(lock: Lock, asked: float | None) -> dict[str, Any]:
    """The number in the column of what was asked for, which the request itself does not name."""
    if asked is None:
        return {}
    if lock.drug:
        return {"quantity": asked} if lock.quantity is None else {}
    return {"visits": int(asked)} if lock.visits is None and asked > 1 and _is_therapy(lock) else {}


def _is_therapy(lock: Lock) -> bool:
    return lock.treatment is not None and category_of(lock.treatment) == "therapy"


def _granted_line(text: str, asked: float | None) -> _Shares | None:
    """A line of its own for what was granted: `Approved: Norco 10/325 mg #60`."""
    found = _APPROVED.search(text)
    part = parse_lock(found[1]) if found else None
    granted = (part.visits if part.visits is not None else part.quantity) if part else None
    return _Shares(granted, asked - granted) if granted and asked and granted < asked else None


def _in_two_parts(text: str, asked: float | None) -> _Shares | None:
    """Numbers beside their verdicts that together are what was asked for: `approved 4, not approved 4`."""
    parts = {True: 0.0, False: 0.0}
    for verdict in VERDICT.finditer(text):
        before = text[: verdict.start()]
        behind = re.match(r"\s*[:=]\s*#?(\d{1,3})\b", text[verdict.end() :])
        beside = (
            behind
            or re.search(r"#?(\d{1,3})\W{0,2}$", before)
            or re.match(r"\W{0,3}(\d{1,3})\b", text[verdict.end() :])
        )
        if beside:
            parts[verdict["granted"] is not None] = float(beside[1])
        elif counted := _COUNTED.search(before):
            parts[verdict["granted"] is not None] = _count(counted)
    return _Shares(parts[True], parts[False]) if all(parts.values()) and sum(parts.values()) == asked else None


def _trips(text: str) -> float | None:
    """Rides are counted as visits are."""
    found = _TRIPS.search(text)
    return float(found[1]) if found else None


def _count(found: re.Match[str]) -> float:
    return float(found[1] or found[2] or _WORDS[found[3].lower()])


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
    another = _next_request(rest, about)
    if another is not None and (following is None or another < following.start()):
        return behind[: about.span.end - about.span.start + another]
    return behind[: about.span.end - about.span.start + following.start()] if following else behind


def _next_request(rest: str, about: Statement) -> int | None:
    """Where a short line that names another treatment begins, which is another row."""
    at = 0
    for line in rest.splitlines(keepends=True)[:_ROWS]:
        lock = parse_lock(line)
        if at and len(line) < _ROW_LENGTH and is_known(lock) and not same_treatment(lock, about.lock):
            return at
        at += len(line)
    return None


def _row_of_table(decision: Record, about: Statement) -> _Row:
    """The numbers in the columns of what was asked and what was authorized, of the row that names the request."""
    above = decision.pages[about.span.page - 1].text[: about.span.start].splitlines()
    row = about.span.quote.splitlines()[0]
    for line in reversed(above[-_ROWS:]):
        heads, cells = columns_of(line), columns_of(row)
        pairs = list(zip(heads, cells, strict=True)) if len(heads) == len(cells) > 1 else _last_columns(line, row)
        granted = _number(pairs, _GRANTED_HEAD)
        if granted is not None:
            return _Row(_number(pairs, _ASKED_HEAD), granted)
    return _Row(None, None)


def _number(pairs: Sequence[tuple[str, str]], head: re.Pattern[str]) -> float | None:
    cell = next((cell for name, cell in pairs if head.search(name)), None)
    number = re.match(r"\D{0,12}(\d{1,3})\b", cell) if cell else None
    return float(number[1]) if number else None


def _last_columns(line: str, row: str) -> list[tuple[str, str]]:
    """The same where the print kept no columns: as many numbers end the row as names of columns end the line above."""
    names = _COLUMNS.search(line.strip())
    numbers = re.search(r"(?:\s\d{1,4})+$", row.rstrip())
    if names is None or numbers is None:
        return []
    return list(zip(reversed(names[0].split()), reversed(numbers[0].split()), strict=False))


def _granted(text: str, asked: float | None) -> float | None:
    """The number that was allowed: less than what was asked for."""
    strength = parse_lock(text).strength
    for found in (*_GRANTED.finditer(text), *_GRANTED_TO.finditer(text)):
        number = _count(found)
        written = f"{number:g}"
        if asked is not None and number < asked and not (strength or "").startswith(f"{written} "):
            return number
    return None
