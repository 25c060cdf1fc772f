"""Numbers that stand beside their label: of claims, records, licences and social security."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.redaction.cues import cue, either
from drafter.redaction.days import is_date
from drafter.redaction.model import Kind


class Value(NamedTuple):
    """What a label says of the case: `text[start:end]`."""

    start: int
    end: int
    kind: Kind


_MARK = r"(?:\s*\([^)\n]{0,60}\))?(?:[ \t]*[:;#=|.]?[:;#=|][ \t#]*(?:\n[ \t]*)?|[ \t]+|(?<=#))"
_NO = r"(?:numbers?|nbr\.?|n[úu]mero|nos?\b\.?|no\(s\)\.?|num\b\.?|#|id\b)"
_MORE = r"(?:[ ]\d{3,4}(?=[ ]*(?:[(),;|\n]|$|[ ][A-Z]))){0,3}"
"""Further groups of a number that is written in groups."""
_PAIRS = r"\d{2,4}(?:[ ]\d{2,4}){1,4}(?![\w/.-])(?=[ ]*(?:[),;|\n]|$))"
"""A number in groups up to the end of its field."""
_GROUPS = (
    r"(?=(?:[^\n\d]{0,12}\d){5})(?:[A-Z]{1,4}|[A-Z]{0,3}\d{1,8}[A-Z]?)"
    r"(?:[ ](?:[A-Z]{1,2}|[A-Z]{0,2}\d{1,8}[A-Z]?)){1,4}"
    r"(?![\w/.-])(?=[ ]*(?:[(),;|\n]|$)|[ ]{2})"
)
"""Groups of digits and of a letter or two, up to the end of the field."""
_CODE = (
    rf"(?P<value>{_PAIRS}|{_GROUPS}|(?:[A-Za-z]{{1,4}}[ ])?(?=[^\s,;]*\d[^\s,;]*\d)"
    rf"[A-Za-z0-9*]+(?:[-‐–/._][A-Za-z0-9*]+)*{_MORE})(?![A-Za-z0-9%])"
)
PUBLIC_NUMBER = re.compile(r"CM\d{2}-\d{7}", re.IGNORECASE)
"""The number of the review itself, which every published determination carries."""

_BARE_CLAIM = re.compile(
    rf"{cue('claim')}\s{{1,2}}(?P<value>(?:[A-Z]{{1,4}}(?:-[A-Z]{{1,4}})?[ ])?"
    rf"(?=(?:[^\s\d]*\d){{5}})[A-Za-z0-9]+(?:[-‐–/.][A-Za-z0-9]+)*)"
)
_CLAIM_IN_GROUPS = re.compile(
    rf"(?:{cue('claim')}|(?i:(?<!\w)policy))[ ]{{1,2}}"
    rf"(?P<value>(?:[A-Z]{{1,5}}[ ])?\d{{2,8}}(?:[ ]\d{{2,8}}){{1,3}}(?![\w/-]|\.\d))"
)
_BARE_RECORD = re.compile(
    r"(?i:(?<!\w)(?:chart|acct|account|mrn|file|serial|accession"
    r"|specimen))[ \t]+(?P<value>(?=\S*[A-Za-z-])(?=(?:[^\s\d]*\d){4})[A-Za-z0-9]+(?:[-‐–/][A-Za-z0-9]+)+)"
)
_BARE_DIGITS = re.compile(
    r"(?i:(?<!\w)(?:certification|certificate|cert|invoice|grp|group|acct|account|mrn|badge|state bar))\.?[ \t]+"
    r"(?P<value>\d{5,})(?![\w/-]|\.\d)"
    r"|(?i:(?<!\w)(?:acct|account|mrn|chart|file|grp|group|lockbox|locker|gate code|badge))\.?[ \t]+"
    r"(?P<short>(?!(?:19|20)\d\d\b)\d{4,6})(?![\w/-]|\.\d)"
    r"|(?<![\w])(?i:plate)[ ](?:no\.?[ ])?(?P<plate>(?=[A-Z]*\d)[A-Z0-9]{5,8})(?!\w)"
)
_CLAIM = (
    rf"{either('claim')}[ .]*(?:(?:de[ ])?{_NO}|(?=[:|]))|{_NO}[ ]+(?:of[ ]|de[ ])?{either('claim')}"
    rf"|wcis[^:\n]{{0,40}}|(?:wcab|eams|adj)[ ]*(?:case[ ]*)?{_NO}?"
    rf"|pol(?:icy)?[ ]*(?:{_NO}|(?=[:|])|(?=[ ]\d{{4}}))|your[ ]+(?:file|ref(?:erence)?|{_NO})"
)
_RECORD = (
    rf"m\.r\.(?=[ ]\d{{5}})|m\.?r\.?n\.?[ ]*{_NO}?|m\.?r\.?[ ]*#"
    rf"|{either('record')}\.?[ ]*{_NO}|our[ ]+(?:file|ref(?:erence)?|{_NO})"
    r"|(?:chart|file|ref|acct|account|accession|serial|expediente|csn|fin|job|docket|badge|invoice|check|batch|requisition"
    r"|confirmation|ticket|tracking|encounter|certificate|member|subscriber"
    r"|specimen|dcn|tcn|icn|pid|med(?:ical)?[ ]rec(?:ord)?)(?=[ ]*[:|])"
    rf"|(?!{either('public')}|qty)(?-i:[A-Z]{{2,5}})#(?=[ ]?[\w-]*\d{{5}})"
    rf"|i\.?d\.?(?=[ ]*[:;#|]|[ ]\d)[ ]*{_NO}?"
)
_LICENSE = (
    rf"npi[ ]*{_NO}?|dea[ ]*{_NO}?|(?:california[ ]+|ca[ ]+|state[ ]+)?lic(?:en[cs]e)?\.?[ ]*{_NO}?"
    rf"|tax[ ]*id[ ]*{_NO}?|tin|ein|fein|clia|upin|(?:s\.?b\.?n\.?|(?:state[ ])?bar)[ ]*{_NO}?"
)


def _beside(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<![\w])(?:{label})){_MARK}{_CODE}")


_NUMBERS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_beside(_CLAIM), "claim number"),
    (_beside(_RECORD), "record number"),
    (_beside(_LICENSE), "license number"),
    (_BARE_CLAIM, "claim number"),
    (_CLAIM_IN_GROUPS, "claim number"),
    (_BARE_RECORD, "record number"),
    (_BARE_DIGITS, "record number"),
)
_SSN = re.compile(
    r"(?i:s\.?s\.?n\.?|s\.?s\.?\s*#|social\s+security(?:\s+(?:number|no\.?"
    r"|#))?)[\s:#.]{0,6}(?:(?i:card|on file|copy|issued)[ :]{1,3}){0,2}"
    r"(?P<value>[\dOoIlXx*]{3}[\s-]?[\dOoIlXx*]{2}[\s-]?[\dOoIl]{4}|(?:\d[ |-]{1,3}){8}\d)(?!\w)"
)
_SSN_END = re.compile(
    r"(?i:s\.?s\.?n\.?|s\.?s\.?#|social[ ]security)[^\n\d]{0,25}"
    r"(?:end(?:ing|s)(?:[ ](?:in|with))?|last[ ](?:4|four)[^\w\n]{0,6}(?:digits)?)"
    r"[^\w\n]{0,6}(?P<value>\d{4})(?!\d)"
)


_LISTED = 5
_COUNT = re.compile(r"\d{1,3}/\d{1,3}")
"""Visit 6 of 12."""
_LAST_FOUR = re.compile(
    r"(?i:last[ ](?:4|four)(?:[ ]digits)?[ ](?:of[ ])?(?:the[ ])?(?:ssn?|social(?:[ ]security)?(?:[ ]number)?)\b"
    r"[^\d\n]{0,12})(?P<value>\d{4})(?![\d/])"
)


_ANOTHER = re.compile(r"(?:[ ]?[/;&,][ ]?|,?[ ]and[ ])#?(?P<value>[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*)(?![\w/-])")


def _further(text: str, end: int, value: str, kind: Kind) -> Iterator[Value]:
    """Numbers of the same shape behind the first: "Claims 00-4471 and 00-4472"."""
    another = _ANOTHER.match(text, end)
    while another and _shape(another["value"]) == _shape(value) and len(value) >= _LISTED:
        yield Value(*another.span("value"), kind)
        another = _ANOTHER.match(text, another.end())


def _shape(number: str) -> str:
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "0", number))


def find_numbers(text: str) -> Iterator[Value]:
    """Numbers of claims, records, licences and social security beside their labels; dates are none."""
    for pattern, kind in _NUMBERS:
        for match in pattern.finditer(text):
            group = next(name for name in ("value", "short", "plate") if match.groupdict().get(name))
            value = match[group].rstrip(".-/")
            digits = sum(letter.isdigit() for letter in value)
            if digits >= 3 and not (_COUNT.fullmatch(value) or is_date(value) or PUBLIC_NUMBER.fullmatch(value)):
                yield Value(match.start(group), match.start(group) + len(value), kind)
                yield from _further(text, match.start(group) + len(value), value, kind)
    for match in (*_SSN.finditer(text), *_SSN_END.finditer(text), *_LAST_FOUR.finditer(text)):
        yield Value(match.start("value"), match.end("value"), "ssn")
