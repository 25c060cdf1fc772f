"""Practices, pharmacies, insurers and firms by what they are called: in letterheads and in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.redaction.labels import Value
from drafter.redaction.unlabelled import WORDLIKE
from drafter.redaction.vocabulary import (
    EPONYMS,
    FORM_WORDS,
    ORGANIZATION_WORDS,
    Vocabulary,
    practice_nouns,
    shipped_words,
    trade_nouns,
)

_BETWEEN = r"[ ](?:(?:of|the|and|&|for|at)[ ])?"
_WORD = r"[A-Z][\w'’-]+"
_PRACTICE, _TRADE = f"(?:{practice_nouns()})", f"(?:{trade_nouns()})"
_NOUN = f"(?:{_PRACTICE}|{_TRADE})"
_CALLED = tuple(
    re.compile(rf"(?<![\w'’&/.-])(?P<lead>{word}(?:{_BETWEEN}{word}){{0,4}}?)(?P<noun>(?:[ ]{noun}(?![\w-]))+)")
    for word, noun in ((_WORD, _NOUN), (r"[A-Z][A-Z'’-]+", _NOUN.upper()))
)
_WELL_KNOWN = re.compile(r"mayo|cleveland|hopkins|harvard|stanford|cochrane|american|national|medicare", re.IGNORECASE)
"""Their names stand in the titles of scales and papers."""
_CLINICAL = re.compile(
    rf"{WORDLIKE.pattern}|^(?:post|pre|inter|intra|neuro|lumbo|cervico|thoraco|musculo|osteo|electro|multi|psycho|hydro"
    r"|peri|sub|supra|trans|cardio|physio|sono|ultra|tele|micro|arthro)"
)
"""Words that begin or end like those of medicine."""
_CITED = re.compile(r"(?:19|20)\d\d[^\n;]{0,12};[ ]?\d+|et al\b|\bJ(?:ournal)?\b|[ ]vs?\.[ ]")
_HEAD = 4
"""So many lines of a page hold its letterhead."""
_ALONE = re.compile(r"[ \t]*(?P<name>[A-Z][^\n|:;]*?)(?=[ ]{2,}|\t|[|]|$|,?[ ](?:Inc|LLC|PC|P\.C\.))", re.MULTILINE)
_CARE = re.compile(rf"[^\n]+[ ]{_NOUN}")
_LONGEST = 7


def find_clinics(text: str, words: Vocabulary) -> Iterator[Value]:
    """Each name before what such a place is, of which a word is none of a language or of medicine.

    What it is stays: that somebody went to physical therapy or imaging is clinical.
    """
    for pattern in _CALLED:
        for match in pattern.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 160].partition("\n")[0]
            start = _begins(match["lead"], words)
            if start is not None and not _WELL_KNOWN.search(match[0]) and not _CITED.search(line):
                firm = re.search(f"(?i:{_TRADE})$", match["noun"])
                yield Value(match.start() + start, match.end("noun" if firm else "lead"), "organization")
    yield from _letterhead(text)


def _begins(lead: str, words: Vocabulary) -> int | None:
    """Where the first word stands that names somebody or some place; None if all are usual."""
    for word in re.finditer(_WORD, lead):
        if not (words.ordinary(word[0]) or words.seen_small(word[0]) or _CLINICAL.search(word[0].lower())):
            return word.start()
    return None


def _letterhead(text: str) -> Iterator[Value]:
    """A line at the head of a page that consists of such a name, in usual words even: "Blue Canyon Surgery Center"."""
    start = 0
    for line in text.split("\n", _HEAD)[:_HEAD]:
        match = _ALONE.match(text, start, start + len(line))
        name = match["name"].rstrip(" ,.") if match else ""
        parts = re.findall(r"[\w'’-]+", name)
        called = any(_CARE.fullmatch(form) for form in (name, name.title()))
        if match and called and 1 < len(parts) <= _LONGEST and _names(parts):
            yield Value(match.start("name"), match.start("name") + len(name), "organization")
        start += len(line) + 1


def _names(parts: Sequence[str]) -> bool:
    """Whether all but joints have capitals, and a word is none of medicine, of forms or of such places."""
    usual = (shipped_words(), FORM_WORDS, ORGANIZATION_WORDS, EPONYMS)
    telling = (part.lower() for part in parts if len(part) > 2)
    return all(part[0].isupper() or len(part) < 4 for part in parts) and any(
        not any(word in known for known in usual) for word in telling
    )
