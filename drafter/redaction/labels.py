"""Values that stand beside their label in forms: numbers, employers, organisations, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.redaction.cues import cue, either
from drafter.redaction.model import Kind


class Value(NamedTuple):
    """What a label says of the case: `text[start:end]`."""

    start: int
    end: int
    kind: Kind


_MARK = r"(?:\s*\([^)\n]{0,60}\))?(?:[ \t]*[:;#=|.]?[:;#=|][ \t#]*(?:\n[ \t]*)?|[ \t]+)"
_NO = r"(?:numbers?|n[úu]mero|nos?\b\.?|num\b\.?|#|id\b)"
_MORE = r"(?:[ ]\d{3,4}(?=[ ]*(?:[),;|\n]|$|[ ][A-Z]))){0,3}"
"""Further groups of a number that is written in groups."""
_PAIRS = r"\d{2,4}(?:[ ]\d{2,4}){1,4}(?![\w/.-])(?=[ ]*(?:[),;|\n]|$))"
"""A number in groups up to the end of its field."""
_CODE = (
    rf"(?P<value>{_PAIRS}|(?:[A-Za-z]{{1,4}}[ ])?(?=[^\s,;]*\d[^\s,;]*\d)"
    rf"[A-Za-z0-9*]+(?:[-‐–/._][A-Za-z0-9*]+)*{_MORE})"
)
DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d\d[/.-]\d\d")
PUBLIC_NUMBER = re.compile(r"CM\d{2}-\d{7}", re.IGNORECASE)
"""The number of the review itself, which every published determination carries."""

_BARE_CLAIM = re.compile(
    rf"{cue('claim')}\s{{1,2}}(?P<value>(?=(?:[^\s\d]*\d){{5}})[A-Za-z0-9]+(?:[-‐–/.][A-Za-z0-9]+)*)"
)
_BARE_RECORD = re.compile(
    r"(?i:(?<!\w)(?:chart|acct|account|mrn|file|accession"
    r"|specimen))[ \t]+(?P<value>(?=\S*[A-Za-z-])(?=(?:[^\s\d]*\d){4})[A-Za-z0-9]+(?:[-‐–/][A-Za-z0-9]+)+)"
)
_BARE_DIGITS = re.compile(
    r"(?i:(?<!\w)(?:certification|certificate|cert|acct|account|mrn|badge|state bar))\.?[ \t]+"
    r"(?P<value>\d{5,})(?![\w/-]|\.\d)"
)
_CLAIM = (
    rf"{either('claim')}[ .]*(?:(?:de[ ])?{_NO}|(?=[:|]))|{_NO}[ ]+(?:of[ ]|de[ ])?{either('claim')}"
    rf"|wcis[^:\n]{{0,40}}|(?:wcab|eams|adj)[ ]*(?:case[ ]*)?{_NO}?"
    rf"|policy[ ]*{_NO}|your[ ]+(?:file|ref(?:erence)?|{_NO})"
)
_RECORD = (
    rf"m\.?r\.?n\.?[ ]*{_NO}?|m\.?r\.?[ ]*#|{either('record')}\.?[ ]*{_NO}|our[ ]+(?:file|ref(?:erence)?|{_NO})"
    rf"|(?:chart|file|ref|acct|accession|serial|expediente|csn|fin|job|docket)(?=[:|])"
    rf"|i\.?d\.?(?=[ ]*[:;#|]|[ ]\d)[ ]*{_NO}?"
)
_LICENSE = (
    rf"npi[ ]*{_NO}?|dea[ ]*{_NO}?|(?:california[ ]+|ca[ ]+|state[ ]+)?lic(?:en[cs]e)?\.?[ ]*{_NO}?"
    rf"|tax[ ]*id[ ]*{_NO}?|tin|ein|fein|clia"
)


def _beside(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<![\w])(?:{label})){_MARK}{_CODE}")


_NUMBERS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_beside(_CLAIM), "claim number"),
    (_beside(_RECORD), "record number"),
    (_beside(_LICENSE), "license number"),
    (_BARE_CLAIM, "claim number"),
    (_BARE_RECORD, "record number"),
    (_BARE_DIGITS, "record number"),
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
    r"[A-Z0-9][\w'’.&/-]*(?:[ ](?:of|the|and|de|del|la|y|&|for|at)(?=[ ][A-Z])|[ ][A-Z0-9&][\w'’.&/-]*|,[ ](?:Inc|LLC"
    r"|LLP|Ltd|Co|Corp)\b\.?)*"
)
_EMPLOYERS = re.compile(
    rf"(?:{cue('employer')}(?:['’]s)?(?:[ ]+(?:name|at[ ]injury|of[ ]record))?(?:[ ]*\([^)\n]*\))?"
    r"[ \t]*[:|][ \t]*(?:\n[ \t]*)?"
    r"|(?i:(?<!\w)(?:(?:employed|hired|employment)(?:[ ]+(?:as|full[- ]time|part[- ]time)(?:[ ]+[a-z]+){0,4})?[ ]+"
    r"(?:by|at|with|for)|(?:works?|worked|working)(?:[ ]+as(?:[ ]+[a-z]+){1,5})?[ ]+(?:for|at)|employee[ ]+of"
    r"|trabaj[ao][ ]+(?:para|en))[ ]+(?:the[ ]+)?))"
)
_ORGANIZATIONS = re.compile(rf"{cue('organization')}[ \t]*[:|][ \t]*")


def find_numbers(text: str) -> Iterator[Value]:
    """Numbers of claims, records, licences and social security beside their labels; dates are none."""
    for pattern, kind in _NUMBERS:
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".-/")
            digits = sum(letter.isdigit() for letter in value)
            if digits >= 3 and not DATE.fullmatch(value) and not PUBLIC_NUMBER.fullmatch(value):
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
