"""Whose page it is: names, dates of birth and claim numbers on it, against those of most of the file."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

from drafter.casefile.records.days import all_dates
from drafter.casefile.records.view import PageView, squeezed

Value = TypeVar("Value")

_WORD = r"[^\W\d_][\w'-]*\.?"
_LABEL = (
    r"(?:patient(?: name)?|employee(?: name)?(?: \(first, mi, last\))?|claimant|injured worker|worker|client|member"
    r"|pt|examinee|applicant|name(?: \(last, first, middle\))?)"
)
_NAMED = re.compile(rf"^\W*{_LABEL}\s*[:.]*\s+({_WORD}(?:,?\s+{_WORD}){{1,3}})")
_OTHERS_NAME = "".join(rf"(?<!{word} )" for word in ("practice", "facility", "company", "group", "firm", "plan"))
_INLINE = re.compile(rf"{_OTHERS_NAME}\b{_LABEL}\s*(?::|\.\.)[:.]*\s*({_WORD}(?:,?\s+{_WORD}){{1,3}})")
_SAYS = re.compile(rf"\bmy name is ({_WORD}(?:\s+{_WORD}){{1,2}})")
_PR2 = re.compile(rf"^\W*patient\W+last\s+({_WORD})\s+first\s+({_WORD})")
_BORN = re.compile(r"\b(?:d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|born)\b[^\d]{0,24}(?=[\w])")
_CLINICIAN = re.compile(r"^[\w' -]{4,40}[,.]?\s+(?:m\.?d|d\.?o|d\.?c|ph\.?d|d?pta?|otr|pa|np|rn)\b\.?")
_BORN_BEHIND = 26
_CLAIM = re.compile(r"\bclaim(?:\s*(?:number|no|num|nr|#))?\s*[.:#·\s]*\s*([a-z]{0,4}[\w/-]*\d[\w/-]{3,})")
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


def identify(view: PageView) -> Identity:
    """Identifiers that the page gives of its patient."""
    names = {word for line in view.folded for word in _names(line)}
    births = {day for line in view.folded for day in _births(line)}
    claims = {squeezed(found[1]) for line in view.folded for found in _CLAIM.finditer(line)}
    return Identity(frozenset(names), frozenset(births), frozenset(claims))


def whose_case(identities: Iterable[Identity]) -> Identity:
    """The identifiers of the patient of most pages: the commonest date of birth and claim, the two commonest names."""
    names: Counter[str] = Counter()
    births: Counter[dt.date] = Counter()
    claims: Counter[str] = Counter()
    for identity in identities:
        names.update(identity.names)
        births.update(identity.births)
        claims.update(identity.claims)
    most = names.most_common()
    kept = {name for name, count in most if most and count >= 0.5 * most[0][1]}
    return Identity(frozenset(kept), _commonest(births), _commonest(claims))


def is_foreign(view: PageView, page: Identity, case: Identity) -> str | None:
    """Why the page is another patient's; None when it may be this one's. In doubt it stays."""
    if not case.names or _names_patient(view, case):
        return None
    if page.births & case.births or any(_alike(one, other) for one in page.claims for other in case.claims):
        return None
    signs = []
    if page.names and not _shares(page.names, case.names):
        signs.append("name")
    if page.births and case.births:
        signs.append("date of birth")
    if page.claims and case.claims:
        signs.append("claim number")
    if not signs or signs == ["claim number"]:
        return None
    return f"names another patient: its {' and '.join(signs)} {'differs' if len(signs) == 1 else 'differ'}"


def _names_patient(view: PageView, case: Identity) -> bool:
    """Whether a name of the patient stands anywhere on the page, text recognition's slips allowed for."""
    words = set(re.findall(r"[^\W\d_][\w'-]{2,}", view.folded_text))
    return bool(words & case.names) or any(
        _alike(word, name) for name in case.names if len(name) >= 5 for word in words if abs(len(word) - len(name)) <= 1
    )


def _shares(one: Iterable[str], other: frozenset[str]) -> bool:
    return any(_alike(a, b) for a in one for b in other)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= _ALIKE)


def _commonest(counts: Counter[Value]) -> frozenset[Value]:
    return frozenset(value for value, _ in counts.most_common(1))


def _names(line: str) -> list[str]:
    pr2 = _PR2.search(line)
    if pr2:
        return [pr2[1], pr2[2]]
    found = _NAMED.search(line) or _INLINE.search(line) or _SAYS.search(line)
    return _name_words(found[1]) if found and not _CLINICIAN.search(line[found.start(1) :]) else []


def _name_words(text: str) -> list[str]:
    words: list[str] = []
    for word in re.findall(r"[^\W\d_][\w'-]*", text):
        if word in _STOP:
            break
        words.append(word)
    return [word for word in words[:3] if len(word) > 1] if len(words) >= 2 else []


def _births(line: str) -> list[dt.date]:
    days = []
    for found in _BORN.finditer(line):
        behind = all_dates(line[found.end() - 1 : found.end() + _BORN_BEHIND])
        if behind:
            days.append(behind[0].value)
    return days
