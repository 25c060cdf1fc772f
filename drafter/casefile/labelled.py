"""Requests behind a label or below a heading: `Service requested: …`, `Requested procedure` over its value, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import Page, Record
from drafter.casefile.records.cues import request_patterns
from drafter.casefile.records.forms import columns_of
from drafter.casefile.records.view import plain, uncelled
from drafter.casefile.statements import Statement, distinct, is_known, statement, tidy
from drafter.lock import parse_lock

NUMBERED = re.compile(
    r"^\W{0,3}(?:(?:item|request|service)\s*)?#?\s*\d{1,2}(?:\s*[.):]|,(?=\s+(?-i:[A-Z]))|\s+-|(?<=#\d)|(?<=#\d\d))\s*(?=\S)",
    re.I,
)
EMPTY_ROW = re.compile(r"^\W*\d{1,2}\W*$")
"""The number of a row that nobody filled in."""
LISTED = re.compile(r"^\s*(?:[-–•*·>]|\(?[a-h][.)]\s|\[[ x]?\]|\d{1,2}\s*[|])\s*(?=\S)", re.IGNORECASE)
_CHECKED = re.compile(r"\[[xX]\]|☒|☑")
_UNCHECKED = re.compile(r"(?:\[\s?\]|☐)[^\[☐☒☑|]*")
_CODES = re.compile(r"\b(?:\d{3}\.\d{1,2}|[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[A-Z]\d{4}|\d{5})\b")
_GOES_ON = re.compile(r"^\W*(?:[a-z(#\d]|for\b|x\s?\d)")
_NOT_ASKED = re.compile(
    r"\b(?:authorized|approved|certified|allowed|granted|decision|determination|status|outcome|result|diagnos[ei]s|icd"
    r"|cpt|hcpcs|codes?|reason|rationale|dates?|reviewer|line|item)\b",
    re.IGNORECASE,
)
"""Heads of columns that do not say what is asked for."""
_PATIENCE = 3
"""Lines without a request that may stand between a heading and its first request."""
_CLOSES = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?(?:(?:\w+ )?signature|signed|sign here|consent|release|i allow)\b")
_PREAMBLE = re.compile(r"^\W*(?:diagnos[ei]s|dx|icd|reports? attached|see attached)\b")
"""What forms put between the heading of a list and its first entry."""
_LONGEST = 260


def labelled_requests(record: Record) -> list[Statement]:
    """What stands behind labels and below headings of requests, each treatment once."""
    return distinct([found for page in record.pages for found in _on_page(record, page)])


def listed(record: Record, page: Page, lines: Sequence[str], heads: Sequence[str] = ()) -> list[Statement]:
    """The requests of a list, up to a line that ends it; a numbered entry counts whatever it names.

    Of a table with the heads `heads` only the columns that say what is asked for are taken.
    """
    found: list[Statement] = []
    for block in _entries(lines):
        text = request_text(" ".join([_asked_cells(block[0], heads), *block[1:]]))
        entry = statement(record, page, block, text)
        if is_known(entry.lock) or (NUMBERED.match(block[0]) and len(text) > 3):
            found.append(entry)
        elif found:
            break
    return found


def _asked_cells(row: str, heads: Sequence[str]) -> str:
    cells = columns_of(row)
    if len(heads) < 2 or len(cells) != len(heads):
        return row
    return " ".join(cell for cell, head in zip(cells, heads, strict=True) if not _NOT_ASKED.search(head))


def request_text(line: str) -> str:
    """An entry without its number, bullet and codes, and without boxes that nobody checked."""
    checked = _UNCHECKED.sub(" ", line) if _CHECKED.search(line) else line
    return tidy(_CODES.sub(" ", LISTED.sub("", NUMBERED.sub("", checked))))


def _on_page(record: Record, page: Page) -> Iterator[Statement]:
    lines = [line for line in page.text.splitlines() if line.strip()]
    folded = [plain(line) for line in lines]
    for row, line in enumerate(folded):
        label = request_patterns().label.match(line)
        if label is None:
            continue
        block = [lines[row], *_continuation(lines[row + 1 :], folded[row + 1 :])]
        text = request_text(_behind(" ".join(uncelled(part) for part in block), label.end()))
        if is_known(parse_lock(text)):
            yield statement(record, page, block, text[:_LONGEST])
        else:
            yield from listed(record, page, lines[row + 1 :], columns_of(lines[row]))


def _behind(line: str, at: int) -> str:
    return line[at:] if at < len(line) else ""


def _continuation(lines: Sequence[str], folded: Sequence[str]) -> list[str]:
    """Lines that go on with the phrase before: they begin in small letters and are no label."""
    taken: list[str] = []
    for line, below in zip(lines[:2], folded[:2], strict=True):
        if not _GOES_ON.match(line) or _ends(below) or NUMBERED.match(line) or LISTED.match(line):
            break
        taken.append(line)
    return taken


def _entries(lines: Sequence[str]) -> Iterator[list[str]]:
    """The entries of a list one by one: each with the lines that go on with it."""
    block: list[str] = []
    waited = 0
    for line in lines:
        folded = plain(line)
        marked = NUMBERED.match(line) or LISTED.match(line)
        if not block and not waited and _PREAMBLE.match(folded):
            continue
        if (_ends(folded) and not marked) or _CLOSES.match(folded):
            break
        if EMPTY_ROW.match(line):
            continue
        if block and not marked and _GOES_ON.match(line):
            block.append(line)
            continue
        waited += not is_known(parse_lock(line))
        if block:
            yield block
        if waited > _PATIENCE:
            return
        block = [line]
    if block:
        yield block


def _ends(folded: str) -> bool:
    return bool(request_patterns().end.match(folded))
