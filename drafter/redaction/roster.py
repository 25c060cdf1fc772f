"""Who is who over all records: one person, one placeholder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.redaction.fuzzy import alike
from drafter.redaction.names import Name, fold
from drafter.redaction.people import Mention
from drafter.redaction.places import Role

_LABEL: dict[Role, str] = {
    "patient": "PATIENT", "clinician": "PHYSICIAN", "relative": "FAMILY MEMBER", "person": "PERSON",
}  # fmt: skip
_STRENGTH: tuple[Role, ...] = ("patient", "clinician", "relative", "person")


@dataclass
class Person:
    """Somebody with all the ways in which the records name them."""

    last: str
    firsts: list[str] = field(default_factory=list)
    middles: set[str] = field(default_factory=set)
    roles: Counter[Role] = field(default_factory=Counter)
    misread: set[str] = field(default_factory=set)
    """The last name as text recognition read it elsewhere."""
    placeholder: str = ""

    @property
    def role(self) -> Role:
        """The most frequent role that says something; `person` says nothing."""
        telling = [role for role in _STRENGTH[:-1] if self.roles[role]]
        return max(telling, key=lambda role: self.roles[role], default="person")

    def is_also(self, name: Name) -> bool:
        """Whether `name` can be this person: the same last name, and first names that agree or are left out."""
        if self.last != fold(name.last):
            return False
        first = fold(name.first)
        return not first or not self.firsts or any(_agree(first, own) for own in self.firsts)

    def is_misread(self, name: Name) -> bool:
        """Whether `name` is this person's full name but for a letter or two that look alike."""
        last, first = fold(name.last), fold(name.first)
        return (
            len(first) > 1 and alike(self.last, last) and any(first == own or alike(first, own) for own in self.firsts)
        )

    def add(self, mention: Mention, times: int = 1) -> None:
        name = mention.name
        first = fold(name.first)
        if first and first not in self.firsts:
            self.firsts.append(first)
        if fold(name.last) != self.last:
            self.misread.add(fold(name.last))
        self.middles.update(fold(part) for part in name.middle)
        self.roles[mention.role] += times


def _agree(one: str, other: str) -> bool:
    return one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0])


def enrol(mentions: Iterable[Mention]) -> list[Person]:
    """The people of the mentions in order of first appearance, each with a placeholder.

    Full names are enrolled first, so that a last name alone finds the person it belongs to.
    """
    counted = Counter(mentions)
    people: list[tuple[int, Person]] = []
    places = {mention: place for place, mention in enumerate(counted)}
    for mention in sorted(counted, key=lambda one: (-len(one.name.first), places[one])):
        place = places[mention]
        person = _find(mention.name, [one for _, one in people])
        if person is None:
            person = Person(fold(mention.name.last))
            people.append((place, person))
        person.add(mention, counted[mention])
    people = _without_first_names(people)
    known = [person for _, person in sorted(people, key=lambda entry: entry[0])]
    _name(known)
    return known


def _find(name: Name, people: list[Person]) -> Person | None:
    return next(
        (one for one in people if one.is_also(name)), next((one for one in people if one.is_misread(name)), None)
    )


def _without_first_names(people: list[tuple[int, Person]]) -> list[tuple[int, Person]]:
    """ "Rosalind" alone, as in a greeting, is the Rosalind whose last name is known, where there is only one."""
    kept = []
    for place, person in people:
        owners = [other for _, other in people if other is not person and person.last in other.firsts]
        if person.firsts or len(owners) != 1:
            kept.append((place, person))
    return kept


def _name(people: list[Person]) -> None:
    """The patient is whom most labels call so; a second one is somebody whose page was filed by mistake."""
    patients = sorted((one for one in people if one.role == "patient"), key=lambda one: -one.roles["patient"])
    counts: Counter[Role] = Counter()
    for person in [*patients, *(one for one in people if one.role != "patient")]:
        role = person.role
        counts[role] += 1
        numbered = role != "patient" or counts[role] > 1
        person.placeholder = f"[{_LABEL[role]} {counts[role]}]" if numbered else f"[{_LABEL[role]}]"
