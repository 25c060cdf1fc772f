"""What a sentence says of the other side, or of other levels, than those in dispute: "left knee, not right"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from drafter.case import BodySite, Lock
from drafter.lexicon import body_parts
from drafter.lock import find_sites
from drafter.lock.levels import find_levels, parts_of_level

_CLAUSE = re.compile(r"[;,]\s+|\.\s+|\s+(?=(?:but|while|whereas|however|although|and|with)\b)")
_SIDE = re.compile(
    r"(?<!\bto the )(?<!\bthan the )(?<!\bthan )(?<!\bwith the )(?<!\bversus )\b(?P<side>right|left)"
    r"(?:[- ]sided?)?\b(?![- ](?:hand(?:ed)?\b(?! (?:pain|numb|weak))|domin\w*|away|now|after"
    r"|before|the|his|her|their|my|to|work|job|with|at|alone|untreated|early|over|him|in|a|an)\b)",
    re.IGNORECASE,
)
_DOMINANT = re.compile(r"[- ](?:handed\b|domin)", re.IGNORECASE)
_SIDED = re.compile(r"\b(?:right|left|bilateral\w*|both|[RL])\b|\b[RL](?=[UL]E\b)", re.IGNORECASE)
_OPPOSITE = {"left": "right", "right": "left"}
_ORDER = "CTLS"
_LAST = {"C": 7, "T": 12, "L": 5, "S": 5}

Whose = Literal["mine", "other"]


class _Named(NamedTuple):
    place: int
    whose: Whose


@lru_cache(maxsize=8192)
def own_words(text: str, lock: Lock, sides: bool) -> str:
    """`text` with white space for its clauses about other levels and, if `sides` matter, about the other side only.

    A clause that names neither goes on with the one before it.
    """
    side = _one_side(lock.sites) if sides and _SIDED.search(text) else None
    named = sorted([*(_of_sides(text, lock.sites, side) if side else ()), *_of_levels(text, lock.levels)])
    if not any(found.whose == "other" for found in named):
        return text
    kept, whose = text, "mine"
    for start, end in _clauses(text):
        here = {found.whose for found in named if start <= found.place < end}
        whose = ("mine" if "mine" in here else "other") if here else whose
        if whose == "other":
            kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def vertebrae(levels: tuple[str, ...]) -> frozenset[str]:
    """All vertebrae from the first to the last of each level or range: C4, C5, C6 and C7 of `C4-C7`."""
    return frozenset(vertebra for level in levels for vertebra in _between(level))


def same_segment(text: str, levels: tuple[str, ...]) -> bool:
    """True unless the sentence names spinal levels and none of them is of `levels`.

    Two motion segments are the same only if they share both vertebrae: "L4-5: no motion beyond normal" is not said of
    L5-S1. A vertebra or a root named by itself is of every segment that it belongs to.
    """
    named = [vertebrae((found.level,)) for found in find_levels(text)] if levels else []
    wanted = [vertebrae((level,)) for level in levels]
    return not named or any(len(one & mine) >= min(len(one), len(mine), 2) for one in named for mine in wanted)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    return pairwise(cuts)


def _one_side(sites: tuple[BodySite, ...]) -> str | None:
    sides = {site.side for site in sites}
    side = sides.pop() if len(sides) == 1 else None
    return side if side in _OPPOSITE else None


def _of_sides(text: str, sites: tuple[BodySite, ...], side: str) -> Iterator[_Named]:
    """Where parts of the item's region are named with a side, and where a side stands for itself."""
    regions = {body_parts()[site.part].region for site in sites}
    found = [site for site in find_sites(text) if not _DOMINANT.match(text, site.end)]
    for site in found:
        if site.side and body_parts()[site.part].region in regions:
            yield _Named(site.start, "other" if site.side == _OPPOSITE[side] else "mine")
    levels = [(level.start, part) for level in find_levels(text) for part in parts_of_level(level.level)]
    parts = [*levels, *((site.start, site.part) for site in found)]
    for start, end in _clauses(text):
        about = {body_parts()[part].region for place, part in parts if start <= place < end}
        sided = any(site.side and start <= site.start < end for site in found)
        given = {match["side"].lower() for match in _SIDE.finditer(text, start, end)}
        if given and not sided and (not about or about & regions):
            yield _Named(start, "mine" if side in given else "other")


def _of_levels(text: str, levels: tuple[str, ...]) -> Iterator[_Named]:
    wanted = vertebrae(levels)
    for found in find_levels(text) if wanted else ():
        yield _Named(found.start, "other" if wanted.isdisjoint(_between(found.level)) else "mine")


@lru_cache(maxsize=1024)
def _between(level: str) -> tuple[str, ...]:
    first, last = level.split("-")[0], level.split("-")[-1]
    spine = [f"{letter}{number}" for letter in _ORDER for number in range(1, _LAST[letter] + 1)]
    if first not in spine or last not in spine:
        return (first, last)
    return tuple(spine[spine.index(first) : spine.index(last) + 1])
