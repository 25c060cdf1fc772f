"""Dates of birth: known from a label once, found in every way of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from drafter.redaction.cues import either
from drafter.redaction.days import DATE, full_year, is_date
from drafter.redaction.labels import Value
from drafter.redaction.names import INVERTED

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_LABEL = (
    rf"(?i:(?<!\w)(?:d\.?[ ]?[o0]\.?[ ]?b(?![a-z])\.?|date[ ]?of[ ]?birth|{either('birth')}|b\.?d\.?(?=:))"
    r"(?:[ ]*\([^)\n]{0,20}\))?)"
)
_NUMBER = r"[\dOoIlS]{1,4}(?:[ ]?[/.|–-][ ]?|[ ])[\dOoIlS]{1,2}(?:[ ]?[/.|–-][ ]?|[ ])[\dOoIlS]{2,4}"
_SPANISH = {"ene": "jan", "abr": "apr", "ago": "aug", "dic": "dec"}
_MONTH = rf"(?:{'|'.join(name[:3].lower() for name in _MONTHS)}|{'|'.join(_SPANISH)})[a-z]*\.?"
_NAMED = (
    rf"(?i:(?:19|20)\d\d[ -]{_MONTH}[ -]\d{{1,2}}|{_MONTH}[ -]?\d{{1,2}}(?:st|nd|rd|th)?,?(?:-|\s?['’]?)\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]?(?:(?:de|of)[ ])?{_MONTH},?[ -]?(?:del?[ ])?\d{{2,4}})"
)
_SHORT = r"\d{2}[A-Za-z]{3}\d{2,4}"
_BROKEN = r"(?=[^\n]{0,11}[/.–-])[/.–-]?[\dOoIlS]{1,4}(?:[/.–-]+[\dOoIlS]{1,4}){1,3}"
"""A date of which text recognition lost or added a character."""
_LABELLED = re.compile(
    rf"{_LABEL}[\s:#=|_.>\"'<-]{{0,12}}(?P<value>{_NUMBER}|{_NAMED}|\d{{8}}|\d{{6}}|{_SHORT}|{_BROKEN})(?!\w|\.\d)"
)
_DAY = rf"(?P<value>{DATE.pattern}|(?:19|20)\d{{6}})(?![\w/-])"
_SEX = r"(?:male|female|m|f)"
_AGED = r"\(?\d{2}[ ]?(?:y/?o|yrs?|years?|y|[mf])\b|\(\d{2}\)"
_NAME = rf"(?:(?m:^)|(?<=[|·:\t])|(?<=\w\w\.[ ])|(?<=[ ]{{2}}))[ \t]*{INVERTED}"
_UNLABELLED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?<![\w/])\(?{_SEX}\)?)[ \t,/|]{{1,10}}(?:B\.?[ ]{{1,3}})?{_DAY}",
        rf"(?<![\w/.-]){_DAY}[ \t,/|(-]{{1,6}}(?i:{_SEX}(?![\w/'’.])|{_AGED})",
        rf"{_NAME}\.?[ \t,/|(*-]{{1,8}}{_DAY}",
        rf"(?<!\w)b\.[ ]?{_DAY}",
        rf"(?<!\w)b\.[ ]?(?P<value>{_NAMED})(?!\w)",
        rf"(?<!\w)(?P<age>\d\d)[ ]?(?i:y/?o|y\.o\.|yrs?|years?(?:[ ]old)?)[ \t,/|)(-]{{1,10}}{_DAY}",
    )
)
_GROWN = 14
"""Whoever works was born so many years before the file ends."""
_FILE = 12
"""So many years a file reaches back."""
_CONFUSABLE = {"0": "[0Oo]", "1": "[1Il|]", "5": "[5S]", "8": "[8B]"}
_AS_DIGIT = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "S": "5", "|": "1", "B": "8"})


def find_births(text: str) -> Iterator[Value]:
    """Dates beside a label that says date of birth, read well or not."""
    for match in _LABELLED.finditer(text):
        yield Value(match.start("value"), match.end("value"), "date of birth")


def find_unlabelled_births(text: str, year: int) -> Iterator[Value]:
    """Dates beside a sex, an age or a name turned round, long enough before the `year` in which the file ends."""
    for pattern in _UNLABELLED:
        for match in pattern.finditer(text):
            day = read_birth(match["value"])
            dated = match["value"].isdigit() or is_date(match["value"]) or re.search("[A-Za-z]", match["value"])
            if day and dated and day.year <= year - _GROWN and _is_aged(day, match.groupdict().get("age"), year):
                yield Value(match.start("value"), match.end("value"), "date of birth")


def _is_aged(day: date, age: str | None, year: int) -> bool:
    """Whether somebody born that day had this age at about the time of the file."""
    return age is None or abs(year - day.year - int(age)) <= _FILE


def read_birth(written: str) -> date | None:
    """The day that a labelled date means; None where it cannot be read."""
    named = re.search(r"[A-Za-z]{3,}", written)
    numbers = [int(part) for part in re.findall(r"\d+", written if named else written.translate(_AS_DIGIT))]
    try:
        if named:
            start = named[0][:3].lower()
            month = 1 + [name[:3].lower() for name in _MONTHS].index(_SPANISH.get(start, start))
            day, year = sorted((numbers[0], numbers[-1]), key=lambda number: number > 31)
            return date(full_year(year), month, day)
        if len(numbers) == 1:
            packed = "".join(re.findall(r"\d", written))
            if int(packed[:2]) > 12:
                return date(int(packed[:4]), int(packed[4:6]), int(packed[6:]))
            return date(full_year(int(packed[4:])), int(packed[:2]), int(packed[2:4]))
        if numbers[0] > 31:
            return date(*numbers)
        first, second = sorted(numbers[:2], key=lambda number: number > 12)  # 27/09 is of a form that has the day first
        return date(full_year(numbers[2]), first, second)
    except (ValueError, IndexError, TypeError):
        return None


def birth_pattern(days: Iterable[date]) -> re.Pattern[str] | None:
    """Finds these days in all ways of writing them, letters for digits allowed."""
    forms = [form for day in days for form in _forms(day)]
    return re.compile(rf"(?<![\w/])(?:{'|'.join(forms)})(?![\w/])") if forms else None


def _forms(day: date) -> Iterator[str]:
    month, number = _digits(day.month), _digits(day.day)
    full, short = "".join(map(_one, f"{day.year}")), "".join(map(_one, f"{day.year % 100:02d}"))
    mark = r"(?:[ ]?[/.|–-][ ]?|[ ])"
    year = f"(?:{full}|{short})"
    yield f"{month}{mark}{number}{mark}{year}"
    if day.day > 12:
        yield f"{number}{mark}{month}{mark}{year}"
    yield f"{full}{mark}{month}{mark}{number}"
    yield f"{day.month:02d}{day.day:02d}{day.year}|{day:%Y%m%d}"
    name = _MONTHS[day.month - 1]
    word = f"(?i:{name}|{name[:3]}t?)\\.?"
    yield f"{word}[ -]?{number}(?:st|nd|rd|th)?,?(?:-|\\s?['’]?){year}"
    yield f"{full}[ -]{word}[ -]{number}"
    yield f"{number}(?:st|nd|rd|th)?[ -]?(?:of[ ])?{word},?[ -]?['’]?{year}"


def _digits(number: int) -> str:
    """A day or month with or without its leading zero."""
    return f"{_one('0')}?{_one(str(number))}" if number < 10 else "".join(map(_one, str(number)))


def _one(digit: str) -> str:
    return _CONFUSABLE.get(digit, digit)
