"""Body parts and their sides in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from drafter.case import BodySite, Side
from drafter.lexicon import body_parts
from drafter.lock import decoys
from drafter.lock.levels import FoundLevel, find_levels, parts_of_level
from drafter.lock.matcher import Match, Matcher, Token, tokenise
from drafter.lock.numbers import is_number
from drafter.lock.sides import Anchor, assign_sides


class FoundSite(NamedTuple):
    """A body part named in a text; the place is that of the part's words, without the side."""

    part: str
    side: Side | None
    start: int
    end: int


@cache
def _matcher() -> Matcher:
    entries = ((part.id, pattern) for part in body_parts().values() for pattern in part.patterns)
    return Matcher(entries, decoys.BODY_PARTS)


def find_sites(text: str) -> list[FoundSite]:
    """Body parts in reading order. "Back to work", "on the other hand" and "six feet" are none."""
    tokens = tokenise(text)
    matches = _part_matches(text, tokens)
    if not matches:
        return []
    anchors = [_anchor(match.ids, match.first, match.last) for match in matches]
    sides = assign_sides(text, tokens, anchors).sides
    return [
        FoundSite(part, side, match.start, match.end)
        for match, side in zip(matches, sides, strict=True)
        for part in match.ids
    ]


def request_sites(text: str) -> tuple[BodySite, ...]:
    """Body parts and sides of a request; a spinal level stands for its part of the spine.

    A side that stands apart ("inguinal hernia repair, left") belongs to the parts that have none.
    """
    tokens = tokenise(text)
    anchors = [_anchor(match.ids, match.first, match.last) for match in _part_matches(text, tokens)]
    anchors += [_level_anchor(tokens, level) for level in find_levels(text)]
    anchors.sort(key=lambda anchor: anchor.first)
    sides, loose = assign_sides(text, tokens, anchors)
    spare = loose[0] if len(set(loose)) == 1 and not any(sides) else None
    return _merge([(part, side or spare) for anchor, side in zip(anchors, sides, strict=True) for part in anchor.parts])


def _merge(found: list[tuple[str, Side | None]]) -> tuple[BodySite, ...]:
    """One site a part; what has no side gives way to the sided part it lies in, `spine` to its regions."""
    parts = list(dict.fromkeys(part for part, _ in found))
    if {"neck", "upper-back", "low-back"} & set(parts) and "spine" in parts:
        parts.remove("spine")
    sites = [BodySite(part=part, side=_one_side([side for name, side in found if name == part])) for part in parts]
    sided = {site.part for site in sites if site.side}
    return tuple(site for site in sites if site.side or body_parts()[site.part].within not in sided)


def _one_side(sides: list[Side | None]) -> Side | None:
    given = {side for side in sides if side}
    return next(iter(given)) if len(given) == 1 else "bilateral" if given else None


def _part_matches(text: str, tokens: Sequence[Token]) -> list[Match]:
    return [match for match in _matcher().find(text, tokens) if not _is_length(text, tokens, match)]


def _anchor(parts: tuple[str, ...], first: int, last: int) -> Anchor:
    return Anchor(parts, first, last, any(body_parts()[part].sided for part in parts))


def _level_anchor(tokens: Sequence[Token], level: FoundLevel) -> Anchor:
    rows = [row for row, token in enumerate(tokens) if level.start <= token.start < level.end]
    return _anchor(tuple(parts_of_level(level.level)), rows[0], rows[-1])


def _is_length(text: str, tokens: Sequence[Token], match: Match) -> bool:
    """ "Ten feet", "6-foot fall": a number directly before."""
    if match.first == 0 or tokens[match.first].word not in ("foot", "feet"):
        return False
    before = tokens[match.first - 1]
    return is_number(before.word) and text[before.end : match.start] in (" ", "-")
