"""The work behind `drafter records`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from drafter.case import Case, Record, Span
from drafter.casefile import CaseFile, index_case_file, is_case_file
from drafter.casefile.places import page_ranges
from drafter.cli.problems import tell
from drafter.cli.progress import step
from drafter.cli.tables import show, table
from drafter.intake import load_case_file
from drafter.settings import load_settings

DONE, INCOMPLETE = 0, 1


def print_index(path: Path, as_json: bool) -> int:
    """Print the index of a case; what could not be read goes to stderr and into the exit code."""
    with step(f"Reading {path.name}") as progress:
        case, problems = _read(path, progress)
    for problem in problems:
        tell(f"{problem.file}: {problem.message}")
    if as_json:
        sys.stdout.write(json.dumps(_as_json(case), indent=2) + "\n")
    else:
        _print(case)
    return INCOMPLETE if any(problem.lost for problem in problems) else DONE


def _read(path: Path, progress: Callable[[object], None]) -> CaseFile:
    if is_case_file(path):
        return index_case_file(path, load_settings().home, progress)
    return load_case_file(path, progress)


def _documents(case: Case) -> list[Record]:
    return [record for record in case.records if record.kind != "request"]


def _print(case: Case) -> None:
    grid = table("Id", "Kind", "Title", "Author", "Date", "Pages", "Remark", whole=("Id", "Kind", "Date"))
    for record in _documents(case):
        grid.add_row(
            record.id, record.kind, record.title, record.author or "", str(record.date or ""), page_ranges(record),
            remark(record),
        )  # fmt: skip
    show(grid)
    for line in _notes(case):
        show(line)


def remark(record: Record) -> str:
    """What the reader of the index has to know of a record."""
    unread = [page.number for page in record.pages if page.unread]
    said = [
        f"repeats {record.duplicate_of}" if record.duplicate_of else "",
        "after the UR decision" if record.after_ur else "",
        f"unread: page {', '.join(map(str, unread))}" if unread else "",
    ]
    return "; ".join(filter(None, said))


def _notes(case: Case) -> Iterator[str]:
    for item in case.items:
        yield f"item {item.number}: {item.request} ({item.lock.ur_action})"
    for missing in case.missing:
        dated = f" of {missing.date}" if missing.date else ""
        yield f"missing: {missing.description}{dated}, mentioned in {_place(case, missing.mentioned)}"
    for apart in case.set_apart:
        yield f"set apart: {apart.source.file} p. {apart.source.page}: {apart.reason}"
    for found in case.discrepancies:
        where = " and ".join(_place(case, span) for span in found.places)
        yield f"disagreement on item {found.item}: {found.message} ({where})"


def _place(case: Case, span: Span) -> str:
    record = case.record(span.record)
    source = record.pages[span.page - 1].source if record else None
    return f"{source.file} p. {source.page}" if source else f"{span.record} p. {span.page}"


def _as_json(case: Case) -> dict[str, Any]:
    """The index without the text of the pages."""
    whole = case.model_dump(mode="json", exclude={"records": {"__all__": {"pages": {"__all__": {"text"}}}}})
    whole["records"] = [record for record in whole["records"] if record["kind"] != "request"]
    return whole
