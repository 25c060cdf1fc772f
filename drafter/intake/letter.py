"""Reading a determination letter into its two halves: the case and what was decided."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from drafter.case import Case, CaseHeader, DisputedItem, Lock, Qualifications
from drafter.citations import parse_guideline_line
from drafter.determination import Determination, DeterminedItem
from drafter.errors import NotADetermination
from drafter.intake.dependencies import with_dependencies
from drafter.intake.header import case_number, read_header, read_qualifications
from drafter.intake.layout import take_apart
from drafter.intake.lines import join_lines
from drafter.intake.parts import DecidedItem, Parts
from drafter.intake.reading import read_lines
from drafter.intake.records import documents_record, request_record, summary_record
from drafter.intake.request_date import find_request_date

_MODIFIED = re.compile(r"\bwas\s+the\s+original\s+request\b.*\bauthorized\b", re.IGNORECASE | re.DOTALL)
_FOLLOWS_SURGERY = re.compile(
    r"\b(?:surg\w+|operation|operative\s+procedure|procedure)\b[^.]{0,120}?\b(?:not\s+)?(?:medically\s+)?necessary\b"
    r"[^.]{0,120}?\b(?:ancillary|associated|dependent|post-?\s?operative|pre-?\s?operative|related)\b",
    re.IGNORECASE,
)


class Letter(NamedTuple):
    """A letter's two halves. Only the case may reach a draft; only evals and precedents see the other."""

    case: Case
    determination: Determination


def read_letter(path: Path) -> Letter:
    """Read a letter (Markdown, text or PDF, three layouts); one that is no letter is NotADetermination."""
    from drafter.lock.parse import parse_lock

    name = str(path)
    parts = take_apart(name, read_lines(path))
    if not parts.summary:
        raise NotADetermination(f"{path}: not a determination letter: its clinical case summary is empty")
    header, decision_date = read_header(name, parts.header, case_number(parts.header) or "")
    reviewer = read_qualifications(parts.qualifications)
    locks = [parse_lock(item.request) for item in parts.items]
    case = _case(header, reviewer, parts, locks)
    decided = [_determined(number, *pair) for number, pair in enumerate(zip(parts.items, locks, strict=True), start=1)]
    return Letter(
        case,
        Determination(
            case_number=header.case_number,
            decision_date=decision_date,
            reviewer=reviewer,
            clinical_summary=join_lines(parts.summary),
            items=tuple(decided),
        ),
    )


def _case(header: CaseHeader, reviewer: Qualifications, parts: Parts, locks: list[Lock]) -> Case:
    requests = [item.request for item in parts.items]
    records = [request_record(requests), summary_record(parts.summary)]
    if parts.documents:
        records.append(documents_record(parts.documents))
    items = [
        DisputedItem(number=number, request=request, lock=lock)
        for number, (request, lock) in enumerate(zip(requests, locks, strict=True), start=1)
    ]
    dated = header.model_copy(update={"request_date": find_request_date(join_lines(parts.summary), header)})
    return Case(header=dated, records=tuple(records), items=with_dependencies(items), reviewer=reviewer)


def _determined(number: int, item: DecidedItem, lock: Lock) -> DeterminedItem:
    citations = parse_guideline_line(item.reviewer_guideline)
    return DeterminedItem(
        number=number,
        request=item.request,
        lock=lock,
        outcome=item.outcome,
        claims_administrator_guideline=item.claims_administrator_guideline,
        reviewer_guideline=item.reviewer_guideline,
        citations=citations,
        rationale=item.rationale,
        derived=not citations and bool(_FOLLOWS_SURGERY.search(item.rationale)),
        modified_ur=bool(_MODIFIED.search(item.request)),
    )
