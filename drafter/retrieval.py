"""Which guideline sections and prior decisions bear on a disputed item."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, DisputedItem, Lock
from drafter.criteria.asof import AsOf, as_of, in_force
from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline, Precedent
from drafter.guard import LeakageGuard
from drafter.lexicon import body_parts, treatments
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.index import Index
from vectorstore.passage import Hit, Passage

_GUIDELINES = 5
_PRECEDENTS = 3
_DEPTH = 25
"""Passages of the hybrid search that take part in the fusion."""


class _Wanted(NamedTuple):
    """What a card has to be about."""

    treatments: list[str]
    drugs: tuple[str, ...]
    regions: frozenset[str]
    after_surgery: bool


class _Fit(NamedTuple):
    """How well a card fits what is wanted; compared field by field, larger is better."""

    decides: bool
    mtus: bool
    particular: bool
    """About the drug itself, or about care after surgery, and not about its whole class."""
    treatment: int
    part: int


def choose_guidelines(case: Case, item: DisputedItem, index: Index, library: Library) -> tuple[ChosenGuideline, ...]:
    """The sections in force that treat the item's treatment, best first.

    Two rankings are fused: how well a card's treatment, drug and body part fit the lock, and the hybrid search of
    the request. A card of another treatment never takes part, however similar its words are.
    """
    dates = as_of(case, item)
    if dates is None:
        return ()
    wanted = _Wanted(_treatments(item.lock), item.lock.drugs, _regions(case, item), _after_surgery(item))
    candidates = {card.id: card for card in library.cards.values() if _applicable(card, wanted, dates, library)}
    if not candidates:
        return ()
    by_fit = sorted(candidates, key=lambda name: (tuple(-x for x in _fit(candidates[name], wanted, library)), name))
    hits = index.search(query(item), k=_DEPTH, kind="card", accept=lambda passage: passage.id in candidates)
    fused = reciprocal_rank_fusion([by_fit, [hit.passage.id for hit in hits]], weights=[3.0, 1.0])
    ranked = sorted(fused, key=lambda entry: (not _is_mtus(candidates[entry[0]], library), -entry[1], entry[0]))
    return tuple(_chosen(candidates[name], score, dates, library) for name, score in ranked[:_GUIDELINES])


def find_precedents(case: Case, item: DisputedItem, index: Index) -> list[Hit]:
    """Prior decisions on the same treatment that the leakage guard allows; they carry no outcome."""
    guard = LeakageGuard(case)

    def similar(passage: Passage) -> bool:
        return passage.metadata.get("treatment") in _treatments(item.lock) and guard.allows(passage)

    return index.search(query(item), k=_PRECEDENTS, kind="decision", accept=similar)


def as_precedent(hit: Hit) -> Precedent:
    """A prior decision as a draft lists it."""
    metadata = hit.passage.metadata
    return Precedent.model_validate(
        {
            "case_number": metadata["case_number"],
            "request": hit.passage.title,
            "decided": metadata.get("decided"),
            "score": round(hit.score, 6),
        }
    )


def query(item: DisputedItem) -> str:
    """The request in its own words, with the standard names of what the lock recognised in it.

    Numbers are left out: a quantity of 120 must not find the section on 120 mg.
    """
    lock = item.lock
    names = [treatments()[name].name for name in _treatments(lock) if name in treatments()]
    parts = [body_parts()[site.part].name for site in lock.sites]
    request = lock.remainder.remaining if lock.remainder else item.request
    wording = " ".join(word for word in request.split() if not any(sign.isdigit() for sign in word))
    return " ".join(dict.fromkeys([wording, *names, *lock.drugs, *parts]))


def _applicable(card: Card, wanted: _Wanted, dates: AsOf, library: Library) -> bool:
    if card.status == "invalidated" or not in_force(library.guidelines[card.guideline], dates):
        return False
    if not set(card.treatments) & set(wanted.treatments):
        return False
    if card.drugs and not set(card.drugs) & set(wanted.drugs):
        return False
    if card.phase == "postsurgical" and not wanted.after_surgery:
        return False
    return _part_fit(card, wanted) > 0


def _fit(card: Card, wanted: _Wanted, library: Library) -> _Fit:
    rank = min(wanted.treatments.index(name) for name in card.treatments if name in wanted.treatments)
    return _Fit(
        decides=card.role == "decides",
        mtus=_is_mtus(card, library),
        particular=bool(card.drugs) or card.phase == "postsurgical",
        treatment=len(wanted.treatments) - rank,
        part=_part_fit(card, wanted),
    )


def _part_fit(card: Card, wanted: _Wanted) -> int:
    """2 when card and item name the same region or both none, 1 when only one names any, 0 when they differ."""
    covered = {body_parts()[part].region for part in card.parts}
    if bool(covered) != bool(wanted.regions):
        return 1
    return 2 if covered & wanted.regions or not covered else 0


def _regions(case: Case, item: DisputedItem) -> frozenset[str]:
    """Regions of the item's sites; an ancillary item that names none shares those of its surgery."""
    sites = item.lock.sites
    if not sites and item.depends_on:
        sites = next(other.lock.sites for other in case.items if other.number == item.depends_on)
    return frozenset(body_parts()[site.part].region for site in sites)


def _after_surgery(item: DisputedItem) -> bool:
    return item.lock.phase == "postoperative" or (item.depends_on is not None and item.lock.phase is None)


def _treatments(lock: Lock) -> list[str]:
    """Treatment ids of the lock, the particular before the general; `also` holds a drug's classes in its form."""
    return [name for name in dict.fromkeys([lock.treatment, *lock.also]) if name]


def _is_mtus(card: Card, library: Library) -> bool:
    return library.guidelines[card.guideline].mtus


def _chosen(card: Card, score: float, dates: AsOf, library: Library) -> ChosenGuideline:
    guideline = library.guidelines[card.guideline]
    return ChosenGuideline(
        id=card.id,
        guideline=guideline.id,
        citation=library.citation(card),
        edition=guideline.edition,
        section=card.section,
        pages=card.pages,
        as_of=dates.shown,
        as_of_basis=dates.basis,
        passage=card.facts,
        score=round(score, 6),
    )
