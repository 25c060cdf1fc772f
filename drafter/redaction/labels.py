"""Values that stand beside their label in forms: numbers, employers, organisations, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.redaction.model import Kind


class Value(NamedTuple):
    """What a label says of the case: `text[start:end]`."""

    start: int
    end: int
    kind: Kind


_MARK = r"(?:\s*\([^)\n]{0,60}\))?(?:[ \t]*[:#=|][ \t#]*(?:\n[ \t]*)?|[ \t]+)"
_NO = r"(?:number|numbers|nos?\b\.?|num\b\.?|#|id\b)"
_CODE = r"(?P<value>(?:[A-Za-z]{1,4}[ ])?(?=[^\s,;]*\d[^\s,;]*\d)[A-Za-z0-9*]+(?:[-‐–/.][A-Za-z0-9*]+)*)"
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d")
PUBLIC_NUMBER = re.compile(r"CM\d{2}-\d{7}", re.IGNORECASE)
"""The number of the review itself, which every published determination carries."""

_BARE_CLAIM = re.compile(
    r"(?i:(?<!\w)(?:claim|clm))\s{1,2}(?P<value>(?=(?:[^\s\d]*\d){5})[A-Za-z0-9]+(?:[-‐–/.][A-Za-z0-9]+)*)"
)
_BARE_RECORD = re.compile(
    r"(?i:(?<!\w)(?:chart|acct|account|mrn|file|accession"
    r"|specimen))[ \t]+(?P<value>(?=\S*[A-Za-z-])(?=(?:[^\s\d]*\d){4})[A-Za-z0-9]+(?:[-‐–/][A-Za-z0-9]+)+)"
)
_CLAIM = (
    rf"(?:claim|clm)[ ]*(?:{_NO}|(?=:))|wcis[^:\n]{{0,40}}|(?:wcab|eams|adj)[ ]*(?:case[ ]*)?{_NO}?"
    rf"|policy[ ]*{_NO}|your[ ]+(?:file|ref(?:erence)?|{_NO})|claimant[ ]*{_NO}"
)
_RECORD = (
    rf"m\.?r\.?n\.?[ ]*{_NO}?|m\.?r\.?[ ]*#|med(?:ical)?\.?[ ]+rec(?:ord)?s?\.?[ ]*{_NO}?|(?:chart|patient|pt"
    rf"|acct|account|member|subscriber|encounter|accession|acc|specimen|visit|exam|requisition|order|file"
    rf"|our[ ]+file|record|study|reference|ref|referral|case|authorization|auth|certification|review|confirmation"
    rf"|document|group|wcirb|hrn|unit|hosp(?:ital)?|episode|client|person)\.?[ ]*{_NO}|our[ ]+(?:file"
    rf"|ref(?:erence)?|{_NO})|(?:chart|file|ref|acct"
    rf"|accession)(?=:)"
)
_LICENSE = (
    rf"npi[ ]*{_NO}?|dea[ ]*{_NO}?|(?:california[ ]+|ca[ ]+|state[ ]+)?lic(?:ense)?\.?[ ]*{_NO}?"
    rf"|tax[ ]*id[ ]*{_NO}?|tin|ein|fein"
)


def _beside(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<![\w])(?:{label})){_MARK}{_CODE}")


_NUMBERS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_beside(_CLAIM), "claim number"),
    (_beside(_RECORD), "record number"),
    (_beside(_LICENSE), "license number"),
    (_BARE_CLAIM, "claim number"),
    (_BARE_RECORD, "record number"),
)
_SSN = re.compile(
    r"(?i:s\.?s\.?n\.?|s\.?s\.?\s*#|social\s+security(?:\s+(?:number|no\.?"
    r"|#))?)[\s:#.]{0,6}(?P<value>[\dOoIlXx*]{3}[\s-]?[\dOoIlXx*]{2}[\s-]?[\dOoIl]{4})(?!\w)"
)

_NEXT_LABEL = re.compile(
    r"\s{3,}|\t|\n|\||;|(?:(?<=\s)|^)(?:phone|tel|telephone|fax|address|occupation|job|wcis|claims?|date"
    r"|d\.?o\.?[bi]|dob|doi|contact|specialty|npi|e-?mail|employer|employee|adjuster|insurance|insurer|carrier"
    r"|ss[n#]|sex|age|mrn|title|city|state|zip|nature|policy|adj|wcab|patient|attorney|physician|provider|name"
    r"|practice|company|authorization|gender|supervisor|type|position|since|as|where|when|for|from|who|with"
    r"|and sustained|on|in|at|until|when|while|doing|has|had|is|was)\b(?![.]?[a-z])",
    re.IGNORECASE,
)
_PROPER = re.compile(
    r"[A-Z0-9][\w'’.&/-]*(?:[ ](?:of|the|and|de|la|&|for|at)(?=[ ][A-Z])|[ ][A-Z0-9&][\w'’.&/-]*|,[ ](?:Inc|LLC"
    r"|LLP|Ltd|Co|Corp)\b\.?)*"
)
_EMPLOYERS = re.compile(
    r"(?i:(?<!\w)(?:(?:employer|insured|policy ?holder|defendant|company|business)(?:['’]s)?"
    r"(?:[ ]+(?:name|at[ ]injury|of[ ]record))?(?:[ ]*\([^)\n]*\))?[ \t]*[:|][ \t]*(?:\n[ \t]*)?"
    r"|(?:(?:employed|hired|employment)(?:[ ]+(?:as|full[- ]time|part[- ]time)(?:[ ]+[a-z]+){0,4})?[ ]+(?:by"
    r"|at|with|for)"
    r"|(?:works?|worked|working)(?:[ ]+as(?:[ ]+[a-z]+){1,5})?[ ]+(?:for|at)|employee[ ]+of)[ ]+(?:the[ ]+)?))"
)
_ORGANIZATIONS = re.compile(
    r"(?i:(?<!\w)(?:practice[ ]+name|company[ ]+name|claims[ ]+administrator(?:[ ]+name)?|insurer"
    r"|insurance(?:[ ]+(?:company|carrier))?(?:[ ]+name)?|carrier|third[- ]party[ ]+administrator|tpa|law[ ]+firm"
    r"|facility(?:[ ]+name)?|pharmacy|clinic)[ \t]*[:|][ \t]*)"
)


def find_numbers(text: str) -> Iterator[Value]:
    """Numbers of claims, records, licences and social security beside their labels; dates are none."""
    for pattern, kind in _NUMBERS:
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".-/")
            digits = sum(letter.isdigit() for letter in value)
            if digits >= 3 and not _DATE.fullmatch(value) and not PUBLIC_NUMBER.fullmatch(value):
                yield Value(match.start("value"), match.start("value") + len(value), kind)
    for match in _SSN.finditer(text):
        yield Value(match.start("value"), match.end("value"), "ssn")


def find_organizations(text: str) -> Iterator[Value]:
    """Employers, and practices and administrators of a claim, as forms and histories name them."""
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = ((_EMPLOYERS, "employer"), (_ORGANIZATIONS, "organization"))
    for pattern, kind in kinds:
        for match in pattern.finditer(text):
            end = proper_end(text, match.end())
            if end - match.end() > 2:
                yield Value(match.end(), end, kind)


def proper_end(text: str, start: int) -> int:
    """Where the capitalised words from `start` on end, or the next label begins."""
    proper = _PROPER.match(text, start)
    if not proper:
        return start
    stop = _NEXT_LABEL.search(proper[0])
    if stop and not stop.start():
        return start
    value = proper[0][: stop.start()] if stop else proper[0]
    return start + len(value.rstrip(" ,.-"))
