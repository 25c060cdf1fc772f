"""The names by which guidelines, chapters and sections are cited, from the timeline and the cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.criteria.card import Guideline
from drafter.criteria.library import library

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_YEAR = re.compile(r"[\s,]*\(?(?:[A-Z][a-z]+\s+\d{1,2},\s*)?(?P<year>\d{4})\b\)?(?:\s+Guidelines?)?")
_TITLE_PARTS = re.compile(r"\s*(?:,\s*and\s|,|\band\b|&|\s-\s)\s*")
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_ACOEM = re.compile(r"\bACOEM\b|\bAmerican\s+College\s+of\s+Occupational\b", re.IGNORECASE)
_LONGEST_NAME = 6
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?\s")


class Named(NamedTuple):
    """A guideline's name in a text: `text[start:end]`."""

    start: int
    end: int
    guideline: str


def normal(text: str) -> str:
    """Letters and digits only, lower case, `&` as `and`: how names are compared."""
    return _NOT_ALPHANUMERIC.sub("", text.lower().replace("&", " and "))


def mtus_names(text: str) -> list[Named]:
    """MTUS guidelines named in a text, in order. A year right behind a title selects that edition."""
    found = []
    for match in _wordings(mtus=True).finditer(text):
        guideline = _by_wording()[normal(match[0])]
        year = _YEAR.match(text, match.end())
        sibling = _edition(guideline, year["year"]) if year else None
        found.append(Named(match.start(), year.end() if year and sibling else match.end(), sibling or guideline))
    return found


def other_name(text: str) -> Named | None:
    """The first guideline outside the MTUS and the ODG that a text names."""
    if match := _wordings(mtus=False).search(text):
        return Named(match.start(), match.end(), _by_wording()[normal(match[0])])
    if _ACOEM.search(text):
        titles = {entry.title: entry.id for entry in library().guidelines.values() if entry.organisation == "ACOEM"}
        found = [
            Named(text.index(title), text.index(title) + len(title), titles[title]) for title in titles if title in text
        ]
        return found[0] if found else None
    return None


def odg_chapter(text: str, anywhere: bool = False) -> Named | None:
    """The ODG chapter that a text begins with, or the first one in it."""
    pattern = _chapter_pattern()
    match = pattern.search(text) if anywhere else pattern.match(text)
    return Named(match.start(), match.end(), _chapters()[normal(match[0])]) if match else None


def split_sections(text: str, guideline: str | None, prose: bool = False) -> tuple[str, ...]:
    """Section names of a list. A name may hold commas itself: known names stay whole, others by rule.

    `prose`: the text may go on with something else; unknown names count only when they look like names.
    """
    pieces = pieces_of(text, _SEPARATOR)
    known = section_names(guideline)
    numbered = bool(pieces) and bool(_NUMBERED.match(pieces[0]))
    sections: list[str] = []
    start = 0
    while start < len(pieces):
        end = _known_end(pieces, start, known)
        is_known = end > start
        end = max(end, start + 1)
        while end < len(pieces) and _goes_on(pieces, start, end, known, numbered, is_known):
            end += 1
        name = ", ".join(pieces[start:end])
        if is_known or not prose or (name[0].isupper() and len(name.split()) <= _LONGEST_NAME):
            sections.append(name)
        start = end
    return tuple(sections)


@cache
def section_names(guideline: str | None) -> frozenset[str]:
    """Normalised section names and aliases of a guideline's cards; of all cards when it has none.

    An alias such as "Special Studies, Summary" that only lists other names is none.
    """
    cards = [card for card in library().cards.values() if card.guideline == guideline] or library().cards.values()
    titles = {normal(card.section) for card in cards}
    aliases = {alias for card in cards for alias in card.aliases}
    single = titles | {normal(alias) for alias in aliases if "," not in alias}
    listed = {alias for alias in aliases if all(normal(part) in single for part in alias.split(","))}
    return frozenset(titles | {normal(alias) for alias in aliases - listed} | single)


@cache
def _heads() -> frozenset[str]:
    """Beginnings of section names with a comma: `NSAIDs`, `Opioids`, `CRPS`."""
    names = [name for card in library().cards.values() for name in (card.section, *card.aliases)]
    return frozenset(normal(name.split(",")[0]) for name in names if "," in name)


def pieces_of(text: str, separator: re.Pattern[str]) -> list[str]:
    """Parts of a text between separators that are not in brackets."""
    pieces = []
    start = 0
    for found in separator.finditer(text):
        before = text[: found.start()]
        open_brackets = before.count("(") + before.count("[") - before.count(")") - before.count("]")
        if open_brackets <= 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece.strip() for piece in (*pieces, text[start:]) if piece.strip()]


def _known_end(pieces: list[str], start: int, known: frozenset[str]) -> int:
    ends = range(len(pieces), start, -1)
    return next((end for end in ends if normal(" ".join(pieces[start:end])) in known), start)


def _goes_on(pieces: list[str], start: int, end: int, known: frozenset[str], numbered: bool, is_known: bool) -> bool:
    """Whether the name that starts at `start` goes on with the piece at `end`."""
    if numbered:
        return not _NUMBERED.match(pieces[end])
    if _known_end(pieces, end, known) > end:
        return False
    if pieces[end][0].islower():
        return True
    return not is_known and end == start + 1 and normal(pieces[start]) in _heads()


@cache
def _wordings(mtus: bool) -> re.Pattern[str]:
    names = {
        name
        for guideline in library().guidelines.values()
        if guideline.mtus == mtus and (mtus or guideline.organisation != "ODG")
        for name in _wordings_of(guideline)
    }
    return _any_of(names)


@cache
def _by_wording() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in library().guidelines.values():
        table.update({normal(name): entry.id for name in entry.cited_as})
    for entry in library().guidelines.values():
        for name in _wordings_of(entry):
            table.setdefault(normal(name), entry.id)
    return table


def _wordings_of(entry: Guideline) -> tuple[str, ...]:
    """How an edition is cited; its title too, where the title names a guideline and not just a topic."""
    return (*entry.cited_as, entry.title) if "Guidelines" in entry.title else entry.cited_as


def _edition(guideline: str, year: str) -> str | None:
    entries = library().guidelines
    title = entries[guideline].title
    same = (entry for entry in entries.values() if entry.mtus and entry.title == title)
    return next((entry.id for entry in same if year in (entry.edition, entry.version_date[-4:])), None)


@cache
def _chapters() -> dict[str, str]:
    """ODG chapters by their normalised names and by parts of these: `Knee` for `Knee and Leg`."""
    odg = [entry for entry in library().guidelines.values() if entry.organisation == "ODG"]
    table: dict[str, str] = {}
    for names in (_full_names, _part_names):
        for entry in odg:
            for name in names(entry):
                table.setdefault(normal(name), entry.id)
    return table


@cache
def _chapter_pattern() -> re.Pattern[str]:
    odg = [entry for entry in library().guidelines.values() if entry.organisation == "ODG"]
    return _any_of({name for entry in odg for name in (*_full_names(entry), *_part_names(entry))})


def _full_names(entry: Guideline) -> Iterator[str]:
    yield entry.title
    for name in entry.cited_as:
        yield re.sub(r"\s+(?:Chapter|Section)$", "", name)


def _part_names(entry: Guideline) -> Iterator[str]:
    for name in _full_names(entry):
        for part in _TITLE_PARTS.split(name):
            if part and "(" not in part:
                yield from (part, f"{part}s", name.replace(part, f"{part}s", 1))


def _any_of(names: set[str]) -> re.Pattern[str]:
    """A pattern of names, longest first; white space, `&` and a comma before `and` may differ."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(_flexible(name) for name in ordered) + r")(?!\w)", re.IGNORECASE)


def _flexible(name: str) -> str:
    words = []
    for word in name.replace("&", " & ").split():
        if word.lower() in ("&", "and"):
            words.append(r"(?:&|and)")
        else:
            words.append(re.escape(word.rstrip(",")) + ",?" * word.endswith(","))
    return r"\s+".join(words)
