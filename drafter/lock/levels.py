"""Spinal levels, normalised: `L4-L5`, `C5`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_ROOT = r"(?:([CTLS])\s?-?)?(\d{1,2})"
_CHAIN = re.compile(
    rf"(?<![\w.-])([CTLS])(?:-|\s(?=\d{{1,2}}\s?[-–/]\s?[CTLS]?\d))?(\d{{1,2}})"
    rf"((?:\s?(?:[-–/]|to|through|thru)\s?{_ROOT}(?!\d|%|\.\d|\s?mg))*)(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?P<joint>[-–/]|to|through|thru)\s?{_ROOT}", re.IGNORECASE)
_NOT_A_LEVEL = re.compile(
    r"(?<!\w)(?:s1\s?(?:,|and|&|/|-|\+)?\s?s2(?:\s+(?:heart|normal|regular|are|present|without))"
    r"|(?:normal|regular)\s+s1\s?(?:,|and|&|/|\+)?\s?s2|s1\s+joints?"
    r"|t[12]\s?-?(?:weighted|signal|hyperintens\w*|sequences?|images?|weighting|prolongation)"
    r"|free\s+t[34]|t3\s?(?:,|and|/)\s?t4|t-?scores?)(?!\w)",
    re.IGNORECASE,
)
_ORDER = "CTLS"
_LAST = {"C": 8, "T": 12, "L": 6, "S": 5}
_BELOW = {"C": 7, "T": 12, "L": 5}
_PART = {"C": "neck", "T": "upper-back", "L": "low-back", "S": "low-back"}


class FoundLevel(NamedTuple):
    """A spinal level or a pair of levels, with its place in the text."""

    level: str
    start: int
    end: int


def find_levels(text: str) -> list[FoundLevel]:
    """`L4-5, L5-S1` gives `L4-L5` and `L5-S1`; `L3-L4-L5` gives both motion segments; `T10-L5` stays a range."""
    if not any(char.isdigit() for char in text):
        return []
    barred = [found.span() for found in _NOT_A_LEVEL.finditer(text)]
    levels = []
    for chain in _CHAIN.finditer(text):
        if any(start < chain.end() and chain.start() < end for start, end in barred):
            continue
        levels += [FoundLevel(name, chain.start(), chain.end()) for name in _segments(chain)]
    return levels


def parts_of_level(level: str) -> list[str]:
    """Body parts that a level lies in: `neck` for `C7-T1`, as for its upper vertebra; two parts for `T10-L5`."""
    upper, *lower = level.split("-")
    neighbour = bool(lower) and _BELOW.get(upper[0]) == int(upper[1:]) and lower[0][1:] == "1"
    roots = [upper] if neighbour else [upper, *lower]
    return list(dict.fromkeys(_PART[root[0]] for root in roots))


def _segments(chain: re.Match[str]) -> list[str]:
    roots = [(chain[1].upper(), int(chain[2]))]
    joints = []
    for following in _NEXT.finditer(chain[3] or ""):
        letter, number = (following[2] or "").upper(), int(following[3])
        roots.append((letter or _letter_below(roots[-1], number), number))
        joints.append(following["joint"])
    if not all(1 <= number <= _LAST[letter] for letter, number in roots):
        return []
    if len(roots) == 1:
        return [] if chain[1].islower() else [_name(roots[0])]
    if len(roots) > 2 and "/" in joints:
        return [_name(root) for root in roots]
    pairs = pairwise(roots)
    return [f"{_name(upper)}-{_name(lower)}" for upper, lower in pairs if _above(upper, lower)]


def _letter_below(upper: tuple[str, int], number: int) -> str:
    """The second letter that a short form leaves out: the same, or the next one for `L5-1`."""
    letter, first = upper
    crosses = number == 1 and first == _BELOW.get(letter)
    return _ORDER[_ORDER.index(letter) + 1] if crosses else letter


def _above(upper: tuple[str, int], lower: tuple[str, int]) -> bool:
    return (_ORDER.index(upper[0]), upper[1]) < (_ORDER.index(lower[0]), lower[1])


def _name(root: tuple[str, int]) -> str:
    return f"{root[0]}{root[1]}"
