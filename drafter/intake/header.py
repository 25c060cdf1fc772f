"""The block at the top of a letter, and what it says about its reviewer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from drafter.case import CaseHeader, Qualifications
from drafter.errors import InputError
from drafter.intake.lines import Line, join_lines
from drafter.text import find_dates

_LABELS = {
    "case_number": r"(?:(?:IMR|MAXIMUS|review)\s+)?case\s+(?:number|no\.?|ID|\#)",
    "date_assigned": r"(?:date\s+assigned|assigned\s+date|assignment\s+date)",
    "date_of_injury": r"(?:date\s+of\s+injury|injury\s+date)",
    "decision_date": r"(?:IMR\s+)?(?:decision|determination)\s+date|review\s+date"
    r"|date\s+of\s+(?:IMR\s+)?(?:decision|determination|review)",
    "ur_denial_date": r"(?:UR|utilization\s+review)\s+(?:denial|decision|determination)\s+date"
    r"|date\s+of\s+(?:UR|utilization\s+review)\s+(?:denial|decision|determination)",
    "priority": r"(?:review\s+)?priority",
    "application_received": r"(?:IMR\s+)?(?:application\s+)?(?:date\s+)?received|(?:application\s+)?received\s+date",
    "other": r"(?:employee|claimant|claim\s+number|employer|provider(?:\s+name)?|claims\s+administrator|specialty)",
}
_LABEL = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{label})" for name, label in _LABELS.items()) + r")\s*:", re.IGNORECASE
)
_CASE_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9-]*\d[A-Z0-9-]*", re.IGNORECASE)
_LICENSURE = re.compile(
    r"(?:state(?:s|\(s\))?\s+of\s+licensure|licensure|licensed\s+in)\s*:?\s*(.+?)"
    r"(?=\s*(?:[.;]\s|[.;]?$|certification|specialty|board\s+cert))",
    re.IGNORECASE,
)
_SPECIALTY = re.compile(
    r"(?:certification(?:s|\(s\))?\s*/\s*specialt(?:y|ies)|specialt(?:y|ies)|board\s+certifications?)\s*:\s*(.+?)"
    r"(?=\s*(?:[.;]\s|[.;]?$|state(?:s|\(s\))?\s+of\s+licensure|licensure\s*:|licensed\s+in))",
    re.IGNORECASE,
)
_CERTIFIED = re.compile(
    r"\bboard[- ]certified\s+in\s+(?P<board>.+?)(?:,?\s+(?:has|with)\s+a\s+subspecialty\s+in\s+(?P<sub>.+?))?"
    r"(?=,?\s+(?:and\s+)?(?:is\s+)?licensed\b|[.;]|$)",
    re.IGNORECASE,
)
_LICENSED = re.compile(r"\blicensed\s+(?:to\s+practice\s+)?in\s+(.+?)(?=[.;]|$)", re.IGNORECASE)
_BULLET = re.compile(r"^[-•*–]\s+")
_HIDDEN = re.compile(
    r"^\W*(?:redacted|n/?a|none|unknown|not\s+(?:stated|given|available|provided))?\W*$", re.IGNORECASE
)


class HeaderFields(NamedTuple):
    """The header's two halves; the decision date never goes into a case."""

    header: CaseHeader
    decision_date: date | None


def case_number(lines: Sequence[Line]) -> str | None:
    found = _CASE_NUMBER.match(_values(lines).get("case_number", ""))
    return found[0].upper() if found else None


def read_header(name: str, lines: Sequence[Line], number: str) -> HeaderFields:
    """Dates and labels of the header; a value that should be a date and is none is an InputError."""
    values = _values(lines)

    def day(field: str) -> date | None:
        return _date(name, field, values.get(field, ""))

    header = CaseHeader(
        case_number=number,
        date_assigned=day("date_assigned"),
        date_of_injury=day("date_of_injury"),
        ur_denial_date=day("ur_denial_date"),
        priority=_value(values.get("priority", "")),
        application_received=day("application_received"),
    )
    return HeaderFields(header, day("decision_date"))


def read_qualifications(lines: Sequence[Line]) -> Qualifications:
    """Licensure and specialty as the letter states them, as a list or in a sentence."""
    text = " ".join(line.text for line in lines)
    lines = [line._replace(text=_BULLET.sub("", line.text)) for line in lines]
    licensure = _listed(_LICENSURE, lines) or _sentence(_LICENSED, text)
    specialty = _listed(_SPECIALTY, lines)
    if specialty is None and (found := _CERTIFIED.search(text)):
        specialty = ", ".join(part for part in (found["board"], found["sub"]) if part)
    return Qualifications(licensure=_states(licensure or ""), specialty=_value(specialty or ""))


def _values(lines: Sequence[Line]) -> dict[str, str]:
    """The text after each label up to the next one; the first of a repeated label counts."""
    text = join_lines(lines)
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels), len(text)][1:]
    values: dict[str, str] = {}
    for label, end in zip(labels, ends, strict=True):
        values.setdefault(str(label.lastgroup), text[label.end() : end].strip())
    return values


def _date(name: str, field: str, value: str) -> date | None:
    if _HIDDEN.match(value):
        return None
    dates = find_dates(value)
    if not dates and any(character.isdigit() for character in value):
        label = field.replace("_", " ").replace("ur ", "UR ")
        raise InputError(f"{name}: {label} {value[:20]!r} is not a date; write it as MM/DD/YYYY")
    return dates[0].value if dates else None


def _value(text: str) -> str | None:
    return None if _HIDDEN.match(text) else text.strip()


def _listed(pattern: re.Pattern[str], lines: Sequence[Line]) -> str | None:
    """A labelled value: it begins a line and may be wrapped over the next ones."""
    for index, line in enumerate(lines):
        if pattern.match(line.text):
            wrapped = [line]
            while wrapped[-1].full and index + len(wrapped) < len(lines):
                wrapped.append(lines[index + len(wrapped)])
            found = pattern.match(join_lines(wrapped))
            return found[1] if found else None
    return None


def _sentence(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None


def _states(text: str) -> tuple[str, ...]:
    states = [state.strip() for state in re.split(r",|;|\band\b", text)]
    return tuple(state for state in states if not _HIDDEN.match(state))
