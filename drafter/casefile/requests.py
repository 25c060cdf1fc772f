"""What each document says is asked for: the application's list, the rows of an RFA, the lines of a UR decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.case import Lock, Page, Record, Span
from drafter.casefile.records.cues import fold
from drafter.casefile.records.view import uncelled
from drafter.lock import parse_lock

_LIST_BEGINS = re.compile(
    r"\blist each specific\b|\b(?:disputed|denied|requested) (?:medical )?(?:treatments?|services?|items?)\W*$"
)
_LIST_ENDS = re.compile(r"\bconsent to obtain\b|\bsignature\b|\bi allow\b")
_NUMBERED = re.compile(r"^\W{0,3}(\d{1,2})[.)]\s+(?=\S)")
_ROW = re.compile(r"^\W{0,2}\d{1,2}[.)]?[\s|]+[A-Z]")
_RFA_BEGINS = re.compile(r"\bknown\)|\bservice/good\b.*$|^\W*#?\s*service\s+code\b|\bother infor?mation\b")
_RFA_ENDS = re.compile(
    r"\brequesting physician signature\b|\bphysician.?s? signature\b|\bclaims administrator/utili[sz]ation\b|_x_"
)
_ICD = re.compile(r"\b(?:[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})|\d{3}\.\d{1,2})\b")
_CPT = re.compile(r"\b(?:[A-Z]\d{4}|\d{5})(?:\s*,\s*(?:[A-Z]\d{4}|\d{5}))*\b")
_SLIPS = ((re.compile(r"\bwecks?\b", re.I), "weeks"), (re.compile(r"·"), " "))
"""What text recognition makes of words that decide a number."""
_DECISION_LABEL = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s+"
    r"|(?:requests?|requested (?:service|treatment)s?|services?|treatments?|determination|decision)\b"
    r"[\s:.|-]*(?:den(?:y|ied)|non-?certif\w+|modif\w+)?[\s:.|-]*)",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:denied|non-?certified|not certified|not approved|modified|your request for)\b")
_WINDOW = 3


class Statement(NamedTuple):
    """One request as one document words it; the span is the place that shows it."""

    text: str
    lock: Lock
    span: Span


def listed_items(record: Record) -> list[Statement]:
    """The numbered items of an application, or the treatment that a notice names."""
    found = []
    for page in record.pages:
        rows = _between(page, _LIST_BEGINS, _LIST_ENDS)
        found += [_statement(record, page, item, text) for item, text in _numbered(rows)]
    return found


def rfa_rows(record: Record) -> list[Statement]:
    """The rows of the table of a request for authorization, its diagnosis and procedure codes left out."""
    found = []
    for page in record.pages:
        lines = _between(page, _RFA_BEGINS, _RFA_ENDS)
        for block in _blocks(lines):
            text = _request_of(uncelled(" ".join(block)))
            lock = parse_lock(text)
            if lock.treatment or lock.drug:
                found.append(Statement(text, lock, _span(record, page, block)))
    return found


def decided_requests(record: Record) -> list[Statement]:
    """The treatments that a UR decision names, each where it is named first: for a file without any form."""
    found: list[Statement] = []
    for page in record.pages:
        for line in page.text.splitlines():
            text = _tidy(_DECISION_LABEL.sub("", line))
            lock = parse_lock(text)
            known = any(same_treatment(lock, entry.lock) for entry in found)
            named = lock.treatment or lock.drug
            if not known and named and (_DECISION_LABEL.match(line) or _DECIDED.search(fold(line))):
                found.append(Statement(text, lock, _span(record, page, [line])))
    return found


def lines_about(record: Record, wanted: Lock) -> Iterator[Statement]:
    """Lines, or two or three of them together, that name the treatment of `wanted`, in reading order."""
    for page in record.pages:
        lines = [line for line in page.text.splitlines() if line.strip()]
        for row, line in enumerate(lines):
            if not same_treatment(parse_lock(uncelled(line)), wanted):
                continue
            block = [line, *_wrapped(lines[row + 1 : row + _WINDOW])]
            text = _tidy(" ".join(block))
            yield Statement(text, parse_lock(text), _span(record, page, block))


def same_treatment(one: Lock, other: Lock) -> bool:
    """Whether two requests ask for the same thing, whatever its dose, side or number."""
    if one.drug or other.drug:
        return bool(one.drug and other.drug and (one.drug == other.drug or set(one.drugs) & set(other.drugs)))
    return one.treatment is not None and (one.treatment == other.treatment or one.treatment in other.also)


def _between(page: Page, begins: re.Pattern[str], ends: re.Pattern[str]) -> list[str]:
    """The lines after the last heading that matches `begins`, up to the first that matches `ends`."""
    lines = [line for line in page.text.splitlines() if line.strip()]
    folded = [fold(uncelled(line)) for line in lines]
    starts = [row for row, line in enumerate(folded) if begins.search(line)]
    if not starts:
        return []
    stop = next((row for row in range(starts[0] + 1, len(lines)) if ends.search(folded[row])), len(lines))
    inside = [row for row in starts if row < stop]
    return lines[inside[-1] + 1 : stop]


def _numbered(lines: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    block: list[str] = []
    for line in [*lines, "0. "]:
        if _NUMBERED.match(line) or line == "0. ":
            if block:
                yield block, _tidy(_NUMBERED.sub("", " ".join(block)))
            block = [] if line == "0. " else [line]
        elif block:
            block.append(line)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Rows of a table: a line with a diagnosis code or an own number begins one, the others go on with it."""
    block: list[str] = []
    for line in lines:
        if block and (_ICD.search(line) or re.match(r"^\W{0,2}\d{1,2}[.)]?[\s|]+[A-Za-z]", line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _request_of(row: str) -> str:
    """The service asked for: what stands behind the diagnosis code, or before it where nothing follows."""
    code = _ICD.search(row)
    behind = row[code.end() :] if code else row
    text = behind if code and len(re.findall(r"[A-Za-z]{3,}", behind)) >= 2 else _ICD.sub(" ", row)
    return _tidy(re.sub(r"^\W*\d{1,2}[.)]?\s+(?=[A-Za-z])", "", _CPT.sub(" ", text)))


def _wrapped(following: Sequence[str]) -> list[str]:
    """Lines that go on with the one before: they begin in the middle of a phrase or carry the decision."""
    taken: list[str] = []
    for line in following:
        if _ROW.match(line) or not re.match(r"^\W*(?:[a-z(#\d]|NON|DENIED|MODIF|visits|refill)", line):
            break
        taken.append(line)
    return taken


def _statement(record: Record, page: Page, block: Sequence[str], text: str) -> Statement:
    return Statement(text, parse_lock(text), _span(record, page, block))


def _span(record: Record, page: Page, block: Sequence[str]) -> Span:
    start = page.text.find(block[0])
    end = page.text.find(block[-1], start) + len(block[-1])
    return Span(record=record.id, page=page.number, start=start, end=end, quote=page.text[start:end])


def _tidy(text: str) -> str:
    for pattern, right in _SLIPS:
        text = pattern.sub(right, text)
    return uncelled(text).strip(" .;•-")
