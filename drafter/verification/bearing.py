"""Whether one text's facts bear out another's: which facts of a sentence are missing from what it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.lexicon import body_parts
from drafter.lock.levels import parts_of_level
from drafter.verification.codes import Code
from drafter.verification.facts import Facts
from drafter.verification.quantities import Quantity

_ROOTS = tuple(
    f"{region}{number}" for region, last in (("C", 8), ("T", 12), ("L", 5), ("S", 5)) for number in range(1, last + 1)
)
_SEGMENTS = tuple(root for root in _ROOTS if root != "C8")
_SPINE = frozenset({"neck", "upper-back", "low-back"})


class Missing(NamedTuple):
    """A fact of a sentence that its sources do not contain."""

    code: Code
    fact: str


def missing_facts(claim: Facts, support: Facts) -> Iterator[Missing]:
    """The facts of `claim` that `support` does not bear out, in a fixed order."""
    for code, find in _KINDS:
        for fact in sorted(find(claim, support)):
            yield Missing(code, fact)


def parts_with_wider(facts: Facts) -> set[str]:
    """The body parts that a text speaks of, by name or by spinal level, with the larger parts they lie in."""
    named = {wider for part, _ in facts.sites for wider in (part, *_wider(part))}
    return named | {part for level in facts.levels for part in parts_of_level(level)}


def _numbers(claim: Facts, support: Facts) -> Iterator[str]:
    known = support.quantities | {Quantity(year) for year, _ in support.months}
    for quantity in claim.quantities:
        if not any(source.supports(quantity) for source in known):
            yield str(quantity)
    bare = {f"{quantity.value:g}" for quantity in support.quantities if quantity.unit is None}
    for compound in claim.compounds - support.compounds - {f"{month}/{day}" for month, day in support.days}:
        if not set(compound.split("/")) <= bare:
            yield compound
    yield from claim.codes - support.codes


def _dates(claim: Facts, support: Facts) -> Iterator[str]:
    yield from (f"{day:%B} {day.day}, {day.year}" for day in claim.dates - support.dates)
    whole = {(day.year, day.month) for day in claim.dates}
    yield from (f"{month}/{year}" for year, month in claim.months - support.months - whole)
    days = {(day.month, day.day) for day in claim.dates}
    yield from (f"{month}/{day}" for month, day in claim.days - support.days - days)


def _sides(claim: Facts, support: Facts) -> Iterator[str]:
    absent = {side for side in claim.sides if not _side_occurs(side, support.sides)}
    yield from absent
    for part, given in claim.sites:
        if given and given not in absent and not _sided(part, given, support):
            yield f"{given} {body_parts()[part].name}"


def _side_occurs(side: str, sides: frozenset[str]) -> bool:
    if side == "bilateral":
        return side in sides or {"left", "right"} <= sides
    return side in sides or "bilateral" in sides


def _sided(part: str, side: str, support: Facts) -> bool:
    """Whether the sources put the part on this side, or leave its side to the words around it.

    What they say of the part itself comes before what they say of the smaller parts within it.
    """
    theirs = {given for other, given in support.sites if other == part and given}
    if not theirs:
        theirs = {given for other, given in support.sites if part in _wider(other) and given}
    return not theirs or _side_occurs(side, frozenset(theirs))


def _levels(claim: Facts, support: Facts) -> Iterator[str]:
    known = frozenset(name for level in support.levels for name in _within(level))
    for level in claim.levels:
        if level not in known and not _segments(level) <= known:
            yield level


def _parts(claim: Facts, support: Facts) -> Iterator[str]:
    known = parts_with_wider(support)
    known |= {"spine"} if known & _SPINE else set()
    yield from (body_parts()[part].name for part in {part for part, _ in claim.sites} - known)


def _drugs(claim: Facts, support: Facts) -> Iterator[str]:
    yield from claim.drugs - support.drugs


def _speakers(claim: Facts, support: Facts) -> Iterator[str]:
    yield from claim.speakers - support.speaker_words


_KINDS: tuple[tuple[Code, Callable[[Facts, Facts], Iterator[str]]], ...] = (
    (Code.NUMBER_UNSUPPORTED, _numbers),
    (Code.DATE_UNSUPPORTED, _dates),
    (Code.SIDE_UNSUPPORTED, _sides),
    (Code.LEVEL_UNSUPPORTED, _levels),
    (Code.PART_UNSUPPORTED, _parts),
    (Code.DRUG_UNSUPPORTED, _drugs),
    (Code.SPEAKER_UNSUPPORTED, _speakers),
)


@lru_cache(maxsize=512)
def _wider(part: str) -> tuple[str, ...]:
    """The larger parts that a part lies in."""
    outer = body_parts()[part].within if part in body_parts() else None
    return (outer, *_wider(outer)) if outer else ()


@lru_cache(maxsize=1024)
def _segments(level: str) -> frozenset[str]:
    """The motion segments of a range: `L4-S1` is `L4-L5` and `L5-S1`; a single root has none of its own."""
    ends = level.split("-")
    if len(ends) != 2 or not set(ends) <= set(_SEGMENTS):
        return frozenset({level})
    upper, lower = (_SEGMENTS.index(end) for end in ends)
    return frozenset(f"{_SEGMENTS[row]}-{_SEGMENTS[row + 1]}" for row in range(upper, lower))


@lru_cache(maxsize=1024)
def _within(level: str) -> frozenset[str]:
    """Everything that a text with this level bears out: itself, its segments, its roots."""
    segments = _segments(level)
    return frozenset({level}) | segments | {root for segment in segments for root in segment.split("-")}
