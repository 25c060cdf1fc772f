"""Numbers that look like those of a file and have no label: long, in groups, or letters and digits in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.redaction.labels import DATE, PUBLIC_NUMBER, Value

_CODE = re.compile(r"(?<![\w.,$/#-])#?[A-Za-z0-9]+(?:[-‐–/._][A-Za-z0-9]+)*(?![\w%]|[./-]\d)")
_CLINICAL = re.compile(
    r"\d+(?:[-/.]\d+)*(?:mg|mcg|ml|gm?|cc|lbs?|kg|cm|mm|hz|x\d{1,3})"  # doses and measures
    r"|[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?"  # ICD-10, and HCPCS with its letter
    r"|\d{5}(?:-[A-Z\d]{2}|[A-Z]{2})?(?:[-/]\d{5}(?:-[A-Z\d]{2})?)*|\d{4}[FT]"  # CPT, with modifiers or as a range
    r"|\d{4}(?:\.\d+)+[a-z]?"  # sections of a code of law
    r"|(?:[A-Z]\d{1,2}[-/]?)+",  # levels of the spine
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:0?[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:19|20)\d{2}"
    r"|\d{1,2}-?[A-Za-z]{3}-?\d{2,4}|[A-Za-z]{3,9}-\d{1,2}-\d{2,4}"
)
_DATED = re.compile(rf"(?:{DATE.pattern})(?![\d-])")
_PLAIN = 7
"""So many digits without a letter are no amount, code of a procedure or year."""
_MIXED = 5
"""So many digits with letters, or in three groups."""
_MARKED = 3
"""And so many behind a number sign, when letters are among them."""


def find_codes(text: str) -> Iterator[Value]:
    """Numbers of files by their shape; dates, doses, and codes of procedures, diagnoses and law are none."""
    for match in _CODE.finditer(text):
        code = match[0].lstrip("#")
        if _is_of_a_file(code, marked=match[0] != code):
            yield Value(match.end() - len(code), match.end(), "record number")


def _is_of_a_file(code: str, marked: bool) -> bool:
    digits = sum(letter.isdigit() for letter in code)
    if digits < _MARKED or PUBLIC_NUMBER.fullmatch(code) or _DATED.match(code) or _PACKED.fullmatch(code):
        return False
    if _CLINICAL.fullmatch(code):
        return False
    groups = re.split(r"[-‐–/._]", code)
    if any(letter.isalpha() for letter in code):
        return code.upper() == code and digits >= (_MARKED if marked else _MIXED)
    grouped = len(groups) > 2 and "." not in code and "/" not in code
    return digits >= (_MIXED if grouped else _PLAIN) and not _is_range(groups)


def _is_range(groups: list[str]) -> bool:
    """Pages, years and codes from one to another."""
    return len(groups) == 2 and max(map(len, groups)) <= 5
