"""The grammar of a person's name as records write it."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import combining, normalize

from drafter.redaction.vocabulary import FORM_WORDS, ORGANIZATION_WORDS, Vocabulary

_LATIN = [*map(chr, range(0xC0, 0x250)), *map(chr, range(0x1E00, 0x1F00))]
_UP = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
_LOW = "a-z" + "".join(letter for letter in _LATIN if letter.islower()) + "\u0300-\u036f"
"""Letters of Western, Eastern European and Vietnamese names, and accents that stand as letters of their own."""
_PART = (
    rf"(?:(?:Mc|Mac|De|La|Le|Van)[{_UP}]{{2,}}|(?:O['’]|D['’]|Mc|Mac|Di|De|La|Le|Van|Von)?[{_UP}][{_LOW}]+"
    rf"|[{_UP}]['’]?[{_UP}]+)"
)
TOKEN = rf"{_PART}(?:[-‐–]{_PART})*"
"""One word of a name: `Okerby`, `OKERBY`, `Vasquez-Holm`, `O'Dell`."""
GIVEN = rf"[{_UP}][{_LOW}]+"
"""One word that only begins with a capital."""
INITIAL = rf"(?:(?:[{_UP}]\.){{1,3}}|(?:Wm|Chas|Robt|Geo|Jos|Thos|Jas)\.|[{_UP}](?![\w'’&]|/(?!DOB|MR)))"
_PARTICLE = (
    r"(?:de(?:\s+l[ao]s?)?|del|della|di|da|dos|van(?:\s+de[rn]?)?|von(?:\s+der)?|bin|al|el|la|le|st\.|St\."
    r"|(?:De|DE)\s+(?:L[ao]s?|LAS?|LOS)|(?:Van|VAN)\s+(?:[Dd]e[rn]?|DE[RN]?)|(?:Von|VON)\s+(?:der|Der|DER))"
)
GAP = r"[ \t\xa0]{1,3}"
_NARROW = r"[ \t\xa0]{1,2}"
"""What stands between the words of one name; wider gaps part the cells of a line."""
_WORD = rf"(?:{INITIAL}|{TOKEN})"
_NICKNAME = rf"(?:{_NARROW}[\"“‘'(]{TOKEN}[\"”’')])?"
_SUFFIX = rf"(?:,?{_NARROW}(?:Jr|Sr|JR|SR)\b\.?|,?{_NARROW}(?:II|III|IV)\b)?"
_LED = rf"(?:{_PARTICLE}{_NARROW})?"
STRAIGHT = rf"{_LED}{_WORD}(?:{_NICKNAME}{_NARROW}{_LED}{_WORD}(?:{_NARROW}{_LED}{_WORD}){{0,3}})?{_SUFFIX}"
"""`First M. Last`."""
_BEHIND_COMMA = rf"(?:{TOKEN}|[{_UP}](?![\w'’&./])|[{_UP}]\.(?![\w'’&/]))"
INVERTED = rf"{_LED}{TOKEN}(?:{_NARROW}{_LED}{TOKEN})?,[ \t]?{_BEHIND_COMMA}(?:{_NARROW}{_WORD})?{_SUFFIX}"
"""`Last, First M.`"""
NAME = rf"(?:{INVERTED}|{STRAIGHT})"

CREDENTIAL = (
    r"(?:M\.?D\.?|D\.?O\.?|D\.?C\.?|P\.?T\.?A?\.?|D\.?P\.?T\.?|M\.?P\.?T\.?|M\.?S\.?P\.?T\.?|R\.?P\.?T\.?"
    r"|OTR(?:/L)?|CHT|COTA|R\.?N\.?(?:FA)?|L\.?V\.?N\.?|A?[NF]?\.?N\.?P\.?(?:-B?C)?|P\.?A\.?(?:-C)?|Ph\.?D\.?"
    r"|Psy\.?D\.?|L\.?Ac\.?|[CL]\.?M\.?T\.?|D\.?P\.?M\.?|D\.?D\.?S\.?|D\.?M\.?D\.?|O\.?D\.?|Esq\.?|J\.?D\.?|CRNA"
    r"|L?MFT|L?CSW|Pharm\.?D\.?|ATC|R\.?T\.?\(R\)|PHD|PSYD|LAC|PHARMD|Q\.?M\.?E\.?|A\.?M\.?E\.?|F\.?A\.?C\.?S\.?"
    r"|FAAOS|DACBR|CCM|CRC|DAOM|MBBS|AuD|CPO)(?![\w/])"
)
"""What follows the name of somebody who treats, judges or pleads."""

_CREDENTIAL_WORD = re.compile(CREDENTIAL)
_TOKEN = re.compile(rf"{_PARTICLE}(?=\s)|{INITIAL}|{TOKEN}")
_QUOTED = re.compile(rf"[\"“‘'(](?P<name>{TOKEN})[\"”’')]")
PARTICLE = re.compile(_PARTICLE)
_TWO = re.compile(r"[A-Z][aeghiouy]")
"""A last name of two letters; `Dr` and `Rx` are none."""
_LIKE_A_MONTH = re.compile(r"[ ]?(April|May|June|August|APRIL|MAY|JUNE|AUGUST)(?![ ,]*\d|\w)")
"""Given names that only a number behind them makes months."""
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Name(NamedTuple):
    """A person's name in parts; initials keep no full stop."""

    first: str
    middle: tuple[str, ...]
    last: str

    @property
    def words(self) -> tuple[str, ...]:
        return (self.first, *self.middle, self.last)


def parse_name(text: str, words: Vocabulary, *, sure: bool = False) -> Name | None:
    """The name at the start of `text`, or None.

    With `sure`, the place says that a name stands here, so that ordinary words count as its parts ("Rose Young").
    """
    head, comma, tail = text.partition(",")
    front = _parts(head, words, sure)
    back = _parts(tail, words, sure) if comma and len(front) <= 2 else []
    month = _LIKE_A_MONTH.match(tail) if comma and not back and len(front) == 1 else None
    if month:
        back = [month[1]]
    if back and not _CREDENTIAL_WORD.match(tail.strip()):
        return _named(back[0], tuple(back[1:]), " ".join(front), words, sure)
    if not front:
        return None
    return _named(front[0] if len(front) > 1 else "", tuple(front[1:-1]), front[-1], words, sure)


def _named(first: str, middle: tuple[str, ...], last: str, words: Vocabulary, sure: bool) -> Name | None:
    if PARTICLE.fullmatch(first):
        first, middle = "", (first, *middle)
    particles = [part for part in middle if PARTICLE.fullmatch(part)]
    if len(last.rstrip(".")) == 1 and not middle and len(first.rstrip(".")) > 1:  # "Keisha D."
        first, middle, last = "", (last,), first
    last = " ".join([*particles, last]).strip()
    middle = tuple(part.rstrip(".") for part in middle if not PARTICLE.fullmatch(part))
    telling = [part for part in (first, last) if len(part.rstrip(".")) > 1]
    brief = first.endswith(".") and _TWO.fullmatch(last)  # "K. Vo"
    if len(last.rstrip(".")) < 2 or not telling:
        return None
    if ORGANIZATION_WORDS & {piece.lower() for part in (first, *middle, last) for piece in part.split()}:
        return None
    if not (sure or brief) and all(words.ordinary(piece) for part in telling for piece in part.split()):
        return None
    return Name(first.rstrip("."), middle, last)


def _parts(text: str, words: Vocabulary, sure: bool) -> list[str]:
    """Words of a name up to the first one that cannot be part of it."""
    parts: list[str] = []
    at = len(text) - len(text.lstrip())
    while match := _TOKEN.match(text, at) or (_QUOTED.match(text, at) if parts else None):
        word = match.groupdict().get("name") or match[0]
        bare = word.lower().rstrip(".")
        if bare in _GENERATION:
            break
        if bare in FORM_WORDS or (word.isupper() and len(bare) > 1 and _CREDENTIAL_WORD.fullmatch(word)):
            break
        parts.append(word)
        at = match.end()
        gap = re.compile(_NARROW).match(text, at)
        if not gap:
            break
        at = gap.end()
    while parts and PARTICLE.fullmatch(parts[-1]):
        parts.pop()
    while not sure and len(parts) > 1 and _is_usual(parts[0], words) and (len(parts) > 2 or len(parts[1]) == 2):
        parts.pop(0)
    return parts


def _is_usual(word: str, words: Vocabulary) -> bool:
    """An initial is none: it belongs to the name behind it."""
    return len(word.rstrip(".")) > 1 and words.ordinary(word) and word.isascii()


def fold(name: str) -> str:
    """A name as it is compared: small, and without the accents that one page has and another has not."""
    return "".join(letter for letter in normalize("NFD", name.lower()) if not combining(letter))
