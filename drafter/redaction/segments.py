"""Messages between machines, printed out: the places of HL7 fields and X12 elements say what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.redaction.labels import Value
from drafter.redaction.model import Kind
from drafter.redaction.names import TOKEN, Name

_LINE = re.compile(r"(?m:^)[ \t]*(?P<segment>PID|NK1|GT1|IN1|PV1|ORC|OBR|TXA|ROL)\|[^\n]*")
_COMPONENTS = re.compile(
    rf"(?<=[|^~])(?P<last>{TOKEN})\^(?P<first>{TOKEN})(?:\^(?P<middle>{TOKEN}|[A-Z]))?(?=[|^~\s]|$)(?!\^\d{{5}})"
)
"""City and state stand like last and first name, before a postal code."""
_HL7: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?<=\|)(?:19|20)\d{6}(?=[|\s]|$)"), "date of birth"),
    (re.compile(r"(?<=\|)#?\d[^|^\n]*\^[^|\n]*\^[A-Z]{2}\^\d{5}[\d-]*"), "address"),
    (re.compile(r"(?<=[|^~])\(?\d{3}\)?[ -]?\d{3}-?\d{4}(?=[|^~\s]|$)"), "phone"),
)
_LABELLED = re.compile(rf"(?<=[:=] )(?P<last>{TOKEN})\^(?P<first>{TOKEN})(?:\^(?P<middle>{TOKEN}|[A-Z]))?(?=[\^\s]|$)")
"""The name of a picture's patient."""
_OF_PERSONS = frozenset({"PID", "NK1", "GT1", "IN1"})
"""Segments that tell of the patient, relatives and the insured; the others name who treats."""

_ENTITY = re.compile(
    rf"\bNM1\*\w\w\*1\*(?P<last>{TOKEN})\*(?P<first>{TOKEN})(?:\*(?P<middle>{TOKEN}|[A-Z]))?(?=[*~\s]|$)"
)
_X12: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\bNM1\*\w\w\*1(?:\*[^*~\n]*){5}\*(?:MI|34|SY|EI|24)\*(?P<value>[\w-]+)"), "record number"),
    (re.compile(r"\bNM1\*\w\w\*1(?:\*[^*~\n]*){5}\*XX\*(?P<value>\d{10})"), "license number"),
    (re.compile(r"\bDMG\*D8\*(?P<value>\d{8})"), "date of birth"),
    (re.compile(r"\bN3\*(?P<value>[^~\n]+)"), "address"),
    (re.compile(r"\bN4\*(?P<value>[^*~\n]+\*[A-Z]{2}\*\d{5,9})"), "address"),
    (re.compile(r"\bREF\*\w\w\*(?P<value>[\w-]*\d[\w-]+)"), "claim number"),
    (re.compile(r"\*TE\*(?P<value>\d{10})"), "phone"),
)


_DICOM = re.compile(
    rf"\(0010,?0010\)[ ]*(?:PN)?[ ]*\[?(?P<last>{TOKEN})\^(?P<first>{TOKEN})(?:\^(?P<middle>{TOKEN}|[A-Z]))?"
)
_DICOM_BIRTH = re.compile(r"\(0010,?0030\)[ ]*(?:DA)?[ ]*\[?(?P<value>(?:19|20)\d{6})")
"""The tags of a picture's patient."""


class Named(NamedTuple):
    """A name in the components of a message: `text[start:end]`."""

    name: Name
    of_patient: bool
    start: int
    end: int


def segment_values(text: str) -> Iterator[Value]:
    """Numbers, days of birth, addresses and phones of messages."""
    for pattern, kind in _X12:
        for match in pattern.finditer(text):
            yield Value(*match.span("value"), kind)
    for match in _DICOM_BIRTH.finditer(text):
        yield Value(*match.span("value"), "date of birth")
    for line in _LINE.finditer(text):
        for pattern, kind in _HL7 if line["segment"] in _OF_PERSONS else ():
            for match in pattern.finditer(text, line.start(), line.end()):
                yield Value(*match.span(), kind)


def segment_names(text: str) -> Iterator[Named]:
    """Everybody whom a message names by last and first name."""
    for match in _ENTITY.finditer(text):
        yield _named(match, of_patient=match[0][4:6] in ("QC", "IL"))
    for match in (*_LABELLED.finditer(text), *_DICOM.finditer(text)):
        yield _named(match, of_patient=True)
    for line in _LINE.finditer(text):
        for match in _COMPONENTS.finditer(text, line.start(), line.end()):
            yield _named(match, of_patient=line["segment"] == "PID")


def _named(match: re.Match[str], *, of_patient: bool) -> Named:
    middle = (match["middle"],) if match["middle"] else ()
    return Named(Name(match["first"], middle, match["last"]), of_patient, match.start("last"), match.end())
