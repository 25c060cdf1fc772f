"""What a document is called in the list of documents."""

from __future__ import annotations

import re
from collections.abc import Collection

from drafter.case import RecordKind
from drafter.casefile.records.cues import fold, kind_name
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.kinds import Classified
from drafter.casefile.records.names import behind_name
from drafter.casefile.records.view import PageView

_OWN_NAME = frozenset({"application", "rfa", "prior_imr"})
"""Forms are called by their name, whatever text recognition made of their headline."""
_BY_STUDY = frozenset({"imaging", "operative_report"})
"""Papers that are called by what was studied or done."""
_LEAD = re.compile(
    r"^\W*(?:(?:re|subject|exam(?:ination)?|study|procedure|procedures performed|title|exam type)\s*:\s*"
    r"|exam(?:ination)?\s+(?!of\b|report)|state of california\b\W*)",
    re.I,
)
_TIME = re.compile(r"^\W*\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s+", re.I)
_TAIL = re.compile(r"\s*(?:[-–—:|,]|\bof|\bdated|\bon|\bfor)\s*$", re.I)
_BEHIND = re.compile(r"\s+(?:client|patient|name|dob|claim|date|member|department|provider|encounter)\b\s*:.*$", re.I)
_WRITER = re.compile(r"\s+by\s+[A-Z][\w.'-]+ [A-Z].*$|\bat \d{1,2}:\d\d\s*[AP]M.*$")
_PAPER = re.compile(
    r"\b(?:notes?|reports?|records?|letters?|(?:re-?)?evaluation|(?:re-?)?examination|consult(?:ation)?|determination"
    r"|decision|denial|(?:partial )?approval|(?:non-?)?certification|notice|requests?|application|summary|log"
    r"|(?:flow ?)?sheet|card|sign-?in|attendance|visit|encounter|history|statement|explanation|agreement|contract"
    r"|certificat\w+|declaration|proof|affidavit|subpoena|deposition|invoice|bill|tests?|screen|profile|prescription"
    r"|orders?|appeal|message|e-?mail|memo\w*|fax|cover|offer|addendum|assign\w+|authorization|plan|ledger|account|study"
    r"|session|questionnaire|intake|instructions|pr-?[24]|supplemental|transmittal|quotation|follow-?up|recheck"
    r"|resolution|agreed|panel qualified)\b",
    re.I,
)
"""Words for papers: a line without one is the name of a house or of an office."""
_CALLED = (
    ("progress_note", re.compile(r"\bemergency\b|\bed\b|\ber\b"), "Emergency department note"),
    ("progress_note", re.compile(r"\burgent care\b"), "Urgent care note"),
    ("other", re.compile(r"\btoxicolog|\blaborator|\banalyte\b|\bspecimen\b"), "Laboratory report"),
    ("other", re.compile(r"\bpharmacy\b|\bndc\b|\brx ?#|\bfill(?:ed|s)?\b.*\bqty\b"), "Prescription history"),
)
"""Papers whose headline is only the name of a house, by what that house does."""
_PARTS = 3
_LONGEST = 90
_KEPT = frozenset(re.findall(r"\S+", "MRI MR CT EMG NCS NCV PR-2 QME AME IMR UR DWC RFA CURES PT OT ER ED PM&R TENS"))


def title_of(classified: Classified, view: PageView, patient: Collection[str] = ()) -> str:
    """The document's headline in plain case, without its date and the patient's name; what such a paper is called
    where its headline does not say."""
    if classified.kind in _OWN_NAME:
        return kind_name(classified.kind)
    if classified.row is None:
        return _called(classified.kind, view.folded_text)
    line = _without_date(_LEAD.sub("", view.lines[classified.row]), view.folded[classified.row])
    line = _without_writer(_TAIL.sub("", _BEHIND.sub("", _without_patient(line, patient))))
    line = _first_part(classified.kind, line).strip(" .:;,-–—_*·|")
    if not 3 <= len(line) <= _LONGEST or not (classified.kind in _BY_STUDY or _PAPER.search(fold(line))):
        return _called(classified.kind, view.folded[classified.row])
    return _plain_case(line)


def _called(kind: RecordKind, folded: str) -> str:
    return next((name for one, sign, name in _CALLED if one == kind and sign.search(folded)), kind_name(kind))


def _without_patient(line: str, patient: Collection[str]) -> str:
    """The line up to the patient's name, where that stands behind the headline."""
    starts = [found.start() for found in re.finditer(r"[^\W\d_][\w'-]+", line) if fold(found[0]) in patient]
    return line[: starts[0]] if starts else line


def _without_writer(line: str) -> str:
    """The line up to the name of the one who wrote: `NERVE STUDIES - Orla Vance, MD`."""
    plain = _WRITER.sub("", line)
    named = behind_name().search(plain)
    return (
        _TAIL.sub("", plain[: named.start()])
        if named and named.start() and _PAPER.search(plain[: named.start()])
        else plain
    )


def _first_part(kind: str, line: str) -> str:
    """Of a headline that goes on to tell of the visit what it says first."""
    parts = line.split(", ")
    return line if kind in _BY_STUDY or len(parts) < _PARTS else parts[0]


def _without_date(line: str, folded: str) -> str:
    for found in reversed(all_dates(folded)):
        written = folded[found.start : found.end]
        at = line.lower().find(written)
        if at >= 0:
            line = line[:at] + line[at + len(written) :]
    return " ".join(_TIME.sub("", line).split())


def _plain_case(line: str) -> str:
    """`UTILIZATION REVIEW DECISION - DENIAL` as `Utilization review decision - denial`; mixed case stays."""
    letters = [c for c in line if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return line[:1].upper() + line[1:]
    words = [word if _is_kept(word) else word.lower() for word in line.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _is_kept(word: str) -> bool:
    return word.strip("().,:;") in _KEPT or any(c.isdigit() for c in word)
