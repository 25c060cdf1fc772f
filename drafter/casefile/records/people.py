"""Whose page it is: names, dates of birth and claim numbers on it, against those of most of the file."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

from drafter.casefile.records.days import all_dates
from drafter.casefile.records.view import PageView, squeezed

Value = TypeVar("Value")

_WORD = r"[^\W\d_][\w'-]*\.?"
_LABEL = (
    r"(?:patient(?: name)?|employee(?: name)?(?: \(first, mi, last\))?|claimant|injured worker|worker|client|customer"
    r"|member|pt|examinee|applicant|name(?: \(last, first, middle\))?)"
)
_NAMED = re.compile(rf"^\W*{_LABEL}\s*[:.]*\s+({_WORD}(?:,?\s+{_WORD}){{1,3}})")
_OTHERS_NAME = "".join(rf"(?<!{word} )" for word in ("practice", "facility", "company", "group", "firm", "plan"))
_INLINE = re.compile(rf"{_OTHERS_NAME}\b{_LABEL}\s*(?::|\.\.)[:.]*\s*({_WORD}(?:,?\s+{_WORD}){{1,3}})")
_SAYS = re.compile(rf"\bmy name is ({_WORD}(?:\s+{_WORD}){{1,2}})")
_BEFORE_NUMBER = re.compile(
    rf"^\W*({_WORD},?\s+{_WORD}(?:\s+{_WORD})?)[\s|,;(-]+(?:dob|d\.?o\.?b|date of birth|born|mrn|acct|id\s?#|chart)\b"
)
"""A name without a label, known by the number behind it."""
_DAY = r"(?:\d{1,2}[\s-]?[a-z]{3}[\s-]?\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|[a-z]{3}-\d{1,2}-\d{4})"
_BEFORE_DAY = re.compile(rf"({_WORD}, {_WORD})\s+({_DAY})\s+(?:chart|mrn|acct|pt\s?#|id\s?#)")
"""The same in a line of other things, with the day of birth between name and number."""
_TOP = 6
_PR2 = re.compile(rf"^\W*patient\W+last\s+({_WORD})\s+first\s+({_WORD})")
_BORN = re.compile(r"\b(?:d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|born)\b[^\d]{0,24}(?=[\w])")
_CLINICIAN = re.compile(r"^[\w' -]{4,40}[,.]?\s+(?:m\.?d|d\.?o|d\.?c|ph\.?d|d?pta?|otr|pa|np|rn)\b\.?")
_BORN_BEHIND = 26
_CLAIM = re.compile(r"\bclaim(?:\s*(?:number|no|num|nr|#))?\s*[.:#·\s]*\s*([a-z]{0,4}[\w/-]*\d[\w/-]{3,})")
_WORDS = re.compile(r"[^\W\d_][\w'-]+")
_STOP = frozenset(
    re.findall(
        r"[\w.]+",
        "dob d.o.b date born claim sex mrn mr chart dx doi d.o.i id age of phone the ssn ss auth visit encounter"
        " employer m.i and was is has requested first last middle number no re group name rx prescriber physician"
        " provider md worker",
    )
)
_ALIKE = 0.8


class Identity(NamedTuple):
    """Identifiers, on one page or those of the case; names as folded words."""

    names: frozenset[str]
    births: frozenset[dt.date]
    claims: frozenset[str]
    written: frozenset[tuple[str, ...]] = frozenset()
    """The names as they are written, word by word."""


def identify(view: PageView) -> Identity:
    """Identifiers that the page gives of its patient."""
    lines = (*view.folded, *view.forms)
    edges = (*view.folded[:_TOP], *view.folded[-_TOP:])
    written = {_names(line) for line in lines} | {_name_before_number(line) for line in edges}
    births = {day for line in lines for day in _births(line)} | {day for line in edges for day in _bare_birth(line)}
    claims = {squeezed(found[1]) for line in lines for found in _CLAIM.finditer(line)}
    names = frozenset(word for name in written for word in name)
    return Identity(names, frozenset(births), frozenset(claims), frozenset(name for name in written if name))


def whose_case(views: Sequence[PageView], identities: Sequence[Identity]) -> Identity:
    """The identifiers of the patient: the name whose words stand on most pages, and what pages with it give."""
    pages = [frozenset(_WORDS.findall(view.folded_text)) for view in views]
    written = {name for identity in identities for name in identity.written}
    on_pages = {name: sum(words.issuperset(name) for words in pages) for name in written}
    best = max(sorted(written), key=lambda name: on_pages[name], default=())
    kept = frozenset(best)
    own = [identity for identity in identities if identity.names & kept] or identities
    births = Counter(day for identity in own for day in identity.births)
    claims = Counter(claim for identity in own for claim in identity.claims)
    return Identity(kept, _commonest(births), _commonest(claims))


def is_foreign(view: PageView, page: Identity, case: Identity) -> str | None:
    """Why the page is another patient's; None when it may be this one's. In doubt it stays."""
    if not case.names or page.births & case.births or _any_alike(page.claims, case.claims):
        return None
    shared = {name for name in page.names if _any_alike([name], case.names)}
    if len(shared) > 1 or (shared and not _is_other_birth(page, case)):
        return None
    if _names_patient(view, case) and not (page.names and _is_other_birth(page, case)):
        return None
    signs = [
        sign
        for sign, differs in (
            ("name", bool(page.names - shared)),
            ("date of birth", _is_other_birth(page, case)),
            ("claim number", bool(page.claims and case.claims)),
        )
        if differs
    ]
    if not signs or signs == ["claim number"]:
        return None
    return f"names another patient: its {' and '.join(signs)} {'differs' if len(signs) == 1 else 'differ'}"


def _is_other_birth(page: Identity, case: Identity) -> bool:
    """Whether the dates of birth differ in more than a digit, which a scan or a typist may have got wrong."""
    return bool(case.births) and any(
        all(sum(a != b for a, b in zip(f"{one:%m%d%Y}", f"{other:%m%d%Y}", strict=True)) > 1 for other in case.births)
        for one in page.births
    )


def _names_patient(view: PageView, case: Identity) -> bool:
    """Whether a name of the patient stands anywhere on the page, text recognition's slips allowed for."""
    words = set(_WORDS.findall(view.folded_text))
    return bool(words & case.names) or any(
        _alike(word, name) for name in case.names if len(name) >= 5 for word in words if abs(len(word) - len(name)) <= 1
    )


def _any_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    return any(_alike(a, b) for a in one for b in other)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= _ALIKE)


def _commonest(counts: Counter[Value]) -> frozenset[Value]:
    return frozenset(value for value, _ in counts.most_common(1))


def _names(line: str) -> tuple[str, ...]:
    pr2 = _PR2.search(line)
    if pr2:
        return pr2[1], pr2[2]
    found = _NAMED.search(line) or _INLINE.search(line) or _SAYS.search(line)
    return _name_words(found[1]) if found and not _CLINICIAN.search(line[found.start(1) :]) else ()


def _name_before_number(line: str) -> tuple[str, ...]:
    found = _BEFORE_NUMBER.search(line) or _BEFORE_DAY.search(line)
    return _name_words(found[1]) if found and not _CLINICIAN.search(line[found.start(1) :]) else ()


def _bare_birth(line: str) -> list[dt.date]:
    found = _BEFORE_DAY.search(line)
    return [day.value for day in all_dates(found[2])[:1]] if found else []


def _name_words(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in re.findall(r"[^\W\d_][\w'-]*", text):
        if word in _STOP:
            break
        words.append(word)
    return tuple(word for word in words[:3] if len(word) > 1) if len(words) >= 2 else ()


def _births(line: str) -> list[dt.date]:
    days = []
    for found in _BORN.finditer(line):
        behind = all_dates(line[found.end() - 1 : found.end() + _BORN_BEHIND])
        if behind:
            days.append(behind[0].value)
    return days
