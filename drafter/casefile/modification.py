"""What UR did with a request: denied it, or allowed a part and left the rest in dispute."""

from __future__ import annotations

import re
from typing import Any

from drafter.case import Lock, Record, Remainder
from drafter.casefile.records.forms import columns_of
from drafter.casefile.statements import Statement
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
_ROWS = 12
_NEAR = 320


def read_decision(decision: Record, about: Statement, request: str, lock: Lock) -> dict[str, Any]:
    """The lock's fields that come from UR: a modification leaves the remainder in dispute."""
    text = _around(decision, about)
    column = _granted_in_table(decision, about)
    if not column and not _MODIFIED.search(_STANDARD.sub("", text)):
        return {}
    asked = lock.visits if lock.visits is not None else lock.quantity
    granted = column if column and asked and column < asked else _granted(text, asked)
    if asked is None or granted is None:
        return {"ur_action": "modified"}
    left = asked - granted
    remainder = Remainder(
        original=about.text,
        authorized=f"{granted:g} of {asked:g}",
        remaining=f"{left:g} of {asked:g}: {request}",
        original_count=asked,
        authorized_count=granted,
        remaining_count=left,
    )
    return {"ur_action": "modified", "remainder": remainder}


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
    cells = columns_of(about.span.quote.splitlines()[0])
    for line in reversed(above[-_ROWS:]):
        heads = columns_of(line)
        column = next((at for at, head in enumerate(heads) if _GRANTED_HEAD.search(head)), None)
        if column is not None and len(heads) == len(cells) > 1:
            number = re.match(r"\D{0,12}(\d{1,3})\b", cells[column])
            return float(number[1]) if number else None
    return None


def _granted(text: str, asked: float | None) -> float | None:
    """The number that was allowed: less than what was asked for."""
    strength = parse_lock(text).strength
    for found in (*_GRANTED.finditer(text), *_GRANTED_TO.finditer(text)):
        number = float(found[1] or found[2] or _WORDS[found[3].lower()])
        written = f"{number:g}"
        if asked is not None and number < asked and not (strength or "").startswith(f"{written} "):
            return number
    return None
