"""Finding the people of a roster wherever they are named: in full, inverted, by initials, by one name, misread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.redaction.fuzzy import Lookalikes
from drafter.redaction.model import Removal
from drafter.redaction.names import PARTICLE, TOKEN, fold
from drafter.redaction.roster import Person
from drafter.redaction.squeezed import Squeezed
from drafter.redaction.vocabulary import Vocabulary, is_word

_WORD = re.compile(r"[^\W_]+(?:['’‐–-][^\W_]+)*")
_TITLE = re.compile(r"\b(?:(?:drs?|dra|mr|mrs|ms|mx|prof|sra?|srta)\.?|doctor|miss|judge)\s+$", re.IGNORECASE)
_SAYS = re.compile(
    r"[ ](?:reports?|reported|states?|stated|says|said|denies|called|asked|told|interprets|helps|drove)\b"
)
"""What only people do."""
_DOCTOR = re.compile(r"\b(?:(?:drs?|dra)\.?|doctor)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:[\^*]|[ \t]*,?[ \t]*[A-Z]\.?[ \t]*|[ \t]*,?\s{{0,3}}|\.|[ ]{PARTICLE.pattern}[ ]|[ ][\"“‘(]|[\"”’)][ ]"
    rf"|[ ][\"“‘(]\w+[\"”’)][ ])"
)
"""What may stand between two names of one person: an initial, a particle, marks around a nickname."""
_PARTICLES = re.compile(rf"(?<![\w.])(?:{PARTICLE.pattern}[ ])+$", re.IGNORECASE)
_SHOUTED_TAIL = re.compile(r"(?:[ ][A-Z]\.?)?(?:,?[ ](?:JR|SR|II|III|IV)\.?)?(?=[ ]{2}|[ ]*[,|\n]|[ ]*$)")
"""What a register sets behind a last and a first name."""
_LOGIN = 4
"""Longer are the names by which people sign in: an initial and the last name."""
_WHOLE = 8
"""So many letters of a whole name are told from chance."""
_ABBREVIATIONS = frozenset(
    {"PT", "OT", "DC", "MD", "DO", "PA", "NP", "RN", "AM", "PM", "ER", "OR", "IV", "IM", "CT", "UR", "US"}
)


class _Hit(NamedTuple):
    start: int
    end: int
    person: Person
    part: str
    """`last`, `first`, `middle`, or `whole` for two names that were run together."""
    certain: bool
    """False: an ordinary word or a look-alike, which only counts beside another of the person's names or a title."""


class PeopleFinder:
    """Finds the roster's people in a text."""

    def __init__(self, people: Iterable[Person], words: Vocabulary) -> None:
        self._words = words
        self._people = tuple(people)
        self._parts: dict[str, list[tuple[Person, str]]] = {}
        for person in self._people:
            self._enter(person)
        self._lookalikes = Lookalikes(word for word in self._parts if len(word) > 4 and not words.ordinary(word))
        self._initials = {
            (first[0] + person.last[0]).upper(): person
            for person in reversed(self._people)
            if person.role == "patient"
            for first in person.firsts
            if person.last
        }

    def find(self, text: str, told: frozenset[int], *, scanned: bool = False) -> Iterator[Removal]:
        """Every place of `text` that names one of them; `scanned` text may have letters misread.

        Where a label says that a name begins, in `told`, a usual word is one too.
        """
        hits = (hit._replace(certain=hit.certain or hit.start in told) for hit in self._hits(text, scanned))
        group: list[_Hit] = []
        for hit in hits:
            if group and not self._together(text, group[-1], hit):
                yield from self._removal(text, group)
                group = []
            group.append(hit)
        yield from self._removal(text, group)
        yield from self._by_initials(text)
        yield from self._written_otherwise(text)

    def _enter(self, person: Person) -> None:
        for part, names in (
            ("last", [person.last, *sorted(person.misread)]),
            ("first", person.firsts),
            ("middle", sorted(person.middles)),
        ):
            for name in names:
                self._add(name, person, part)
        for first in person.firsts:
            if person.last and first:
                for login in (f"{first[0]}{person.last}", f"{person.last}{first[0]}"):
                    if len(login) > _LOGIN and not is_word(login):
                        self._add(login.replace(" ", ""), person, "whole")
            if len(first) > 2:
                self._add(f"{first}{person.last}".replace(" ", ""), person, "whole")
                self._add(f"{person.last}{first}".replace(" ", ""), person, "whole")

    def _add(self, name: str, person: Person, part: str) -> None:
        pieces = {name, *name.split(), *re.split(r"[-‐–]", name)}
        for piece in pieces:
            if len(piece) > 2 or (piece == name and len(piece) == 2 and (part == "last" or _is_short_name(piece))):
                self._parts.setdefault(piece, []).append((person, part))

    def _hits(self, text: str, scanned: bool) -> Iterator[_Hit]:
        for match in _WORD.finditer(text):
            yield from self._hit(text, match, scanned)

    def _hit(self, text: str, match: re.Match[str], scanned: bool) -> Iterator[_Hit]:
        word = match[0]
        end = match.end()
        if word[-2:].lower() in ("'s", "’s"):
            word, end = word[:-2], end - 2
        low = fold(word).replace("‐", "-").replace("–", "-")
        owners = self._parts.get(low)
        alike = None
        if owners is None and len(low) > 4 and not self._words.ordinary(low):
            alike = self._lookalikes.nearest(low) if scanned else self._mistyped(word)
            owners = self._parts.get(alike) if alike else None
        if owners is None:
            pieces = list(re.finditer(r"[^\W_]{3,}", word)) if "-" in low else []
            hits = [hit for piece in pieces for hit in self._piece(match.start() + piece.start(), piece[0])]
            if hits and len(pieces) > 1 and all(self._is_strange(piece[0].lower()) for piece in pieces):
                hits = [hits[0]._replace(start=match.start(), end=end)]  # a second last name, told nowhere
            yield from hits
            return
        person, part = self._owner(text, match.start(), owners)
        certain = not self._words.ordinary(alike or low) and (not word.islower() or len(low) > 3)
        certain = certain or (part == "whole" and not is_word(low))
        yield _Hit(match.start(), end, person, part, certain)

    def _mistyped(self, word: str) -> str | None:
        if not word[0].isupper() or self._words.seen_small(word):
            return None
        return self._lookalikes.typed(fold(word))

    def _piece(self, start: int, piece: str) -> Iterator[_Hit]:
        owners = self._parts.get(fold(piece))
        if owners and not self._words.ordinary(piece) and piece[0].isupper():
            person, part = owners[0]
            yield _Hit(start, start + len(piece), person, part, True)

    def _owner(self, text: str, start: int, owners: list[tuple[Person, str]]) -> tuple[Person, str]:
        """Of several the one whose other name stands beside; else by title, and the patient before all others."""
        if len(owners) == 1:
            return owners[0]
        around = text[max(0, start - 40) : start + 60].lower()

        def fitness(owner: tuple[Person, str]) -> tuple[bool, bool, bool]:
            person, part = owner
            others = person.firsts if part == "last" else [person.last]
            beside = any(len(name) > 1 and name in around for name in others)
            titled = bool(_DOCTOR.search(text[max(0, start - 8) : start]))
            return beside, titled == (person.role == "clinician"), person.role == "patient"

        return max(owners, key=fitness)

    def _together(self, text: str, before: _Hit, after: _Hit) -> bool:
        gap = text[before.end : after.start]
        return before.person is after.person and before.part != after.part and bool(_BETWEEN.fullmatch(gap))

    def _removal(self, text: str, group: list[_Hit]) -> Iterator[Removal]:
        if not group:
            return
        start, end, person = group[0].start, group[-1].end, group[0].person
        start = _with_particles(text, start, person)
        start, beside = self._with_initials(text, start, end, person)
        tail = self._with_tail(text, start, end, person)
        if tail == end and len(group) > 1 and text[start:end].isupper():
            shouted = _SHOUTED_TAIL.match(text, end)
            tail = shouted.end() if shouted else tail
        parts = {hit.part for hit in group}
        if len(parts) > 1 or beside or tail > end or any(hit.certain for hit in group) or self._fits(text, group[0]):
            if parts == {"last"} and not beside and tail == end:
                start, tail = self._with_stranger(text, start, end)
            yield Removal(start, tail, person.placeholder, "person")

    def _with_stranger(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A first name that nothing told before: no usual word, beside the last name."""
        before = re.search(rf"(?<![\w'’.-])({TOKEN})[ \t]{{1,2}}$", text[max(0, start - 30) : start])
        if before and self._is_strange(before[1]):
            return start - len(before[0]), end
        after = re.match(rf",[ \t]?({TOKEN})(?![\w'’])", text[end : end + 30])
        return start, end + after.end() if after and self._is_strange(after[1]) else end

    def _is_strange(self, word: str) -> bool:
        return len(word) > 2 and not self._words.ordinary(word) and not self._words.seen_small(word)

    def _with_initials(self, text: str, start: int, end: int, person: Person) -> tuple[int, bool]:
        """`R. Okerby` and `R. M. Okerby` begin at their initials."""
        match = re.search(r"(?<![\w.])(?:[A-Z0][.:,][ \t]*\n?|[A-Z0][ \t]+){1,3}$", text[max(0, start - 8) : start])
        initial = match[0][0].lower().replace("0", "o") if match and match[0].strip() else ""
        if match and initial and any(first[0] == initial for first in person.firsts if first):
            return start - len(match[0]), True
        return start, False

    def _with_tail(self, text: str, start: int, end: int, person: Person) -> int:
        """`Okerby, R.`, `OKERBY R` and `OKERBY ROSALIND M` end behind their initials."""
        match = re.match(r"[,^*]?[ \t]?([A-Z])(?:\.|(?=[\s,:;)|^*]|$))(?:[ \t]?[A-Z]\.)?", text[end : end + 8])
        if not match:
            return end
        middles = {middle[0] for middle in person.middles if middle}
        if match[0][0] != "," and not text[start:end].isupper() and match[1].lower() not in middles:
            return end
        known = {first[0] for first in (*person.firsts, *person.middles) if first}
        return end + match.end() if match[1].lower() in known else end

    def _fits(self, text: str, hit: _Hit) -> bool:
        """An ordinary word is the name where a title stands before it, or where a capital has no other reason."""
        before = text[max(0, hit.start - 12) : hit.start]
        word = text[hit.start : hit.end]
        if _TITLE.search(before) or (word.istitle() and _SAYS.match(text, hit.end)):
            return True
        return (
            hit.part in ("last", "first")
            and hit.person.role == "patient"
            and word.istitle()
            and bool(re.search(r"[a-z,] $", before))
        )

    def _written_otherwise(self, text: str) -> Iterator[Removal]:
        """Names broken at the end of a line, run together or letter by letter."""
        squeezed = Squeezed(text)
        for person in self._people:
            lasts = [last for last in (person.last, *sorted(person.misread)) if not self._words.ordinary(last)]
            for last in lasts:
                for one in squeezed.word(_letters(last)):
                    yield Removal(one.start, one.end, person.placeholder, "person")
            for first in person.firsts:
                whole = _letters(first + person.last), _letters(person.last + first)
                for name in whole if len(first) > 1 and len(whole[0]) >= _WHOLE else ():
                    for one in squeezed.words(name):
                        yield Removal(one.start, one.end, person.placeholder, "person")

    def _by_initials(self, text: str) -> Iterator[Removal]:
        for match in re.finditer(r"(?<![\w.])([A-Z])\.[ ]?(?:[A-Z]\.[ ]?)?([A-Z])\.(?![\w])", text):
            pair = match[1] + match[2]
            person = self._initials.get(pair)
            if person and pair not in _ABBREVIATIONS:
                yield Removal(match.start(), match.end(), person.placeholder, "person")


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _is_short_name(word: str) -> bool:
    """Jo and Li are names; RD and OT are callings that a comma sets behind one."""
    return bool(re.search("[aeiouy]", word)) and word.upper() not in _ABBREVIATIONS


def _with_particles(text: str, start: int, person: Person) -> int:
    """`De La Fuente` and `St. Clair` begin at what belongs to the last name."""
    before = _PARTICLES.search(text[max(0, start - 12) : start])
    own = fold(before[0]).split()[0].rstrip(".") if before else ""
    return start - len(before[0]) if before and own in fold(person.last).replace(".", "").split() else start
