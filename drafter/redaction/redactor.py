"""Taking identifiers out of the texts of one case: all texts are learned from before the first one is redacted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.redaction.birth import birth_pattern, find_births, read_birth
from drafter.redaction.codes import find_codes
from drafter.redaction.fuzzy import alike
from drafter.redaction.known import KnownValues, label
from drafter.redaction.labels import Value, find_numbers, find_organizations
from drafter.redaction.matching import PeopleFinder
from drafter.redaction.model import Kind, Redacted, Removal, replaced
from drafter.redaction.names import fold
from drafter.redaction.patterns import find_cities, find_shapes, find_streets
from drafter.redaction.people import Mention, find_people
from drafter.redaction.roster import enrol
from drafter.redaction.unlabelled import find_unlabelled
from drafter.redaction.vocabulary import Vocabulary

_NO_PERSON: tuple[Kind, ...] = ("employer", "organization", "city")


class Redactor:
    """Knows who and what a case's texts name, and gives each the same placeholder everywhere.

    `counts` are the removals so far by kind; what was removed is kept nowhere.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        words = Vocabulary(texts)
        values = list(_values(texts))
        named = _people(texts, words, [value for value, kind in values if kind in _NO_PERSON])
        self._people = PeopleFinder(enrol(named), words)
        self._known = KnownValues(values, words)
        written = (text[one.start : one.end] for text in texts for one in find_births(text))
        days = (read_birth(one) for one in written)
        self._births = birth_pattern({day for day in days if day})
        self.counts: Counter[Kind] = Counter()

    def redact(self, text: str, *, scanned: bool = False) -> Redacted:
        """`text` with its identifiers replaced; `scanned` text may have letters misread."""
        redacted = replaced(text, self._removals(text, scanned))
        self.counts.update(removal.kind for removal in redacted.removals)
        return redacted

    def is_clean(self, text: str) -> bool:
        """Whether nothing in `text`, in small letters or great, identifies somebody."""
        return not any(True for form in (text, text.title()) for _ in self._removals(form, False))

    def _removals(self, text: str, scanned: bool) -> Iterator[Removal]:
        yield from self._people.find(text, scanned=scanned)
        yield from self._known.find(text, scanned=scanned)
        for value in _labelled(text):
            yield self._removal(text, value)
        for match in self._births.finditer(text) if self._births else ():
            yield Removal(match.start(), match.end(), label("date of birth"), "date of birth")

    def _removal(self, text: str, value: Value) -> Removal:
        placeholder = self._known.placeholder(text[value.start : value.end], value.kind)
        return Removal(value.start, value.end, placeholder, value.kind)


def _people(texts: Sequence[str], words: Vocabulary, taken: Iterable[str]) -> list[Mention]:
    """Everybody named beside a label, and those named without one who are nobody of these misread."""
    others = {frozenset(map(fold, re.findall(r"\w+", value))) for value in taken}
    named = [one for text in texts for one in find_people(text, words) if not _is_of(one, others)]
    known = {fold(piece) for one in named for part in one.name.words for piece in part.split()}
    lone = [one for text in texts for one in find_unlabelled(text, words) if not _is_of(one, others)]
    return named + [one for one in lone if not any(_is_like(word, known) for word in one.name.words)]


def _is_of(mention: Mention, others: set[frozenset[str]]) -> bool:
    """Whether the name is that of an employer, an organisation or a city, or a part of it that no role is given to."""
    name = {fold(piece) for part in mention.name.words for piece in part.split()}
    return any(name == other or (mention.role == "person" and name < other) for other in others)


def _is_like(word: str, known: set[str]) -> bool:
    low = fold(word)
    return low in known or any(alike(low, other) for other in known)


def _labelled(text: str) -> Iterator[Value]:
    yield from find_shapes(text)
    yield from find_numbers(text)
    yield from find_births(text)
    yield from find_organizations(text)
    yield from find_codes(text)


def _values(texts: Iterable[str]) -> Iterator[tuple[str, Kind]]:
    """Whatever a label tells that can be found again where it has none."""
    for text in texts:
        for value in (*find_numbers(text), *find_organizations(text)):
            yield text[value.start : value.end], value.kind
        for value in find_streets(text):
            yield text[value.start : value.end], value.kind
        for city in find_cities(text):
            yield city, "city"
