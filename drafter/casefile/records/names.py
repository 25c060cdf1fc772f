"""Names with their licences, as people sign."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.casefile.records.cues import fold, record_lexicon
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.view import squeezed

_PART = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]*\.?"
NAME = (
    rf"(?:{_PART}\s+){{1,3}}(?:(?:de|del|la|van|von|der|da)\s+)*[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]+(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
)
_SURNAME = r"[A-ZÀ-Þ][\w'’-]+"
LAST_FIRST = rf"({_SURNAME}),\s+({_SURNAME}(?:\s[A-Z]\.?)?)"
_BEFORE_NAME = r"(?:^|(?i:\b(?:by|provider|physician|surgeon|from|for|author|reviewer|doctor)\b))\W*"
_LABEL = re.compile(
    r"^(?:(?:Print(?:ed)? )?Name|Provider|Physician|Doctor|Dr|By|Reviewer|Surgeon|Attending|Examiner|Radiologist"
    r"|Therapist|Prescriber|Sig|Signature|Degree|Credentials?)"
    r"\b[.:]?\s+(?=[\w.]+\s)",
    re.IGNORECASE,
)
_ELECTRONIC = re.compile(
    r"^\W*(?:/e?s/\s*|(?:(?:(?:this|the|document|report|note|has|been|was|and|final(?:ly)?|electronically|digitally|e?-?signed"
    r"|authenticated|verified|dictated|interpreted|read|reviewed|by|of)\b\W*)+(?=(?-i:[A-Z])[\w.]*,?\s)))",
    re.IGNORECASE,
)
"""What stands before the name of one who signs, in a line that may be in capitals throughout."""
_SHOUTED = 0.8
_DEGREES = r"(?:(?:(?:M|B)\.?(?:S|A|Ed|B\.?A|S\.?[NW]|O\.?T|H\.?S)|O\.?T\.?D)\.?\s*,\s*)?"
"""A degree before the licence."""
_ZIP = re.compile(r"\d{5}\b")
"""Behind the letters of a state, which may be those of a licence: `Springfield, PA 19064`."""


class Author(NamedTuple):
    """A name as it is signed, its credential, and the words behind it."""

    name: str
    credential: str | None
    office: str

    def __str__(self) -> str:
        return f"{self.name}, {self.credential}" if self.credential else self.name


@cache
def _credentials() -> dict[str, str]:
    """Credentials by their letters alone, longest first."""
    names = [name for names in record_lexicon().credentials.values() for name in names]
    return {squeezed(name).lower(): name for name in sorted(names, key=len, reverse=True)}


@cache
def behind_name() -> re.Pattern[str]:
    """A name, a comma (or what text recognition made of it) and a credential, with or without full stops."""
    letters = "|".join(_spelled(name) for name in _credentials().values())
    more = rf"(?:\s*,\s*(?=[A-Z])(?i:{letters})\.?(?![\w']))*"
    apart = r"(?:[,;.][\s.]*|\s(?![A-Z][a-z]\b))"  # `What Can You Do` is nobody's name with a licence
    return re.compile(rf"({NAME})\s*{apart}{_DEGREES}((?=[A-Z])(?i:{letters})\.?(?![\w']){more})(.*)$")


def _spelled(credential: str) -> str:
    """`MD` also as `M.D.`; a full stop, space or stroke may follow each letter."""
    return r"\.?[\s/-]?".join(map(re.escape, credential.replace("-", "").replace("/", "")))


def signature(line: str) -> Author | None:
    """The author whose name and credential begin a line; a row of a table may look like one."""
    name = first_name_first(unsigned(line))
    found = behind_name().match(name.strip(" .·*-_"))
    if found is None or len(line) >= 130:
        return None
    author = author_of(found)
    is_row = "," not in line and re.match(r"[\s|]*\d", author.office) and not all_dates(fold(author.office))
    return None if is_row or _ZIP.match(author.office) else author


def unsigned(line: str) -> str:
    """The line without the words of signing before the name."""
    return _ELECTRONIC.sub("", line)


@lru_cache(maxsize=4096)
def first_name_first(line: str) -> str:
    """`Authenticated by VANCE, ORLA MD` as `Authenticated by ORLA VANCE, MD`."""
    plain = _bracketed().sub(r", \1", line) if "(" in line else line
    return _turned().sub(r"\1\3 \2, ", plain) if "," in plain else plain


@cache
def _bracketed() -> re.Pattern[str]:
    """A licence in brackets behind a name: `Vance, Orla (M.D.)`."""
    letters = "|".join(_spelled(name) for name in _credentials().values())
    return re.compile(rf"(?<=\w)\s*\(((?=[A-Z])(?i:{letters})\.?)\)")


@cache
def _turned() -> re.Pattern[str]:
    letters = "|".join(_spelled(name) for name in _credentials().values())
    return re.compile(rf"({_BEFORE_NAME}){LAST_FIRST},?\s+(?=(?i:{letters})(?![\w']))")


def author_of(found: re.Match[str]) -> Author:
    """The name without licences that text recognition or haste left no comma before: `Orla Vance PT, DPT`."""
    words = found[1].split()
    licences = [_credentials()[squeezed(part).lower()] for part in found[2].split(",")]
    while len(words) > 2 and (licence := _credentials().get(squeezed(words[-1]).lower())):
        words.pop()
        licences.insert(0, licence)
    kept = licences[:1] + [licence for licence in licences[1:] if licence in _licences()]
    return Author(cased(" ".join(words)), ", ".join(kept), found[3].strip(" ,"))


@cache
def _licences() -> frozenset[str]:
    """Credentials that stand behind another one; the rest are titles of courtesy there."""
    lexicon = record_lexicon().credentials
    return frozenset(name for role in ("treating_physician", "therapist") for name in lexicon[role])


def is_shouted(line: str) -> bool:
    """Whether a line is in capitals, so that letters of a licence are no more than words."""
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) > _SHOUTED * len(letters)


def cased(name: str) -> str:
    """`PHILIPPA STRAND` as `Philippa Strand`."""
    words = _LABEL.sub("", " ".join(name.split()).strip(" .,"))
    return words.title().replace("'S ", "'s ") if words.isupper() else words
