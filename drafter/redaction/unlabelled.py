"""People whom nothing but their names gives away: two words with capitals that no text uses as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.redaction.names import GAP, TOKEN, Name, fold
from drafter.redaction.people import Mention, Sighting
from drafter.redaction.vocabulary import ORGANIZATION_WORDS, Vocabulary

_NARROW = r"[ \t\xa0]{1,2}"
_INITIAL = rf"(?:[A-Z]\.?{GAP})?"
_PARTICLE = rf"(?:(?:de|del|della|di|da|dos|du|la|van|von|der|den|bin|al|el)(?:{GAP}l[ao]s?)?{GAP})?"
_RUN = re.compile(rf"(?<![\w'’.&/-])(?<!\d[ ]){TOKEN}(?:{_NARROW}{_INITIAL}{_PARTICLE}{TOKEN})+(?!\w)")
_SHOUTED = re.compile(
    r"(?:(?m:^)|(?<=[ ]{2})|(?<=[|\t]))([A-Z]{4,})[ /]([A-Z]{3,})(?:[ ]([A-Z])\.?)?(?=[ ]{2}|[ ]*[|\t]|[ ]*$)",
    re.MULTILINE,
)
"""A cell with two words in capitals: on registers the last name is first."""
_WORD = re.compile(TOKEN)
_SIGNS = re.compile(rf"^[ \t]*([A-Z])\.[ \t]*({TOKEN})(?=,[ \t][a-z][a-z ]{{2,40}}[ \t]*$|[ \t]*$)", re.MULTILINE)
"""A line with an initial and a surname, and an office in small letters perhaps: so a clerk signs."""
_CITATION = re.compile(r"[^\n]*?(?:19|20)\d\d[^\n;]{0,12};[ ]?\d+[^\n]{0,12}:[ ]?[A-Za-z]?\d")
"""Year, volume and page: the names before it are of authors, which every reader may know."""
_LINE = 160
_INITIALLED = re.compile(
    rf"(?:(?<=[(,:;/])|(?<=[,;:/] ))((?:[A-Z]\.[ ]?){{1,2}})({TOKEN})(?=[ ]?[),;/\n]|\.(?:\s|$)|$)"
)
_FEWEST = 3
WORDLIKE = re.compile(
    r"(?:plasty|tomy|itis|osis|pathy|algia|graph[yi]|gram|scopy|desis|lysis|esthesia|plegia|paresis|logy|logist|therapy"
    r"|metry|trophy|emia|oma|uria|genic|tropic|azole|caine|cillin|mycin|statin|sartan|pril|olol|pam|lam|gesic|profen"
    r"|coxib|triptan|dronate|setron|tidine|zepam|oxetine|codone|morphone"
    r"|tion|sion|ness|ious|eous|ical|ility|ivity|itment)s?$"
)
"""Endings of operations, findings, methods, drugs and other long words, of which no list is whole."""
_LAST_INITIAL = re.compile(rf"(?:(?<=[(])|(?<=[(,:;/] ))({TOKEN}) ([A-Z])\.(?=[ ]?[),;/\n]|$)")
_SIGNS_OFF = re.compile(rf"[ ][-–—]{{1,2}}[ ]?({TOKEN})[ \t]*$", re.MULTILINE)
"""The end of a message."""


def find_unlabelled(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Names in running text, on a line of their own or in a list, of which no part is a word."""
    yield from _signing(text, words)
    yield from _initialled(text, words)
    yield from _shouted(text, words)
    for run in _RUN.finditer(text):
        found = list(_WORD.finditer(run[0]))
        if _CITATION.match(text, run.start(), run.end() + _LINE):
            continue
        if ORGANIZATION_WORDS & {token[0].lower() for token in found}:
            continue
        named: list[str] = []
        for token in (*(one[0] for one in found), ""):
            if token and _is_name(token, words):
                named.append(token)
                continue
            if len(named) > 1:
                yield Sighting(Mention(Name(named[0], tuple(named[1:-1]), named[-1]), "person"), *run.span())
            named = []


def _shouted(text: str, words: Vocabulary) -> Iterator[Sighting]:
    for found in _SHOUTED.finditer(text):
        if all(_is_name(found[part].capitalize(), words) for part in (1, 2)):
            middle = (found[3],) if found[3] else ()
            yield Sighting(Mention(Name(found[2], middle, found[1]), "person"), *found.span())


def _initialled(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """ "(B. Nakatomi)": initials with a surname that is no word, between marks that set them off."""
    for found in _LAST_INITIAL.finditer(text):
        if _is_name(found[1], words):
            yield Sighting(Mention(Name("", (found[2],), found[1]), "person"), *found.span())
    for found in _INITIALLED.finditer(text):
        if _is_name(found[2], words) and not _CITATION.match(text, found.start(), found.end() + _LINE):
            yield Sighting(Mention(Name(found[1][0], (), found[2]), "person"), *found.span())


def _signing(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """An initial with a surname that is no word, alone on a line or with an office behind it."""
    for found in _SIGNS_OFF.finditer(text):
        if _is_name(found[1], words):
            yield Sighting(Mention(Name("", (), found[1]), "person"), *found.span(1))
    for found in _SIGNS.finditer(text):
        if _is_name(found[2], words) and found[2].lower() not in ORGANIZATION_WORDS:
            yield Sighting(Mention(Name(found[1], (), found[2]), "person"), *found.span())


def _is_name(word: str, words: Vocabulary) -> bool:
    """A word with a capital that stands nowhere small and has a vowel; capitals only are an abbreviation."""
    low = fold(word)
    if len(low) < _FEWEST or word.isupper() or not re.search("[aeiouy]", low):
        return False
    return not (words.ordinary(word) or words.seen_small(word) or WORDLIKE.search(low))
