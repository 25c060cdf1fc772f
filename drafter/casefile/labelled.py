"""Requests behind a label or below a heading: `Service requested: …`, `Requested procedure` over its value, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import Page, Record
from drafter.casefile.records.cues import request_patterns
from drafter.casefile.records.forms import columns_of
from drafter.casefile.records.view import plain, uncelled
from drafter.casefile.several import spread
from drafter.casefile.statements import Statement, distinct, is_known, statement, tidy
from drafter.lock import parse_lock

NUMBERED = re.compile(
    r"^\W{0,3}(?:(?:item|request|service|line)\s*)?#?\s*\d{1,2}(?: of \d{1,2})?"
    r"(?:\s*[.):]|,(?=\s+(?-i:[A-Z]))|\s+-|(?<=line \d)\s|(?<=#\d)|(?<=#\d\d))\s*(?=\S)",
    re.I,
)
EMPTY_ROW = re.compile(r"^\W*\d{1,2}\W*$")
"""The number of a row that nobody filled in."""
LISTED = re.compile(r"^\s*(?:[-–•*·>]|\(?[a-h][.)]\s|\[[ x]?\]|\d{1,2}\s*[|])\s*(?=\S)", re.IGNORECASE)
_CHECKED = re.compile(r"\[[xX]\]|☒|☑")
_UNCHECKED = re.compile(r"(?:\[\s?\]|☐)[^\[☐☒☑|]*")
_CODES = re.compile(r"\b(?:\d{3}\.\d{1,2}|[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[A-Z]\d{4}|\d{5}|\d{4}[FTU])\b")
_SLASHES = re.compile(r"\s/(?=\s)|\s(?=,)")
"""What stood between codes that were left out."""
_GOES_ON = re.compile(r"^\W*(?:[a-z(#\d]|for\b|x\s?\d)")
_NOT_ASKED = re.compile(
    r"\b(?:authorized|approved|certified|allowed|granted|decision|determination|status|outcome|result|diagnos[ei]s|icd"
    r"|cpt|hcpcs|codes?|reason|rationale|dates?|reviewer)\b|^(?:line|item)(?: (?:no|number|#))?\W*$",
    re.IGNORECASE,
)
"""Heads of columns that do not say what is asked for."""
_PATIENCE = 3
"""Lines without a request that may stand between a heading and its first request."""
_CLOSES = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?(?:(?:\w+ )?signature|signed|sign here|consent|release|i allow)\b")
_PREAMBLE = re.compile(r"^\W*(?:diagnos[ei]s|dx|icd|reports? attached|see attached)\b")
"""What forms put between the heading of a list and its first entry."""
_LONGEST = 260
_COLUMNS = 3
_NUMBER = re.compile(r"\d")
_DETAILS = 4
_DETAIL = re.compile(
    r"^\W*(?:body part|part of body|site|side|laterality|levels?|qty|quantity"
    r"|(?:number|no\.?|#) of (?P<unit>visits|sessions|treatments)|frequency|duration|dose|strength)"
    r"\W{0,3}:\s*(?P<value>\S.{0,60})$",
    re.IGNORECASE,
)
"""A line that adds to the request above it."""


def labelled_requests(record: Record) -> list[Statement]:
    """What stands behind labels and below headings of requests, each treatment once."""
    return distinct(all_labelled(record))


def all_labelled(record: Record) -> list[Statement]:
    """The same with what is stated again, of which only one place may say what was decided."""
    return spread([found for page in record.pages for found in _on_page(record, page)])


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
    named = [(cell, head) for cell, head in zip(cells, heads, strict=True) if not _NOT_ASKED.search(head)]
    is_drug = any(parse_lock(cell).drug for cell, _ in named)
    return " ".join(_with_unit(cell, head, is_drug) for cell, head in named)


def _with_unit(cell: str, head: str, is_drug: bool) -> str:
    """A bare number with what the head of its column counts."""
    if not re.fullmatch(r"\d{1,4}", cell):
        return cell
    if re.search(r"\brefills?\b", head, re.I):
        return f"{cell} refills"
    if re.search(r"\b(?:visits?|sessions?)\b", head, re.I) or not is_drug:
        return f"{cell} visits" if re.search(r"\bvisits?|sessions?", head, re.I) else ""
    return f"#{cell}"


def request_text(line: str) -> str:
    """An entry without its number, bullet and codes, and without boxes that nobody checked."""
    checked = _UNCHECKED.sub(" ", line) if _CHECKED.search(line) else line
    return tidy(_SLASHES.sub(" ", _CODES.sub(" ", LISTED.sub("", NUMBERED.sub("", checked)))))


def _on_page(record: Record, page: Page) -> Iterator[Statement]:
    lines = [line for line in page.text.splitlines() if line.strip()]
    folded = [plain(line) for line in lines]
    for row, line in enumerate(folded):
        label = request_patterns().label.match(line)
        if label is None:
            continue
        block = [lines[row], *_continuation(lines[row + 1 :], folded[row + 1 :])]
        text = request_text(_behind(" ".join(uncelled(part) for part in block), label.end()))
        if is_known(parse_lock(text)) and not _heads_table(lines[row : row + 2]):
            details = _details(lines[row + len(block) :])
            yield statement(record, page, block, " ".join([text[:_LONGEST], *details]))
        else:
            yield from listed(record, page, lines[row + 1 :], columns_of(lines[row]))


def _heads_table(lines: Sequence[str]) -> bool:
    """Whether the first line names the columns of the second."""
    heads = columns_of(lines[0])
    return (
        len(heads) >= _COLUMNS
        and len(lines) > 1
        and len(columns_of(lines[1])) == len(heads)
        and not _NUMBER.search(lines[0])
    )


def _details(below: Sequence[str]) -> Iterator[str]:
    """What labels below a request say of it: its part of the body, its number."""
    for line in below[:_DETAILS]:
        found = _DETAIL.match(uncelled(line))
        if found is None:
            return
        unit = f" {found['unit']}" if found["unit"] and found[0][-1:].isdigit() else ""
        yield f"{found['value']}{unit}".strip()


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
