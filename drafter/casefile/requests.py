"""What each document says is asked for: the application's list, the rows of an RFA, the lines of a UR decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import Lock, Page, Record
from drafter.casefile.labelled import (
    EMPTY_ROW,
    LISTED,
    NUMBERED,
    all_labelled,
    labelled_requests,
    listed,
    request_text,
)
from drafter.casefile.merged_rows import parted
from drafter.casefile.records.cues import request_patterns
from drafter.casefile.records.view import plain, uncelled
from drafter.casefile.sentences import asked_in_sentences, named_in_subject, refused_in_sentences
from drafter.casefile.several import spread, without_notes
from drafter.casefile.statements import (
    MARKER,
    VERDICT,
    Statement,
    asked_part,
    distinct,
    is_known,
    same_treatment,
    span_of,
    statement,
    tidy,
)
from drafter.casefile.verdicts import answered, in_dispute
from drafter.lock import parse_lock

_LIST_BEGINS = re.compile(
    r"\blist each specific\b|\b(?:disputed|denied|requested) (?:medical )?(?:treatments?|services?|items?)\W*$"
)
_LIST_ENDS = re.compile(r"\bconsent to obtain\b|\bsignature\b|\bi allow\b")
_ROW = re.compile(r"^\W{0,2}\d{1,2}[.)]?[\s|]+[A-Z]")
_RFA_BEGINS = re.compile(
    r"\bknown\)|\bservice/good\b.*$|^\W*#?\s*service\s+code\b"
    r"|^\W*(?:dx|diagnos[ei]s)\b.{0,40}\b(?:services?|treatments?|procedures?)\b.{0,40}\b(?:cpt|freq\w*|qty|how|units)\b"
    r"|\bother infor?mation\b"
)
_RFA_ENDS = re.compile(
    r"\brequesting physician signature\b|\bphysician.?s? signature\b|\bclaims administrator/utili[sz]ation\b"
    r"|_x_|^\W*signed\b"
)
_ICD = re.compile(r"\b(?:[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})|\d{3}\.\d{1,2})\b")
_CPT = re.compile(r"\b(?:[A-Z]\d{4}|\d{5})(?:\s*,\s*(?:[A-Z]\d{4}|\d{5}))*\b")
_DECISION_LABEL = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s+"
    r"|(?:requests?|requested (?:service|treatment)s?|services?|treatments?|determination|decision)\b"
    r"[\s:.|-]*(?:den(?:y|ied)|non-?certif\w+|modif\w+)?[\s:.|-]*)",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:denied|non-?certified|not certified|not approved|modified|your request for)\b")
_ELSEWHERE = re.compile(r"\b(?:see|per|as) (?:the )?attached\b|\battached (?:sheet|list|report)\b", re.IGNORECASE)
"""A row that leaves what is asked for to another page."""
_NEW_ROW = re.compile(
    r"^\W{0,2}\d{1,2}[.)]?[\s|]+(?!(?:times?|x|visits?|sessions?|weeks?|days?|months?|tablets?|capsules?|units?|refills?|hours?)\b)[A-Za-z]"
)
_SOURCE = re.compile(r"\b(?:MTUS|ODG|ACOEM)\b|\bguidelines?\b", re.IGNORECASE)
"""A line that cites what a decision rests on."""
_NAMES_FORM = re.compile(r"\b(?:form RFA|request for authori[sz]ation|RFA (?:form|sheet))\b", re.IGNORECASE)
_BOX = re.compile(r"^\W{0,3}(?:\[[xX]\]|☒|☑)")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|the|be|been|that)\b", re.IGNORECASE)
_LONGEST = 160
_WINDOW = 3


def listed_items(record: Record) -> list[Statement]:
    """The items of an application: the numbered ones of its list, or what stands behind a label of another form."""
    found = []
    for page in record.pages:
        rows = _between(page, _LIST_BEGINS, _LIST_ENDS)
        found += [statement(record, page, item, text) for item, text in _numbered(rows)] or listed(record, page, rows)
    found = spread(found) or labelled_requests(record) or _numbered_anywhere(record)
    return [without_notes(entry) for entry in found]


def _numbered_anywhere(record: Record) -> list[Statement]:
    """Numbered lines that name a treatment, for an application whose heading could not be read."""
    found = []
    for page in record.pages:
        for line in page.text.splitlines():
            text = request_text(line)
            if NUMBERED.match(line) and is_known(parse_lock(text)):
                found.append(statement(record, page, [line], text))
    return distinct(found)


def form_requests(record: Record) -> list[Statement]:
    """What an RFA asks for: the rows of its table, its labels, its sentences, or any line of it."""
    return (
        _table_rows(record) or labelled_requests(record) or _marked_rows(record) or asked_in_sentences(record)
        or named_in_subject(record) or _any_line(record)
    )  # fmt: skip


def decided_requests(record: Record) -> list[Statement]:
    """The treatments that a UR decision denies or modifies, by its labels, its lines or its sentences."""
    found = distinct(in_dispute(record, all_labelled(record) or _decided_lines(record, _DECISION_LABEL)))
    found = (
        found or answered(record) or _ruled_lines(record) or spread(refused_in_sentences(record))
        or distinct(in_dispute(record, _decided_lines(record, _DECIDED)))
    )  # fmt: skip
    return [_as_asked(entry) for entry in found or named_in_subject(record) or asked_in_sentences(record)]


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


def _table_rows(record: Record) -> list[Statement]:
    """The rows of the table of a request for authorization, its diagnosis and procedure codes left out."""
    found = []
    for page in record.pages:
        lines = _between(page, _RFA_BEGINS, _RFA_ENDS)
        for block in _blocks(lines):
            several = parted(_CPT.sub(" ", " ".join(block))) if page.ocr_confidence is not None else []
            if several:
                found += [statement(record, page, block, tidy(text)) for text in several]
                continue
            entry = statement(record, page, block, _request_of(uncelled(" ".join(block))))
            if _is_request(entry.lock) and not _ELSEWHERE.search(entry.text):
                found.append(entry)
    return spread(found)


def _is_request(lock: Lock) -> bool:
    return is_known(lock) or lock.ancillary


def _marked_rows(record: Record) -> list[Statement]:
    """Rows with a number or a letter that name a treatment, wherever a form has them."""
    found = []
    for page in record.pages:
        for line in page.text.splitlines():
            text = request_text(MARKER.sub("", line))
            if (MARKER.match(line) or _BOX.match(line)) and is_known(parse_lock(text)):
                found.append(statement(record, page, [line], text))
    return distinct(found)


def _any_line(record: Record) -> list[Statement]:
    """The first line of a short form that names a treatment: home-made sheets have no labels."""
    for page in record.pages:
        for line in page.text.splitlines():
            text = request_text(line)
            if is_known(parse_lock(text)) and not _NAMES_FORM.search(line):
                return spread([statement(record, page, [line], text)])
    return []


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
            text = asked_part(" ".join(block))
            yield Statement(text, parse_lock(text), span_of(record, page, block))


def _between(page: Page, begins: re.Pattern[str], ends: re.Pattern[str]) -> list[str]:
    """The lines after the last heading that matches `begins`, up to the first that matches `ends`."""
    lines = [line for line in page.text.splitlines() if line.strip()]
    folded = [plain(line) for line in lines]
    starts = [row for row, line in enumerate(folded) if begins.search(line)]
    if not starts:
        return []
    stop = next((row for row in range(starts[0] + 1, len(lines)) if ends.search(folded[row])), len(lines))
    inside = [row for row in starts if row < stop]
    return lines[inside[-1] + 1 : stop]


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


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Rows of a table: a line with a diagnosis code or an own number begins one, the others go on with it."""
    block: list[str] = []
    for line in lines:
        if block and (_ICD.search(line) or _NEW_ROW.match(line) or _adds(block, line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _adds(block: Sequence[str], line: str) -> bool:
    """Whether a row without a diagnosis asks for something else than the one above, whose diagnosis goes on."""
    one = parse_lock(_CPT.sub(" ", uncelled(" ".join(block))))
    cells = [parse_lock(cell) for cell in line.split("|")[:-1]]
    return _is_request(one) and any(_is_request(cell) and not same_treatment(one, cell) for cell in cells)


def _request_of(row: str) -> str:
    """The service asked for: what stands behind the diagnosis code, or before it where nothing follows."""
    code = _ICD.search(row)
    behind = row[code.end() :] if code else row
    text = behind if code and len(re.findall(r"[A-Za-z]{3,}", behind)) >= 2 else _ICD.sub(" ", row)
    return tidy(re.sub(r"^\W*\d{1,2}[.)]?\s+(?=[A-Za-z])", "", _CPT.sub(" ", text)))


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
