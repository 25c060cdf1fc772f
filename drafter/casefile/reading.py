"""From what an organisation is sent to a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.case import Case, Record, RecordKind
from drafter.casefile.header import is_notice, read_header
from drafter.casefile.items import Sources, read_items
from drafter.casefile.pages import FileProblem, Progress, read_pages
from drafter.casefile.pages.reading import counted
from drafter.casefile.records import RecordIndex, index_records, mark_after_ur
from drafter.casefile.records.cues import kind_name
from drafter.casefile.records.index import NOT_RECOGNISED
from drafter.casefile.store import CaseStore, key_of
from drafter.errors import InputError
from drafter.intake.records import request_record

_REPORTS = ("progress_note", "consultation", "medical_legal")
_LETTERS = ("correspondence", "other")
_NAMED = 3
_SAME_WEEKS = dt.timedelta(days=30)


class CaseFile(NamedTuple):
    """A case read from its files, and what of the files the user has to know."""

    case: Case
    problems: tuple[FileProblem, ...]


def read_case_file(path: Path, home: Path | None, progress: Callable[[Progress], None] | None = None) -> CaseFile:
    """Read a folder of files, or one file, into a case; an InputError where nothing in it says what is in dispute."""
    read = index_case_file(path, home, progress)
    if not read.case.items:
        raise InputError(f"{path}: {_nothing_in_dispute(read.case)}")
    return read


def index_case_file(path: Path, home: Path | None, progress: Callable[[Progress], None] | None = None) -> CaseFile:
    """The same without that demand: the documents of a file that nobody could draft from can be listed."""
    root = path if path.is_dir() else path.parent
    reading = read_pages([path], root, home, progress)
    if not reading.pages:
        detail = f": {reading.problems[0].file}: {reading.problems[0].message}" if reading.problems else ""
        raise InputError(f"{path}: no page could be read{detail}; give the folder or file that holds the records")
    store = CaseStore(home)
    key = key_of(reading.pages)
    case = store.get(key)
    if case is None:
        case = _case(index_records(reading.pages), f"unnumbered-{key[:8]}")
        store.put(key, case)
    return CaseFile(case, (*reading.problems, *_illegible(case), *_shortcomings(path, case)))


def _case(index: RecordIndex, fallback: str) -> Case:
    read = [record for record in index.records if not record.duplicate_of]
    header = read_header(read, read, fallback)
    sources = _sources(read, header.ur_denial_date)
    items, discrepancies = read_items(sources)
    records = mark_after_ur(index.records, header.ur_denial_date)
    if items:
        records = (request_record([item.request for item in items]), *records)
    return Case(
        header=header,
        records=records,
        items=items,
        missing=index.missing,
        set_apart=index.set_apart,
        discrepancies=discrepancies,
    )


def _sources(records: Sequence[Record], decided: object) -> Sources:
    """The application, the RFA and the decision that belong together: those of the decision in dispute."""
    decisions = [record for record in records if record.kind == "ur_decision"]
    decision = next((record for record in decisions if record.date == decided), decisions[-1] if decisions else None)
    beside = [record for record in decisions if record is not decision and decision and _is_near(record, decision)]
    return Sources(
        application=next((record for record in records if record.kind == "application"), None),
        rfa=tuple(record for record in records if record.kind == "rfa"),
        decision=decision,
        beside=tuple(beside),
        reports=tuple(record for record in records if record.kind in _REPORTS),
        notices=tuple(record for record in records if is_notice(record)),
        letters=tuple(record for record in records if record.kind in _LETTERS and not is_notice(record)),
    )


def _is_near(one: Record, other: Record) -> bool:
    """Whether two decisions answer requests of the same weeks, so that one application may dispute both."""
    return bool(one.date and other.date and abs(one.date - other.date) <= _SAME_WEEKS)


def _illegible(case: Case) -> list[FileProblem]:
    """Scans whose writing could not be recognised, a line for each file: only the index knows of them."""
    pages: dict[str, list[int]] = {}
    for record in case.records:
        for page in record.pages:
            if page.source and page.unread == NOT_RECOGNISED:
                pages.setdefault(page.source.file, []).append(page.source.page)
    return [FileProblem(file=file, message=f"{counted(numbers)}: {NOT_RECOGNISED}") for file, numbers in pages.items()]


def _shortcomings(path: Path, case: Case) -> list[FileProblem]:
    """What the reviewer has to ask for before the draft can stand."""
    kinds = {record.kind for record in case.records}
    said = []
    if case.header.case_number.startswith("unnumbered-"):
        said.append("no IMR case number was found; the draft is filed under its content, add the notice of assignment")
    unread = _unread(case)
    if "application" not in kinds and unread:
        said.append(
            f"no application for independent medical review was read; {unread} may be it: read the page, "
            f"{_taken_from(case)}check them against it"
        )
    elif "application" not in kinds:
        said.append(f"holds no application for independent medical review; {_taken_from(case)}add it")
    elif _source_of(case) not in (None, "application"):
        said.append(f"the list of its application could not be read; {_taken_from(case)}check them against it")
    if "ur_decision" not in kinds and unread:
        said.append(f"no utilization review decision was read; {unread} may be it: read the page")
    elif "ur_decision" not in kinds:
        said.append("holds no utilization review decision; nothing shows what was denied, add it")
    return [FileProblem(file=path.name, message=message, lost=False) for message in said]


def _unread(case: Case) -> str:
    """The pages without text that may be the paper that is asked for; nothing where all were read."""
    pages = [page.source for record in case.records for page in record.pages if page.unread and page.source]
    named = ", ".join(f"{source.file} page {source.page}" for source in pages[:_NAMED])
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    return f"{'the unread page' if len(pages) == 1 else 'one of the unread pages'} {named}{more}" if pages else ""


def _source_of(case: Case) -> RecordKind | None:
    """The kind of the document that the items were taken from."""
    stated = next((item.stated for item in case.items if item.stated), None)
    record = case.record(stated.record) if stated else None
    return record.kind if record else None


def _taken_from(case: Case) -> str:
    """Where the items come from, in words with their page; nothing where there is none."""
    stated = next((item.stated for item in case.items if item.stated), None)
    record = case.record(stated.record) if stated else None
    if stated is None or record is None:
        return ""
    source = record.pages[stated.page - 1].source
    place = f" ({source.file} page {source.page})" if source else ""
    return f"the items are those of its {kind_name(record.kind).lower()}{place}, "


def _nothing_in_dispute(case: Case) -> str:
    kinds = {record.kind for record in case.records}
    absent = [
        name
        for kind, name in (
            ("application", "application for independent medical review"),
            ("rfa", "request for authorization"),
            ("ur_decision", "utilization review decision"),
        )
        if kind not in kinds
    ]
    if absent:
        return f"no disputed item was found: it holds no {' and no '.join(absent)}; add one of them"
    return "no disputed item was found in its application, RFA, UR decision, letters and reports; check their pages"
