"""Taking identifiers out of the texts of one case: all texts are learned from before the first one is redacted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.redaction.birth import birth_pattern, find_births, find_unlabelled_births, read_birth
from drafter.redaction.clinics import find_clinics
from drafter.redaction.codes import find_codes
from drafter.redaction.columns import find_columns
from drafter.redaction.days import latest_year
from drafter.redaction.fuzzy import alike
from drafter.redaction.keyed import keyed_values
from drafter.redaction.known import KnownValues, label
from drafter.redaction.labels import Value, find_numbers
from drafter.redaction.matching import PeopleFinder
from drafter.redaction.mending import mended
from drafter.redaction.model import Kind, Redacted, Removal, replaced
from drafter.redaction.names import fold
from drafter.redaction.organizations import find_organizations
from drafter.redaction.patterns import find_cities, find_shapes, find_streets
from drafter.redaction.people import Mention, find_people
from drafter.redaction.roster import enrol
from drafter.redaction.running import running_codes
from drafter.redaction.segments import segment_values
from drafter.redaction.unlabelled import find_unlabelled
from drafter.redaction.vocabulary import Vocabulary

_RECORD: Kind = "record number"
_ONLY_THERE: tuple[Kind, ...] = ("date of birth", "phone")
"""Told by a label and found elsewhere by other means."""
_NO_PERSON: tuple[Kind, ...] = ("employer", "organization", "city")


class Redactor:
    """Knows who and what a case's texts name, and gives each the same placeholder everywhere.

    `counts` are the removals so far by kind; what was removed is kept nowhere.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        texts = [mended(text) for text in texts]
        words = Vocabulary(texts)
        self._words = words
        self._values = {text: tuple(_told_values(text, words)) for text in texts}
        values = [*self._known_values(), *((code, _RECORD) for code in running_codes(texts))]
        self._sightings = {text: [*find_people(text, words)] for text in texts}
        self._people = PeopleFinder(enrol(self._mentions(values)), words)
        self._known = KnownValues(values, words)
        self._year = latest_year(texts)
        days = (read_birth(text[one.start : one.end]) for text in texts for one in self._told_births(text))
        self._births = birth_pattern({day for day in days if day})
        self.counts: Counter[Kind] = Counter()

    def redact(self, text: str, *, scanned: bool = False) -> Redacted:
        """`text` with its identifiers replaced; `scanned` text may have letters misread."""
        redacted = replaced(text, self._removals(mended(text), scanned))
        self.counts.update(removal.kind for removal in redacted.removals)
        return redacted

    def is_clean(self, text: str) -> bool:
        """Whether nothing in `text`, in small letters or great, identifies somebody."""
        return not any(True for form in (text, text.title()) for _ in self._removals(form, False))

    def _mentions(self, values: Iterable[tuple[str, Kind]]) -> list[Mention]:
        """Everybody named beside a label, and those named without one who are nobody of these."""
        taken = {frozenset(map(fold, re.findall(r"\w+", value))) for value, kind in values if kind in _NO_PERSON}
        labelled = [one.mention for found in self._sightings.values() for one in found]
        labelled = [one for one in labelled if not _is_of(one, taken)]
        known = {piece for one in labelled for piece in _pieces(one)}
        lone = [one.mention for text in self._sightings for one in find_unlabelled(text, self._words)]
        return labelled + [one for one in lone if not _is_of(one, taken) and not _is_told_better(one, known)]

    def _told(self, text: str) -> frozenset[int]:
        """Where words of names begin because their place says so, however usual they are as words."""
        seen = self._sightings.get(text)
        found = find_people(text, self._words) if seen is None else seen
        return frozenset(
            one.start + word.start() for one in found for word in re.finditer(r"\w+", text[one.start : one.end])
        )

    def _told_births(self, text: str) -> Iterator[Value]:
        yield from find_births(text)
        yield from find_unlabelled_births(text, self._year)
        yield from (value for value in self._told_in(text) if value.kind == "date of birth")

    def _told_in(self, text: str) -> tuple[Value, ...]:
        """What labels tell of a text, found once for those that were learned from."""
        found = self._values.get(text)
        return tuple(_told_values(text, self._words)) if found is None else found

    def _known_values(self) -> Iterator[tuple[str, Kind]]:
        """Whatever a label tells that can be found again where it has none."""
        for text, values in self._values.items():
            for value in (*(one for one in values if one.kind not in _ONLY_THERE), *find_streets(text)):
                yield text[value.start : value.end], value.kind
            for city in find_cities(text):
                yield city, "city"

    def _removals(self, text: str, scanned: bool) -> Iterator[Removal]:
        yield from self._people.find(text, self._told(text), scanned=scanned)
        yield from self._known.find(text, scanned=scanned)
        for value in (*self._told_in(text), *self._told_births(text), *find_shapes(text), *find_codes(text)):
            yield self._removal(text, value)
        for match in self._births.finditer(text) if self._births else ():
            yield Removal(match.start(), match.end(), label("date of birth"), "date of birth")

    def _removal(self, text: str, value: Value) -> Removal:
        placeholder = self._known.placeholder(text[value.start : value.end], value.kind)
        return Removal(value.start, value.end, placeholder, value.kind)


def _is_of(mention: Mention, others: set[frozenset[str]]) -> bool:
    """Whether the name is that of an employer, an organisation or a city, or a part of it that no role is given to."""
    name = _pieces(mention)
    return any(name == other or (mention.role == "person" and name < other) for other in others)


def _is_told_better(mention: Mention, known: set[str]) -> bool:
    """Whether a name without a label is one that a label told, with words around it or with letters misread."""
    exact = [piece in known for piece in _pieces(mention)]
    if sum(exact) > 1:
        return True
    return any(_is_like(piece, known) for piece, same in zip(_pieces(mention), exact, strict=True) if not same)


def _pieces(mention: Mention) -> frozenset[str]:
    return frozenset(fold(piece) for part in mention.name.words for piece in part.split())


def _is_like(piece: str, known: set[str]) -> bool:
    return any(alike(piece, other) for other in known)


def _told_values(text: str, words: Vocabulary) -> Iterator[Value]:
    """Numbers, organisations and whatever else a label beside or above it tells."""
    yield from find_numbers(text)
    yield from find_organizations(text, words)
    yield from find_columns(text)
    yield from segment_values(text)
    yield from keyed_values(text)
    yield from find_clinics(text, words)
