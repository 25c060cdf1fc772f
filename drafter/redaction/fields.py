"""What a form calls its boxes: which words, alone in a cell, are a label, and of what."""

from __future__ import annotations

import re
from typing import Literal, cast

from drafter.redaction.cues import either
from drafter.redaction.model import Kind

Field = Kind | Literal["day", "other"]
"""`day` and `other` hold nothing that is looked for, but keep their place in a row."""

_NO = r"(?:numbers?|nos?\.?|num\.?|#s?|id\.?)"
_WHOSE = r"(?:(?:our|your|carrier|insurer|tpa)[ ])?"
_DAY = (
    r"(?:date|day)s?[ ](?:of|for)[ ](?:injury|loss|accident|service|exam(?:ination)?|visit|hire|report|onset|request"
    r"|admission)|d\.?o\.?[ilsae]\.?|d/i|date|(?:[a-z]+[ ]){1,3}dates?|(?:admit|discharge|print)(?:ted|ed)?"
)
_OTHER = (
    r"sex|gender|age(?:/sex)?|race|marital(?:[ ]status)?|occupation|job[ ]title|body[ ]parts?|status|height|weight"
    r"|ht|wt|bmi|state|zip(?:[ ]code)?|st|type|visit|room|location|loc|time|page|printed|language|title"
    r"|nature[ ]of[ ]injury|specialty|department|dept|unit|diagnosis|dx|icd(?:-?\d+)?|modality|study|procedure|exam"
    r"|relation(?:ship)?|collected|received|reported|ordered|refills?|qty|quantity|drug|medication|strength|days?|class|plan|coverage"
    r"|insurance|group|fasting|jurisdiction|venue|adjudicator|pharmacy|facility|service|priority|result|fax"
    r"|(?:[a-z]+[ ]){1,3}(?:time|code|type|status|count|amount)"
)
_PEOPLE = (
    rf"(?:{either('patient')}|{either('regarding')}|(?:{either('staff_kinds')}[ ])*{either('staff')})(?:['’]s)?"
    r"(?:[ ]+(?:(?:full[ ])?names?|signature))?|(?:full[ ]|legal[ ]|pt[ ])?name|adj(?:uster)?(?:[ ]name)?"
    r"|case[ ]manager|supervisor|attorney|contact(?:[ ]person|[ ]name)?|guarantor"
)
_LABELS: tuple[tuple[Field, str], ...] = (
    ("date of birth", rf"d\.?[ ]?o\.?[ ]?b\.?|b\.?d(?:ate)?\.?|{either('birth')}(?:[ ]*/[ ]*age)?"),
    ("day", _DAY),
    ("other", _OTHER),
    ("ssn", rf"s\.?s\.?n\.?|ss[ ]*#|social[ ]sec(?:urity)?\.?(?:[ ]*{_NO})?"),
    (
        "claim number",
        rf"{_WHOSE}(?:{either('claim')}|policy|wcab|eams|wcis|jcn)\.?[ ]*(?:case[ ]*)?{_NO}?"
        rf"|adj[ ]*(?:case|{_NO})|{_NO}[ ]of[ ]claim",
    ),
    (
        "record number",
        rf"m\.?r\.?n?\.?[ ]*{_NO}?|{either('record')}\.?[ ]*(?:{_NO}|nbr)|(?:medical[ ]|med[ ])?rec(?:ord)?|chart"
        r"|account|acct|hrn",
    ),
    ("license number", rf"(?:npi|dea|lic(?:en[cs]e)?|tin|ein|tax[ ]id)\.?[ ]*{_NO}?"),
    ("employer", rf"{either('employer')}(?:[ ]+name)?"),
    ("organization", either("organization")),
    ("phone", rf"(?:{either('phone')}|contact)(?:[ ]*{_NO})?|(?:home|work|cell|mobile|day|evening)[ ]phone"),
    ("address", rf"(?:{either('address_kinds')}[ ]+)?{either('address')}"),
    ("city", either("city")),
    ("person", _PEOPLE),
)
_LABEL = re.compile("|".join(f"(?P<{kind.replace(' ', '_')}>{label})" for kind, label in _LABELS), re.IGNORECASE)
_MARKS = re.compile(r"^(?:\(?\d{1,2}[a-z]?[.)][ ]+|[*•▪☐\[\] ]+)|(?:[ ]*\([^)]{0,40}\))?[ ]*[:#*=.]*$")
_LONGEST = 40
_WORDS = 5
"""No label of a column has more."""


def field(cell: str) -> Field | None:
    """What the label in a cell promises, or None if the cell holds no label."""
    if len(cell) > 2 * _LONGEST:
        return None
    bare = _MARKS.sub("", cell).strip()
    found = _LABEL.fullmatch(bare) if 0 < len(bare) <= _LONGEST else None
    return cast(Field, found.lastgroup.replace("_", " ")) if found and found.lastgroup else None


def fields_in(line: str) -> tuple[Field, ...]:
    """The labels that a line consists of, each as long as can be; none if anything else stands in it."""
    words = line.split()
    told: list[tuple[Field, ...] | None] = [*(None for _ in words), ()]
    for at in reversed(range(len(words))):
        for size in range(min(_WORDS, len(words) - at), 0, -1):
            rest = told[at + size]
            kind = field(" ".join(words[at : at + size])) if rest is not None else None
            if kind and rest is not None:
                told[at] = (kind, *rest)
                break
    return told[0] or ()
