"""Words of scanned pages as they were printed: text recognition takes letters for others that look alike.

Only words that nothing else in the case or the lexicon spells so are looked at, and only for a word of the field or of
negation. What is quoted stays as it was recognised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from drafter.case import Page, Record, Sentence
from drafter.lexicon import body_parts, concepts, drugs, treatments

_WORD = re.compile(r"[A-Za-z0-9|!]{3,}")
_LETTERS = re.compile(r"(?<![\\\w?*+)\]])[a-z]{3,}(?=[ |)?]|$)")
"""Whole words of an expression: letters that nothing lengthens."""
_ALIKE = str.maketrans("bil1|!jto0qceuvn5s96gz2", "hiiiiiiiooocchhhssgggzz")
"""One letter for all that look like it. Letters that are not here keep their place."""
_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "h"))
_LONG = 7
"""Letters from which on a word is known with one of them lost, added or changed."""
_SLIPS = re.compile(
    r"\b(?:t(?:b|li)(?:e|at|is|en|ey|an|ere)|wit(?:b|li)|w(?:b|li)(?:o|at|en|ich|ere)|(?:b|li)(?:as|ave|is|er)|botb"
    r"|notbing|aud|wa5|n0t|n0|rnay|frorn)\b",
    re.IGNORECASE,
)
"""Small words as recognition spoils them, with "b" and "li" for "h"; none of them is a word, but for names."""
_FEW = 4
"""Of these on a page with a text layer, its text comes from a copier that recognised it."""
_OFTEN = 3
"""A spelling that stands so often on the scanned pages is no slip."""
_PLAIN = (
    "the and not has had have was were with without that this there then than them they what who which when where"
    " while her his him she for from but nothing never none other otherwise denies denied does did done both more most"
    " after before since until only still again no longer able unable cannot could would should about because"
    " right left back work home pain help helped better worse same"
)


def readings(records: Iterable[Record], sentences: Sequence[Sentence]) -> list[str]:
    """The text of each sentence, with the words of scanned pages put right."""
    scanned = {(record.id, page.number) for record in records for page in record.pages if _is_recognised(page)}
    if not scanned:
        return [sentence.text for sentence in sentences]
    typed: set[str] = set()
    seen: Counter[str] = Counter()
    for sentence in sentences:
        words = _words(sentence.text)
        if (sentence.record, sentence.page) in scanned:
            seen.update(words)
        else:
            typed.update(words)
    known = frozenset(typed | _vocabulary())
    names = frozenset(word for word, count in seen.items() if count >= _OFTEN)
    return [
        put_right(sentence.text, known, names) if (sentence.record, sentence.page) in scanned else sentence.text
        for sentence in sentences
    ]


def _is_recognised(page: Page) -> bool:
    return page.ocr_confidence is not None or len(_SLIPS.findall(page.text)) >= _FEW


def put_right(text: str, known: frozenset[str], names: frozenset[str] = frozenset()) -> str:
    """`text` with each word that is not `known` replaced by the one word of the field that looks like it.

    One of `names` is replaced only where its letters look alike, not where one of them differs.
    """
    return _WORD.sub(lambda match: _printed(match.group(), known, names), text)


def _printed(word: str, known: frozenset[str], names: frozenset[str]) -> str:
    lower = word.lower()
    if lower in known or not any(letter.isalpha() for letter in lower):
        return word
    guessed = len(lower) >= _LONG and lower not in names
    return _by_shape().get(_shape(lower)) or (_by_gaps(lower) if guessed else None) or word


def _shape(word: str) -> str:
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    return word.translate(_ALIKE)


@cache
def _by_shape() -> dict[str, str]:
    """The words by their shape; a shape that several words have names none of them."""
    return _unique((_shape(word), word) for word in _vocabulary())


@cache
def _gaps() -> dict[str, str]:
    return _unique((gap, word) for word in _vocabulary() if len(word) >= _LONG for gap in _without_one(word))


def _by_gaps(word: str) -> str | None:
    """The word that differs in one letter, after Garbe's symmetric deletion."""
    found = {_gaps()[gap] for gap in (word, *_without_one(word)) if gap in _gaps()}
    return found.pop() if len(found) == 1 else None


def _without_one(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _unique(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    double: set[str] = set()
    for key, word in pairs:
        if table.setdefault(key, word) != word:
            double.add(key)
    return {key: word for key, word in table.items() if key not in double}


@cache
def _vocabulary() -> frozenset[str]:
    """The words that the lexicon spells out, and plain ones."""
    entries = [pattern for entry in treatments().values() for pattern in (entry.name, *entry.patterns)]
    entries += [pattern for part in body_parts().values() for pattern in (part.name, *part.patterns)]
    entries += [name for drug in drugs().values() for name in (drug.generic, *drug.brands)]
    for concept in concepts().values():
        entries += [concept.name, concept.query, *concept.documents, *concept.contradicts, *concept.near]
    return frozenset(word for entry in entries for word in _LETTERS.findall(entry.lower())) | frozenset(_PLAIN.split())


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
