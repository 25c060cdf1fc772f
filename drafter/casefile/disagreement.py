"""Where two documents ask for the same treatment and do not ask for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.case import Discrepancy, DisputedItem, Lock
from drafter.casefile.statements import Statement

_SINGLE = {"strength": "strength", "quantity": "quantity", "visits": "number of visits", "days": "days"}


def disagreements(
    item: DisputedItem, statements: Sequence[Statement], against_first: bool = False
) -> Iterator[Discrepancy]:
    """One entry a field, with the first two places that show it; `against_first` compares the others with the first."""
    pairs = [(statements[0], other) for other in statements[1:]] if against_first else combinations(statements, 2)
    seen: set[str] = set()
    for one, other in pairs:
        for field, first, second in _differences(one.lock, other.lock):
            if field not in seen:
                seen.add(field)
                message = f"the {field} is {first} in one document and {second} in another"
                yield Discrepancy(item=item.number, message=message, places=(one.span, other.span))


def _differences(one: Lock, other: Lock) -> Iterator[tuple[str, str, str]]:
    for name, label in _SINGLE.items():
        first, second = getattr(one, name), getattr(other, name)
        if first is not None and second is not None and not _agree(name, first, second):
            yield label, _shown(first), _shown(second)
    if one.levels and other.levels and set(one.levels) != set(other.levels):
        yield "level", ", ".join(one.levels), ", ".join(other.levels)
    sides: list[set[str | None]] = [{site.side for site in lock.sites if site.side} for lock in (one, other)]
    if all(sides) and not _compatible(*sides):
        yield "side", ", ".join(sorted(map(str, sides[0]))), ", ".join(sorted(map(str, sides[1])))


def _agree(name: str, first: object, second: object) -> bool:
    """Whether the values say the same; of a drug of two substances some write the strength of one only."""
    if _folded(first) == _folded(second):
        return True
    one, other = (set(re.findall(r"\d+(?:\.\d+)?", str(value))) for value in (first, second))
    return name == "strength" and bool(one and other) and (one <= other or other <= one)


def _folded(value: object) -> object:
    return value.lower().replace(" ", "").replace("-", "/") if isinstance(value, str) else value


def _compatible(one: set[str | None], other: set[str | None]) -> bool:
    """`bilateral` agrees with no single side; both sides named one by one agree with it."""
    spelled = [{"left", "right"} if "bilateral" in sides else sides for sides in (one, other)]
    return spelled[0] == spelled[1]


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
