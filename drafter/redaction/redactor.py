"""Taking identifiers out of the texts of one case: all texts are learned from before the first one is redacted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.redaction.birth import birth_pattern, find_births, read_birth
from drafter.redaction.known import KnownValues, bare, label
from drafter.redaction.labels import Value, find_numbers, find_organizations
from drafter.redaction.matching import PeopleFinder
from drafter.redaction.model import Kind, Redacted, Removal, replaced
from drafter.redaction.patterns import find_cities, find_shapes, find_streets
from drafter.redaction.people import find_people
from drafter.redaction.roster import enrol
from drafter.redaction.vocabulary import Vocabulary


class Redactor:
    """Knows who and what a case's texts name, and gives each the same placeholder everywhere.

    `counts` are the removals so far by kind; what was removed is kept nowhere.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        words = Vocabulary(texts)
        values = list(_values(texts))
        taken = {bare(value) for value, kind in values if kind in ("employer", "organization", "city")}
        named = (mention for text in texts for mention in find_people(text, words))
        self._people = PeopleFinder(enrol(one for one in named if bare(" ".join(one.name.words)) not in taken), words)
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


def _labelled(text: str) -> Iterator[Value]:
    yield from find_shapes(text)
    yield from find_numbers(text)
    yield from find_births(text)
    yield from find_organizations(text)


def _values(texts: Iterable[str]) -> Iterator[tuple[str, Kind]]:
    """Whatever a label tells that can be found again where it has none."""
    for text in texts:
        for value in (*find_numbers(text), *find_organizations(text)):
            yield text[value.start : value.end], value.kind
        for value in find_streets(text):
            yield text[value.start : value.end], value.kind
        for city in find_cities(text):
            yield city, "city"
