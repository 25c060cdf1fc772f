"""What the application lists and what a UR decision denies or modifies, in the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import Lock, Record
from drafter.casefile.decision_rows import decided_rows
from drafter.casefile.labelled import (
    EMPTY_ROW,
    LISTED,
    NUMBERED,
    all_labelled,
    labelled_requests,
    listed,
    request_text,
)
from drafter.casefile.records.cues import request_patterns
from drafter.casefile.records.view import plain, uncelled
from drafter.casefile.sentences import asked_in_sentences, named_in_subject, refused_in_sentences
from drafter.casefile.several import spread, without_notes
from drafter.casefile.statements import (
    VERDICT,
    Statement,
    asked_part,
    distinct,
    is_known,
    lines_between,
    same_treatment,
    span_of,
    statement,
    tidy,
)
from drafter.casefile.verdicts import answered, in_dispute
from drafter.lock import parse_lock

_LIST_BEGINS = re.compile(
    r"\blist each specific\b|\b(?:disputed|denied|requested) (?:medical )?(?:treatments?|services?|items?)\W*$"
    r"|^\W*(?:\d{1,2}[.)]?\s+)?(?:what is (?:in )?)?dispute[ds]?\W*$|\b(?:treatments?|services?|care) in dispute\b"
)
_LIST_ENDS = re.compile(r"\bconsent to obtain\b|\bsignature\b|\bi allow\b")
_ROW = re.compile(r"^\W{0,2}\d{1,2}[.)]?[\s|]+[A-Z]")
_NUMBER_CELL = re.compile(r"^\W{0,2}\d{1,2}\s*\|")
_DECISION_LABEL = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s+"
    r"|(?:requests?|requested (?:service|treatment)s?|services?|treatments?|determination|decision)\b"
    r"[\s:.|-]*(?:den(?:y|ied)|non-?certif\w+|modif\w+)?[\s:.|-]*)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:requests?|requested (?:service|treatment)s?|services?|treatments?)\s*[:|]\s*", re.IGNORECASE
)
_DECIDED = re.compile(r"\b(?:denied|non-?certified|not certified|not approved|modified|your request for)\b")
_SOURCE = re.compile(r"\b(?:MTUS|ODG|ACOEM)\b|\bguidelines?\b", re.IGNORECASE)
"""A line that cites what a decision rests on."""
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|the|be|been|that)\b", re.IGNORECASE)
_BARE = re.compile(r"^\W{0,2}(\d{1,2})\s+(?=[A-Z])")
_TOLD = re.compile(r"[a-z\d)]\.\s+(?:[A-Z]\w*\s+){1,2}(?=[a-z])")
"""A sentence behind another one: reasons, and no request."""
_LONGEST = 160
_WINDOW = 3


def listed_items(record: Record) -> list[Statement]:
    """The items of an application: the numbered ones of its list, or what stands behind a label of another form."""
    found = []
    for page in record.pages:
        rows = _from_first_entry(lines_between(page, _LIST_BEGINS, _LIST_ENDS))
        found += (
            [statement(record, page, item, text) for item, text in _numbered(rows)]
            or [statement(record, page, [row], request_text(_BARE.sub("", row))) for row in _counted(rows)]
            or listed(record, page, rows)
        )
    found = spread(found) or labelled_requests(record) or _numbered_anywhere(record)
    return [without_notes(entry) for entry in found]


def _from_first_entry(rows: Sequence[str]) -> list[str]:
    """Without what a form asks for between the heading of its list and the first of several entries."""
    entries = [at for at, row in enumerate(rows) if LISTED.match(row)]
    return list(rows[entries[0] :] if len(entries) > 1 else rows)


def _counted(rows: Sequence[str]) -> list[str]:
    """Rows with a bare number that count up from one, of which one names a treatment at least."""
    found: list[str] = []
    for row in rows:
        number = _BARE.match(row)
        if number and int(number[1]) == len(found) + 1:
            found.append(row)
    return found if any(is_known(parse_lock(_BARE.sub("", row))) for row in found) else []


def _numbered_anywhere(record: Record) -> list[Statement]:
    """Numbered lines that name a treatment, for an application whose heading could not be read.

    A line that goes on counting from one of them is a request, too, whatever it names.
    """
    found: list[Statement] = []
    for page in record.pages:
        last = None
        for line in page.text.splitlines():
            number = _number_of(line)
            text = request_text(line)
            if number is not None and (number - 1 == last or is_known(parse_lock(text))):
                found.append(statement(record, page, [line], text))
                last = number
    return distinct(found)


def _number_of(line: str) -> int | None:
    numbered = NUMBERED.match(line) or _NUMBER_CELL.match(line)
    return int(re.search(r"\d+", numbered[0])[0]) if numbered else None  # type: ignore[index]


def decided_requests(record: Record) -> list[Statement]:
    """The treatments that a UR decision denies or modifies, by its labels, its lines or its sentences."""
    named = [entry for entry in all_labelled(record) if not _TOLD.search(asked_part(entry.text))]
    found = distinct(in_dispute(record, named or _decided_lines(record, _DECISION_LABEL)))
    found = (
        found or answered(record) or _ruled_lines(record) or spread(refused_in_sentences(record))
        or distinct(in_dispute(record, _decided_lines(record, _DECIDED)))
    )  # fmt: skip
    found = _of_rows(record, found) or found
    return [_as_asked(entry) for entry in found or named_in_subject(record) or asked_in_sentences(record)]


def _of_rows(record: Record, others: Sequence[Statement]) -> list[Statement]:
    """What the rows of a table or list refuse or cut, if they speak of everything that other signs found."""
    rows = [(page, row) for page in record.pages for row in decided_rows(page.text)]
    locks = [parse_lock(row.asked) for _, row in rows]
    if not all(any(same_treatment(other.lock, lock) for lock in locks) for other in others):
        return []
    refused = [statement(record, page, [row.line], row.asked) for page, row in rows if row.verdict != "granted"]
    return distinct(spread(refused))


def _ruled_lines(record: Record) -> list[Statement]:
    """Lines that name a treatment and end with what was decided of it, and are no sentence."""
    found = []
    for page in record.pages:
        for line in page.text.splitlines():
            verdict = VERDICT.search(line)
            asked = line[: verdict.start()] if verdict else ""
            if len(line) < _LONGEST and verdict and not _VERB.search(asked) and is_known(parse_lock(asked)):
                found.append(statement(record, page, [line], tidy(line)))
    return distinct(in_dispute(record, spread(found)))


def _as_asked(entry: Statement) -> Statement:
    text = asked_part(entry.text)
    return entry._replace(text=text, lock=parse_lock(text))


def _decided_lines(record: Record, sign: re.Pattern[str]) -> list[Statement]:
    found = []
    for page in record.pages:
        for line in page.text.splitlines():
            text = tidy(_DECISION_LABEL.sub("", line))
            if sign.search(plain(line)) and is_known(parse_lock(text)):
                found.append(statement(record, page, [line], text))
    return spread(found)


def lines_about(record: Record, wanted: Lock) -> Iterator[Statement]:
    """Lines, or two or three of them together, that name the treatment of `wanted`, in reading order."""
    for page in record.pages:
        lines = [line for line in page.text.splitlines() if line.strip()]
        for row, line in enumerate(lines):
            if not same_treatment(parse_lock(uncelled(line)), wanted) or _SOURCE.search(line):
                continue
            block = [line, *_wrapped(lines[row + 1 : row + _WINDOW])]
            text = _LABEL.sub("", asked_part(" ".join(block)))
            yield Statement(text, parse_lock(text), span_of(record, page, block))


def _numbered(lines: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    block: list[str] = []
    for line in [*lines, "0. "]:
        if block and not NUMBERED.match(line) and request_patterns().end.match(plain(line)):
            break
        if NUMBERED.match(line) or line == "0. ":
            if block:
                yield block, tidy(NUMBERED.sub("", " ".join(block)))
            block = [] if line == "0. " else [line]
        elif block and not EMPTY_ROW.match(line):
            block.append(line)
    if block:
        yield block, tidy(NUMBERED.sub("", " ".join(block)))


def _wrapped(following: Sequence[str]) -> list[str]:
    """Lines that go on with the one before: they begin in the middle of a phrase or carry the decision."""
    taken: list[str] = []
    for line in following:
        if (
            _ROW.match(line)
            or LISTED.match(line)
            or not re.match(r"^\W*(?:[a-z(#\d]|NON|DENIED|MODIF|visits|refill)", line)
        ):
            break
        taken.append(line)
    return taken
