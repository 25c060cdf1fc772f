"""The header of a case, from the notice of assignment, the application, the RFA and the UR decision."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.case import CaseHeader, Record
from drafter.casefile.records.cues import fold
from drafter.casefile.records.days import all_dates

_NUMBER = re.compile(r"\bCM\d{2}-\d{5,8}\b", re.IGNORECASE)
_INJURY = r"date of (?:\w+ )?(?:\(?i?njury)(?: \(mm/dd/yyyy\))?|doi|d\.o\.i\.?|d/i|injur(?:y|ed)(?: of| on)?"
_DENIAL = (
    r"ur denial date|date of utili[sz]ation review determination letter|decision (?:disputed|in dispute)(?: is dated)?"
)
_RECEIVED = r"application (?:was )?received(?: on)?|received on|date (?:application )?received"
_ASSIGNED = (
    r"date (?:of )?assign(?:ed|ment)|assignment date|assigned(?: to this organi[sz]ation)?(?: on)?"
    r"|to this organi[sz]ation on"
)
_PRIORITY = re.compile(
    r"\b(?:priority(?: is)?|review type)[\W_]+(standard|expedited|regular)\b"
    r"|\bas an? (standard|expedited) review\b"
)


def read_header(records: Sequence[Record], patient_records: Iterable[Record], fallback: str) -> CaseHeader:
    """Dates and labels; `patient_records` vote on the date of injury, `fallback` stands in for a missing number."""
    forms = [record for record in records if record.kind in ("correspondence", "application")]
    notices = [record for record in forms if is_notice(record)]
    rfa = [record for record in records if record.kind == "rfa" and record.date]
    decisions = [record for record in records if record.kind == "ur_decision" and record.date]
    return CaseHeader(
        case_number=_case_number(notices or forms) or fallback,
        date_assigned=_labelled(_ASSIGNED, notices),
        date_of_injury=_commonest(_INJURY, patient_records),
        ur_denial_date=_labelled(_DENIAL, forms) or _latest(decisions),
        request_date=_latest(rfa),
        priority=_priority(notices),
        application_received=_labelled(_RECEIVED, notices),
    )


def _latest(records: Sequence[Record]) -> dt.date | None:
    return max((record.date for record in records if record.date), default=None)


def is_notice(record: Record) -> bool:
    """Whether the record is the notice by which the case was assigned."""
    text = fold(record.pages[0].text)
    return record.kind == "correspondence" and bool(_NUMBER.search(text)) and "assign" in text


def _case_number(records: Sequence[Record]) -> str | None:
    found = (_NUMBER.search(page.text) for record in records for page in record.pages)
    return next((match[0].upper() for match in found if match), None)


def _labelled(label: str, records: Iterable[Record]) -> dt.date | None:
    return next(_all_labelled(label, records), None)


def _all_labelled(label: str, records: Iterable[Record]) -> Iterator[dt.date]:
    pattern = re.compile(rf"\b(?:{label})\W{{0,24}}(?=\w)")
    for record in records:
        for page in record.pages:
            text = " ".join(fold(page.text).split())
            for found in pattern.finditer(text):
                days = all_dates(text[found.end() : found.end() + 24])
                if days and days[0].start == 0:
                    yield days[0].value


def _commonest(label: str, records: Iterable[Record]) -> dt.date | None:
    counted = Counter(_all_labelled(label, records)).most_common(1)
    return counted[0][0] if counted else None


def _priority(records: Sequence[Record]) -> str | None:
    for record in records:
        for page in record.pages:
            found = _PRIORITY.search(" ".join(fold(page.text).split()))
            if found:
                word = found[1] or found[2]
                return "Standard" if word == "regular" else word.title()
    return None
