"""The words by which an item is searched, and what a passage has to be about."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, DisputedItem, Lock
from drafter.lexicon import body_parts, treatments


class Wanted(NamedTuple):
    """What a guideline section has to be about."""

    treatments: list[str]
    """Treatment ids, the particular before the general."""
    drugs: tuple[str, ...]
    parts: frozenset[str]
    after_surgery: bool

    @property
    def regions(self) -> frozenset[str]:
        return frozenset(body_parts()[part].region for part in self.parts)


def wanted_of(case: Case, item: DisputedItem) -> Wanted:
    return Wanted(treatments_of(item.lock), item.lock.drugs, _parts(case, item), _after_surgery(item))


def query(item: DisputedItem) -> str:
    """The request in its own words, with the standard names of what the lock recognised in it.

    Numbers are left out: a quantity of 120 must not find the section on 120 mg.
    """
    lock = item.lock
    names = [treatments()[name].name for name in treatments_of(lock) if name in treatments()]
    parts = [body_parts()[site.part].name for site in lock.sites]
    return " ".join(dict.fromkeys([own_words(item), *names, *lock.drugs, *parts]))


def own_words(item: DisputedItem) -> str:
    """What is in dispute, as the letter words it, without its numbers."""
    request = item.lock.remainder.remaining if item.lock.remainder else item.request
    return " ".join(word for word in request.split() if not any(sign.isdigit() for sign in word))


def treatments_of(lock: Lock) -> list[str]:
    """Treatment ids of the lock, the particular before the general; `also` holds a drug's classes in its form."""
    return [name for name in dict.fromkeys([lock.treatment, *lock.also]) if name]


def _parts(case: Case, item: DisputedItem) -> frozenset[str]:
    """Body parts of the item's sites; an ancillary item that names none shares those of its surgery."""
    sites = item.lock.sites
    if not sites and item.depends_on:
        sites = next(other.lock.sites for other in case.items if other.number == item.depends_on)
    return frozenset(site.part for site in sites)


def _after_surgery(item: DisputedItem) -> bool:
    return item.lock.phase == "postoperative" or (item.depends_on is not None and item.lock.phase is None)
