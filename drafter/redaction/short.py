"""What else a file calls a number or a business that it has named in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.redaction.vocabulary import (
    FORM_WORDS,
    ORGANIZATION_WORDS,
    Vocabulary,
    is_word,
    shipped_abbreviations,
    shipped_words,
)

_FORM = re.compile(r"(?:,?[ ](?:Inc|LLC|LLP|Ltd|Co|Corp|INC|CO|CORP|LTD)\b\.?)+$")
_JOINTS = frozenset({"of", "the", "and", "de", "del", "la", "las", "los", "y", "&", "for", "at"})
_NUMBER_CORE = re.compile(r"\d[\d\W_]*\d")
_CORE = 7
"""So many digits of a number tell it without the letters around them."""
_ALONE = 5
"""So long is a first word that may stand for the whole name."""
_FEWEST = 3
"""So many letters make an acronym."""
_TELLING = 4
"""So long is a word that tells one business from others."""


def short_names(name: str, words: Vocabulary, *, of_care: bool = False) -> Iterator[str]:
    """The beginnings of a business's name that can stand for it: "Gossamer Textile" of Gossamer Textile Mills, Inc.

    Of practices, which are many, no first word alone that is one of the language. Always in the case of the name, for
    "Harbor Light" is a business where "harbor light" is none.
    """
    parts = _FORM.sub("", name).split()
    if parts and parts[0].lower() == "the":
        parts = parts[1:]
    for size in range(len(parts), 0, -1):
        beginning = parts[:size]
        if beginning[-1].lower() in _JOINTS:
            continue
        if size == 1 and (len(parts[0]) < _ALONE or words.seen_small(parts[0])):
            continue
        if size == 1 and of_care and is_word(parts[0].lower()):
            continue
        if any(map(_is_telling, beginning)):
            yield " ".join(beginning)


def acronyms(name: str) -> Iterator[str]:
    """The first letters of a business's words, where they are no abbreviation of medicine: "BHF" of three or more."""
    parts = [part for part in _FORM.sub("", name).split() if part.lower() not in _JOINTS and part[0].isupper()]
    letters = "".join(part[0] for part in parts)
    for size in range(len(letters), _FEWEST - 1, -1):
        short = letters[:size]
        if short not in shipped_abbreviations() and short.lower() not in shipped_words():
            yield short


def department(name: str, short: str) -> str:
    """A pattern of what may stand for the words behind the beginning `short` of a name: "DPW" for Public Works."""
    rest = _FORM.sub("", name)[len(short) :].split() if name.startswith(short) else []
    letters = [part[0] for part in rest if part[0].isupper()]
    return rf"(?:[ ][A-Z]?{'[A-Z]?'.join(letters)}(?![A-Za-z]))?" if len(letters) > 1 else ""


def _is_telling(part: str) -> bool:
    """Whether the word is none of medicine, of forms or of businesses at large."""
    bare = part.lower().strip(".,'’")
    usual = bare in shipped_words() or bare in FORM_WORDS or bare in ORGANIZATION_WORDS
    return len(bare) >= _TELLING and bare.isalpha() and not usual


def core_number(number: str) -> str | None:
    """The digits of a number without the letters before and behind them, if they are many: "2014-00981"."""
    core = _NUMBER_CORE.search(number)
    inner = core[0] if core else ""
    whole = inner != number and re.fullmatch(r"[\d\W_]+", inner)
    return inner if whole and sum(map(str.isdigit, inner)) >= _CORE else None
