"""A request as one document words it, with the place that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.case import Lock, Page, Record, Span
from drafter.casefile.records.view import plain, uncelled
from drafter.lock import parse_lock

_SLIPS = ((re.compile(r"\bwe[ck]ks?\b|\bweks?\b", re.I), "weeks"), (re.compile(r"·"), " "))
"""What text recognition makes of words that decide a number."""
VERDICT = re.compile(
    r"\b(?:(?P<granted>(?<!not )(?<!non-)(?<!cannot be )(?:certified|approved|authorized|allowed|withdrawn)"
    r"|(?:(?:is|are|was|were)|(?<=:)|(?<=: )) ?medically (?:necessary|appropriate)"
    r"|(?<!to )(?<!cannot )(?<!non-)certify\b)"
    r"|not (?:\w+ )?(?:certified|approved|authorized|allowed|recommended|necessary)|non-?certif\w+|den(?:ied|ial|y)"
    r"|cannot be (?:certified|approved|authorized)|adverse|modif(?:ied|ication|y)|partial(?:ly)?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:\s[-–]|[;:])\s*\(?#?\d[^;:]*$|,\s*\(?#?\d[^,;:]*$")
"""The number that was granted, behind what was asked for."""
_EMPTY_BOX = re.compile(r"(?:\[\s?\]|☐|❏)\s*\w[\w-]*")
_TICKED = re.compile(r"\[[xX]\]|☒|☑|✘")
_HOLLOW = re.compile(r"\(\s*[/,;&\s]*\)")
"""Brackets whose codes were left out."""
_VERB = re.compile(r"[\s,;:(–-]*(?:\b(?:is|are|was|were|be|been|has|have|that|medically)\b\s*)*$", re.IGNORECASE)
_UNITS = (
    "visits?|sessions?|tablets?|capsules?|weeks?|days?|units?|treatments?|injections?|hours?|additional|more|refills?"
)
MARKER = re.compile(rf"^\W{{0,3}}(?:\d{{1,2}}|[A-Ha-h])[.):]?[\s|]+(?=[A-Z])(?!(?i:{_UNITS})\b)")
"""The number or letter of a row."""


class Statement(NamedTuple):
    """One request as one document words it; the span is the place that shows it."""

    text: str
    lock: Lock
    span: Span


def statement(record: Record, page: Page, block: Sequence[str], text: str) -> Statement:
    """The request `text`, which the lines of `block` show."""
    return Statement(text, parse_lock(text), span_of(record, page, block))


def span_of(record: Record, page: Page, block: Sequence[str]) -> Span:
    """From the first line of `block` to its last."""
    start = page.text.find(block[0])
    end = page.text.find(block[-1], start) + len(block[-1])
    return Span(record=record.id, page=page.number, start=start, end=end, quote=page.text[start:end])


def tidy(text: str) -> str:
    """A request without the marks of a table or list."""
    for pattern, right in _SLIPS:
        text = pattern.sub(right, text)
    return uncelled(_HOLLOW.sub(" ", text)).strip(" .,;:/|•*-–[]")


def ticked(text: str) -> str:
    """The text without the options that nobody ticked, where any is ticked."""
    return _EMPTY_BOX.sub(" ", text) if _TICKED.search(text) else text


def is_ticked(line: str) -> bool:
    """Whether a line has a box with a tick."""
    return bool(_TICKED.search(line))


def asked_part(text: str) -> str:
    """A line of a decision without the mark of its row and without what was decided."""
    row = MARKER.sub("", text)
    verdict = VERDICT.search(row)
    if verdict is None:
        return tidy(row)
    asked = row[: verdict.start()]
    if verdict["granted"]:
        asked = _PART.sub("", asked)
    asked = _VERB.sub("", asked)
    return tidy(asked if is_known(parse_lock(asked)) else row)


def is_known(lock: Lock) -> bool:
    """Whether a treatment or drug was recognised."""
    return bool(lock.treatment or lock.drug)


def same_treatment(one: Lock, other: Lock) -> bool:
    """Whether two requests ask for the same thing, whatever its dose, side or number."""
    if one.drug or other.drug:
        return bool(one.drug and other.drug and (one.drug == other.drug or set(one.drugs) & set(other.drugs)))
    return one.treatment is not None and (one.treatment == other.treatment or one.treatment in other.also)


def distinct(found: Sequence[Statement]) -> list[Statement]:
    """Each request once, where it is stated first; the same treatment of another body part is another request."""
    kept: list[Statement] = []
    for entry in found:
        if not any(same_treatment(entry.lock, other.lock) and _same_parts(entry.lock, other.lock) for other in kept):
            kept.append(entry)
    return kept


def _same_parts(one: Lock, other: Lock) -> bool:
    parts = [{site.part for site in lock.sites} for lock in (one, other)]
    return not all(parts) or bool(parts[0] & parts[1])


def lines_between(page: Page, begins: re.Pattern[str], ends: re.Pattern[str]) -> list[str]:
    """The lines after the last heading that matches `begins`, up to the first that matches `ends`."""
    lines = [line for line in page.text.splitlines() if line.strip()]
    folded = [plain(line) for line in lines]
    starts = [row for row, line in enumerate(folded) if begins.search(line)]
    if not starts:
        return []
    stop = next((row for row in range(starts[0] + 1, len(lines)) if ends.search(folded[row])), len(lines))
    inside = [row for row in starts if row < stop]
    return lines[inside[-1] + 1 : stop]
