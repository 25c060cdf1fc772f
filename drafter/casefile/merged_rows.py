"""Rows of a form that text recognition ran into one: two services in a cell, and their numbers in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.casefile.statements import is_known
from drafter.lock import parse_lock

_AMOUNT = re.compile(r"[^#]*#\s?\d{1,4}(?:\W{1,3}(?:RF|refills?)\W{0,2}\d{1,2})?", re.IGNORECASE)
"""What tells how much of one service: up to its number, with the refills behind it."""
_TIMES = re.compile(r"(?:x\s?\d{1,2}\s*)+", re.IGNORECASE)
"""A cell with nothing but `x1` for each service."""
_SHORTEST = 2
_JOINED = re.compile(r"\b(?:w/|with|and|of|plus|under)$|[,/&+]$", re.IGNORECASE)


def parted(row: str) -> list[str]:
    """The requests of a row with bars, each with its own amount; nothing where the row asks for one thing."""
    cells = [cell.strip() for cell in row.split("|")]
    for at, cell in enumerate(cells):
        services = list(_services(cell.split()))
        if len(services) > 1:
            amounts = next((found for other in cells[at + 1 :] if len(found := _amounts(other)) > 1), [])
            return _joined(services, amounts if len(amounts) == len(services) else [])
    return []


def _amounts(cell: str) -> list[str]:
    return re.findall(r"[xX]\s?\d{1,2}", cell) if _TIMES.fullmatch(cell) else _AMOUNT.findall(cell)


def _joined(services: Sequence[str], amounts: Sequence[str]) -> list[str]:
    behind = amounts or [""] * len(services)
    return [f"{service} {amount.strip()}".strip() for service, amount in zip(services, behind, strict=True)]


def _services(words: Sequence[str]) -> Iterator[str]:
    """The words cut where the name of another treatment begins."""
    start = 0
    for at in range(1, len(words)):
        if at <= start:
            continue
        before, behind = " ".join(words[start:at]), " ".join(words[at:])
        if _JOINED.search(before) or not is_known(parse_lock(words[at])):
            continue
        one, grown = parse_lock(before), parse_lock(f"{before} {words[at]}")
        goes_on = (one.treatment, one.also, one.drug) == (grown.treatment, grown.also, grown.drug)
        if is_known(one) and is_known(parse_lock(behind)) and not goes_on:
            cut = at - 1 if _begins_name(words, start, at) else at
            yield " ".join(words[start:cut])
            start = cut
    yield " ".join(words[start:])


def _begins_name(words: Sequence[str], start: int, at: int) -> bool:
    """Whether the capitalised word before is the first of the name: `Physical therapy`, not of what stands before."""
    if at - start < _SHORTEST or not words[at - 1][:1].isupper():
        return False
    without, whole = (parse_lock(" ".join(words[start:end])) for end in (at - 1, at))
    return is_known(without) and without.treatment == whole.treatment
