"""Numbers that look like those of a file and have no label: long, in groups, or letters and digits in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.redaction.cues import either
from drafter.redaction.days import DATE, is_date
from drafter.redaction.labels import PUBLIC_NUMBER, Value

_CODE = re.compile(r"(?<![\w.,$/#-])#?[A-Za-z0-9]+(?:[-‐–/._][A-Za-z0-9]+)*(?![\w%]|[./-]\d)")
_CLINICAL = re.compile(
    r"\d+(?:[-/.]\d+)*(?:mg|mcg|ml|gm?|cc|lbs?|kg|cm|mm|hz|x\d{1,3})"  # doses and measures
    r"|[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?"  # ICD-10, and HCPCS with its letter
    r"|\d{5}(?:-[A-Z\d]{2}|[A-Z]{2})?(?:[-/]\d{5}(?:-[A-Z\d]{2})?)*|\d{4}[FT]"  # CPT, with modifiers or as a range
    r"|\d{4}(?:\.\d+)+[a-z]?"  # sections of a code of law
    r"|(?:[A-Z]\d{1,2}[-/]?)+"  # levels of the spine
    r"|CD\d{6}"  # Cochrane reviews
    r"|P?\.?0{0,3}\d{1,4}/0{0,3}\d{1,4}"  # pages of a fax
    r"|NCT\d{8}|PMC?I?D?\d{6,8}",  # trials and papers
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:0?[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:19|20)\d{2}"
    r"|\d{1,2}-?[A-Za-z]{3}-?\d{2,4}|[A-Za-z]{3,9}-\d{1,2}-\d{2,4}"
)
_DATED = re.compile(rf"({DATE.pattern})(?![\d-])")
_SPAN = re.compile(rf"(?:{DATE.pattern})[-–](?:{DATE.pattern})")
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d-(?:[01]\d|2[0-3])[0-5]\d")
_PUBLIC = re.compile(rf"(?i:(?<!\w){either('public')}(?:[ ]*(?:codes?|no\.?|numbers?))?[ ]*[:#]?[ ]*)(?:[\d.-]+,[ ])*$")
_HINT = re.compile(rf"(?i:(?<!\w)(?:{either('record')}|{either('claim')})|(?<!\w)(?-i:MR))\.?[ \t]{{1,3}}$")
_LICENSE = re.compile(
    r"(?<=[ (]CA )[A-Z]\d{5,6}(?=\))|(?<=[a-z] \()[A-Z]{1,2}-?\d{5,6}(?=\))|(?<=[A-Z]{2}[ ]\()[A-Z]{1,2}-?\d{5,6}(?=\))"
    r"|(?<=[a-z.,)][ ])(?:AC|PSY|PI|MFC|MFT|LCS|CSR)[ ]?\d{4,6}(?![\w.-])"
    r"|(?<![\w.,])(?:(?<=[A-Za-z][ ])|(?<=[A-Za-z][ ]{2}))#[ ]?(?P<value>(?:[A-Z]{2,3}[ ])?\d{5,6})(?![\w.-])"
)
"""A licence behind a name or a credential: in brackets, with a number sign or with the letters of its board."""
_PREFIXED = re.compile(
    r"(?<!\w)(?:ADJ|RX|Rx)[ ]?(?:no\.?[ ]?)?\d{6,9}(?![\w/.-])|(?<![\d.-])\d{4}(?:[ ]\d{4}){3,4}(?![\d.])"
)
"""With the letters that tell whose number it is, and the groups in which post and cards are numbered."""
_BEFORE = 40
_PLAIN = 7
"""So many digits without a letter are no amount, code of a procedure or year."""
_HINTED = 6
"""So many, where a word for a paper or an account stands before them."""
_MIXED = 5
"""So many digits with letters, or in three groups."""
_MARKED = 3
"""And so many behind a number sign, when letters are among them."""


def find_codes(text: str) -> Iterator[Value]:
    """Numbers of files by their shape; dates, doses, and codes of procedures, diagnoses and law are none."""
    for match in _CODE.finditer(text):
        code = match[0].lstrip("#")
        if sum(map(str.isdigit, code)) < _MARKED:
            continue
        start = match.end() - len(code)
        before = text[max(0, start - _BEFORE) : start]
        if _PUBLIC.search(before):
            continue
        if is_of_a_file(code, marked=match[0] != code, hinted=bool(_HINT.search(before))):
            yield Value(start, match.end(), "record number")
    for match in _PREFIXED.finditer(text):
        yield Value(*match.span(), "record number")
    for match in _LICENSE.finditer(text):
        yield Value(*match.span("value" if match["value"] else 0), "license number")


def is_of_a_file(code: str, *, marked: bool = False, hinted: bool = False) -> bool:
    """Whether a number is shaped like that of a file; less will do behind a number sign or a word for a paper."""
    if is_known_otherwise(code) or (not hinted and not marked and _HOURS.fullmatch(code)):
        return False
    digits = sum(letter.isdigit() for letter in code)
    groups = re.split(r"[-‐–/._]", code)
    if any(letter.isalpha() for letter in code):
        return code.upper() == code and digits >= (_MARKED if marked else _MIXED)
    grouped = len(groups) > 2 and "." not in code and "/" not in code
    least = _MIXED if grouped else _HINTED if marked or (hinted and "." not in code) else _PLAIN
    return digits >= least and not _is_range(groups)


def is_known_otherwise(code: str) -> bool:
    """Whether the number has another meaning: a review, a day, a dose, a procedure, a diagnosis, a law, a level."""
    dated = _DATED.match(code)
    if (
        PUBLIC_NUMBER.fullmatch(code)
        or _SPAN.fullmatch(code)
        or (dated and is_date(dated[1]))
        or _PACKED.fullmatch(code)
    ):
        return True
    return bool(_CLINICAL.fullmatch(code))


def _is_range(groups: list[str]) -> bool:
    """Pages, years and codes from one to another: no leading zero, and the second not much longer."""
    if len(groups) != 2 or max(map(len, groups)) > 5 or any(len(one) > 1 and one[0] == "0" for one in groups):
        return False
    return len(groups[1]) < len(groups[0]) or int(groups[0]) <= int(groups[1]) < 4 * int(groups[0])
