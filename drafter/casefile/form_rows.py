"""What a request for authorization asks for: the rows of its table, its labels, its sentences, or any line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import Lock, Record
from drafter.casefile.labelled import labelled_requests, request_text
from drafter.casefile.merged_rows import parted
from drafter.casefile.records.view import uncelled
from drafter.casefile.sentences import asked_in_sentences, named_in_subject
from drafter.casefile.several import spread
from drafter.casefile.statements import (
    MARKER,
    Statement,
    distinct,
    is_known,
    lines_between,
    same_treatment,
    statement,
    tidy,
)
from drafter.lock import parse_lock

_RFA_BEGINS = re.compile(
    r"\bknown\)|\bservice/good\b.*$|^\W*#?\s*service\s+code\b"
    r"|^\W*(?:dx|diagnos[ei]s)\b.{0,40}\b(?:services?|treatments?|procedures?)\b.{0,40}\b(?:cpt|freq\w*|qty|how|units)\b"
    r"|\bother infor?mation\b"
)
_RFA_ENDS = re.compile(
    r"\brequesting physician signature\b|\bphysician.?s? signature\b|\bclaims administrator/utili[sz]ation\b"
    r"|_x_|^\W*signed\b|^\W*see (?:the |my )?(?:pr-?2|reports?|notes?)\b|^\W*date\W{1,4}\d"
    r"|^\W*(?:\d[.)]?\s+)?(?:(?:reports?|documents?|records?|documentation) )?attach(?:ed|ments?)\W*$"
)
_ICD = re.compile(r"\b(?:[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})|\d{3}\.\d{1,2})\b")
_CODE = r"(?:[A-Z]\d{4}|\d{5}|\d{4}[FTU])"
_CPT = re.compile(rf"\b{_CODE}(?:\s*[,/]\s*{_CODE})*\b")
_SPACED = re.compile(r"\s+(?=[,;])")
_ELSEWHERE = re.compile(r"\b(?:see|per|as) (?:the )?attached\b|\battached (?:sheet|list|report)\b", re.IGNORECASE)
"""A row that leaves what is asked for to another page."""
_NEW_ROW = re.compile(
    r"^\W{0,2}\d{1,2}[.)]?[\s|]+(?!(?:times?|x|visits?|sessions?|weeks?|days?|months?|tablets?|capsules?|units?|refills?|hours?)\b)[A-Za-z]"
)
_NAMES_FORM = re.compile(r"\b(?:form RFA|request for authori[sz]ation|RFA (?:form|sheet))\b", re.IGNORECASE)
_FORM = re.compile(r"\bRFA\b")
_BOX = re.compile(r"^\W{0,3}(?:\[[xX]\]|☒|☑)")


def form_requests(record: Record) -> list[Statement]:
    """What an RFA asks for: the rows of its table, its labels, its sentences, or any line of it."""
    readers = (
        _table_rows,
        labelled_requests,
        _marked_rows,
        _coded_rows,
        asked_in_sentences,
        named_in_subject,
        _any_line,
    )
    asked = ([entry for entry in read(record) if not _names_form(entry)] for read in readers)
    return next(filter(None, asked), [])


def _names_form(entry: Statement) -> bool:
    """Whether "RFA" is the form: a radiofrequency ablation has a place on the body."""
    placed = entry.lock.sites or entry.lock.levels
    return not placed and not _is_request(parse_lock(_FORM.sub(" ", entry.text))) and bool(_FORM.search(entry.text))


def _table_rows(record: Record) -> list[Statement]:
    """The rows of the table of a request for authorization, its diagnosis and procedure codes left out."""
    found = []
    for page in record.pages:
        lines = lines_between(page, _RFA_BEGINS, _RFA_ENDS)
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


def _coded_rows(record: Record) -> list[Statement]:
    """Rows that begin with a diagnosis code and name a treatment, of a table whose heading is not a usual one."""
    found = []
    for page in record.pages:
        for line in page.text.splitlines():
            code = _ICD.search(line)
            text = request_text(line)
            if code and not re.search(r"\w", line[: code.start()]) and is_known(parse_lock(text)):
                found.append(statement(record, page, [line], text))
    return distinct(found)


def _any_line(record: Record) -> list[Statement]:
    """The first line of a short form that names a treatment: home-made sheets have no labels."""
    for page in record.pages:
        for line in page.text.splitlines():
            entry = statement(record, page, [line], request_text(line))
            if is_known(entry.lock) and not _NAMES_FORM.search(line) and not _names_form(entry):
                return spread([entry])
    return []


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
    bare = MARKER.sub("", _SPACED.sub("", _CPT.sub(" ", _ICD.sub(" ", text))).strip())
    return tidy(re.sub(r"^\W*\d{1,2}[.)]?\s+(?=[A-Za-z])", "", bare))
