"""Promise 9: a decision on a record that is too thin is marked as such."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Lock
from drafter.draft import DraftItem, Flag
from drafter.lexicon import body_parts
from drafter.lock import find_treatments
from drafter.lock.levels import parts_of_level
from drafter.verification.bearing import parts_with_wider
from drafter.verification.codes import Code
from drafter.verification.context import Context, Read, follows_refused_surgery, place_of
from drafter.verification.facts import find_facts

_FEWEST = 3
"""Clinical sentences below which no finding, present or absent, can rest on the record."""


def check_thin(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A decided item has a record that says enough, and says something about this treatment or body part."""
    if item.outcome not in ("upheld", "overturned") or follows_refused_surgery(item, context):
        return
    clinical = [read for read in context.sentences if not read.by_ur]
    if len(clinical) < _FEWEST:
        yield Code.THIN_RECORD.flag(place_of(item), f"is {item.outcome} on {len(clinical)} clinical sentences")
    elif _recognised(item.lock) and not any(_concerns(read, item.lock) for read in clinical):
        yield Code.THIN_RECORD.flag(
            place_of(item), f"is {item.outcome}, but no record sentence names its treatment or body part"
        )


def _recognised(lock: Lock) -> bool:
    """Whether the lock names anything that a record could be searched for."""
    return bool(lock.treatment or lock.also or lock.drugs or lock.sites or lock.levels)


def _concerns(read: Read, lock: Lock) -> bool:
    facts = find_facts(read.text)
    treatments = {*lock.also} | ({lock.treatment} if lock.treatment else set())
    if facts.drugs & {*lock.drugs, lock.drug} or treatments & {found.id for found in find_treatments(read.text)}:
        return True
    named = {body_parts()[part].region for part in parts_with_wider(facts)}
    wanted = {body_parts()[site.part].region for site in lock.sites}
    wanted |= {body_parts()[part].region for level in lock.levels for part in parts_of_level(level)}
    return bool(named & wanted)
