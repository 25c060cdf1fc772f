"""The header of a case, from the notice of assignment, the application, the RFA and the UR decision."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from drafter.case import CaseHeader, Record
from drafter.casefile.records.cues import fold
from drafter.casefile.records.days import all_dates, month_first
from drafter.casefile.records.forms import stacked

_NUMBER = re.compile(r"\bCM\s?([\dO]{2})\s?[-–—‐_]{1,2}\s?([\dO]{5,8})\b", re.IGNORECASE)
_ASKED = (
    r"(?:rfa|request for authorization|your (?:request|letter))(?: \(rfa\))?(?: form)?(?: was)?"
    r" (?:dated|of|signed(?: on)?)"
)
_INJURY = (
    r"date of (?:\w+ )?(?:\(?i?njury)(?: \(mm/dd/yyyy\))?|doi|d\.o\.i\.?|d/i|injur(?:y|ed)(?: of| on| date)?"
    r"|date of (?:loss|accident)|(?:accident|loss) date|fecha de (?:la )?lesion"
)
_DENIAL = (
    r"ur denial(?: date)?|date of utili[sz]ation review determination letter"
    r"|(?:ur|utili[sz]ation review) (?:decision|determination)(?: date)?"
    r"|date (?:of|on) (?:the )?(?:ur |denial |utili[sz]ation review )?(?:decision|denial|determination)(?: letter)?"
    r"|decision (?:disputed|in dispute|under review|at issue|reviewed)(?: is)?(?: dated| that of)?"
    r"|fecha de la carta ?de decision"
)
_RECEIVED = (
    r"(?:application|app|request)(?: for (?:imr|independent medical review))?\W{1,2}(?:was |has been )?"
    r"(?:received|rec.?d|filed)(?: (?:by|at|in) (?:\w+ ){0,4}?\w+(?= on\b))?(?: on| date)?"
    r"|received on|date (?:application )?received|(?:imr |application )?receipt date|received"
)
_APPLIED = r"application\W{1,2}(?:was )?(?:received|rec.?d)(?: on)?"
_ASSIGNED = (
    r"date (?:of )?assign(?:ed|ment)|assignment date"
    r"|assigned(?: it| the case| to (?:\w+ ){0,4}?\w+(?= on\b))?"
    r"(?: today)?(?: to this organi[sz]ation)?(?: on)?|to this organi[sz]ation on"
)
_OF_THE_OFFICE = ("correspondence", "other")
_PRIORITY = re.compile(
    r"\b(?:priority(?: is)?|(?:review )?type(?: of review)?)[\W_]+(standard|expedited|regular)\b"
    r"|\b(?:as|for|is|to) an? (standard|expedited|regular) (?:review|case)\b"
    r"|[(.|,;] ?(standard|expedited|regular)\b(?! form)"
)


def read_header(records: Sequence[Record], patient_records: Iterable[Record], fallback: str) -> CaseHeader:
    """Dates and labels; `patient_records` vote on the date of injury, `fallback` stands in for a missing number."""
    forms = [record for record in records if record.kind in ("correspondence", "application")]
    notices = [record for record in records if is_notice(record)]
    others = [record for record in records if record.kind in _OF_THE_OFFICE and record not in notices]
    decisions = [record for record in records if record.kind == "ur_decision" and record.date]
    denied = _labelled(_DENIAL, forms) or _latest(decisions)
    return CaseHeader(
        case_number=_case_number([*notices, *forms, *others]) or fallback,
        date_assigned=_labelled(_ASSIGNED, notices) or _labelled(_ASSIGNED, others),
        date_of_injury=_commonest(_INJURY, patient_records),
        ur_denial_date=denied,
        request_date=_requested([record for record in records if record.kind == "rfa"], denied)
        or _labelled(_ASKED, decisions),
        priority=_priority(notices),
        application_received=_labelled(_RECEIVED, notices) or _labelled(_APPLIED, others),
    )


def _latest(records: Sequence[Record]) -> dt.date | None:
    return max((record.date for record in records if record.date), default=None)


def _requested(forms: Sequence[Record], denied: dt.date | None) -> dt.date | None:
    """The date of the last form before the decision: a later one asks for something else, or asks again."""
    before = [form for form in forms if form.date and denied and form.date <= denied]
    return _latest(before) or _latest(forms)


def is_notice(record: Record) -> bool:
    """Whether the record is the notice by which the case was assigned."""
    texts = [fold(page.text) for page in record.pages]
    return record.kind in _OF_THE_OFFICE and any(_NUMBER.search(text) and "assign" in text for text in texts)


def _case_number(records: Sequence[Record]) -> str | None:
    found = (_NUMBER.search(page.text) for record in records for page in record.pages)
    return next((f"CM{_digits(match[1])}-{_digits(match[2])}" for match in found if match), None)


def _digits(written: str) -> str:
    """A number in which text recognition took noughts for letters."""
    return written.upper().replace("O", "0")


def _labelled(label: str, records: Iterable[Record]) -> dt.date | None:
    return next(_all_labelled(label, records), None)


def _all_labelled(label: str, records: Iterable[Record]) -> Iterator[dt.date]:
    pattern = re.compile(rf"\b(?:{label})\W{{0,24}}(?=\w)")
    for record in records:
        for page in record.pages:
            text = _reading(page.text)
            for found in pattern.finditer(text):
                days = all_dates(text[found.end() : found.end() + 24])
                if days and days[0].start == 0:
                    yield days[0].value


@lru_cache(maxsize=512)
def _reading(text: str) -> str:
    """A page on one line, behind it its labels with the values that stand below them."""
    stack = (read for _, read in stacked([line for line in text.splitlines() if line.strip()]))
    return month_first(" ".join(" ; ".join([fold(text), *map(fold, stack)]).split()))


def _commonest(label: str, records: Iterable[Record]) -> dt.date | None:
    counted = Counter(_all_labelled(label, records)).most_common(1)
    return counted[0][0] if counted else None


def _priority(records: Sequence[Record]) -> str | None:
    for record in records:
        for page in record.pages:
            found = _PRIORITY.search(_reading(page.text))
            if found:
                word = found[1] or found[2] or found[3]
                return "Standard" if word == "regular" else word.title()
    return None
