"""Which guideline sections and prior decisions bear on a disputed item."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, DisputedItem, Lock
from drafter.criteria.asof import AsOf, as_of, in_force
from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline, Precedent
from drafter.guard import LeakageGuard
from drafter.lexicon import body_parts, drugs, treatments
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.index import Index
from vectorstore.passage import Passage

_GUIDELINES = 5
_PRECEDENTS = 3
_DEPTH = 25
"""Passages of the hybrid search that take part in the fusion."""


class _Fit(NamedTuple):
    """How well a card fits an item's lock; compared field by field, larger is better."""

    decides: bool
    mtus: bool
    drug: bool
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
    candidates = {card.id: card for card in library.cards.values() if _applicable(card, item, dates, library)}
    if not candidates:
        return ()
    by_fit = sorted(candidates, key=lambda name: (tuple(-x for x in _fit(candidates[name], item, library)), name))
    hits = index.search(query(item), k=_DEPTH, kind="guideline", accept=lambda passage: passage.id in candidates)
    fused = reciprocal_rank_fusion([by_fit, [hit.passage.id for hit in hits]], weights=[3.0, 1.0])
    ranked = sorted(fused, key=lambda entry: (not _is_mtus(candidates[entry[0]], library), -entry[1], entry[0]))
    return tuple(_chosen(candidates[name], score, dates, library) for name, score in ranked[:_GUIDELINES])


def find_precedents(case: Case, item: DisputedItem, index: Index) -> tuple[Precedent, ...]:
    """Similar prior decisions that the leakage guard allows; they carry no outcome."""
    guard = LeakageGuard(case)
    hits = index.search(query(item), k=_PRECEDENTS, kind="decision", accept=guard.allows)
    return tuple(_precedent(hit.passage, hit.score) for hit in hits)


def query(item: DisputedItem) -> str:
    """The request in its own words, with the standard names of what the lock recognised in it."""
    lock = item.lock
    names = [treatments()[name].name for name in _treatments(lock) if name in treatments()]
    parts = [body_parts()[site.part].name for site in lock.sites]
    wording = lock.remainder.remaining if lock.remainder else item.request
    return " ".join(dict.fromkeys([wording, *names, *lock.drugs, *parts]))


def _applicable(card: Card, item: DisputedItem, dates: AsOf, library: Library) -> bool:
    if card.status == "invalidated" or not in_force(library.guidelines[card.guideline], dates):
        return False
    if not set(card.treatments) & set(_treatments(item.lock)):
        return False
    if card.drugs and not set(card.drugs) & set(item.lock.drugs):
        return False
    if card.phase == "postsurgical" and item.lock.phase != "postoperative":
        return False
    return _part_fit(card, item) > 0


def _fit(card: Card, item: DisputedItem, library: Library) -> _Fit:
    wanted = _treatments(item.lock)
    rank = min(wanted.index(name) for name in card.treatments if name in wanted)
    postsurgical = card.phase == "postsurgical"
    return _Fit(
        decides=card.role == "decides",
        mtus=_is_mtus(card, library),
        drug=bool(card.drugs) or postsurgical,
        treatment=len(wanted) - rank,
        part=_part_fit(card, item),
    )


def _part_fit(card: Card, item: DisputedItem) -> int:
    """2 when the card is about the item's region, 1 when either names no part, 0 when they differ."""
    wanted = {body_parts()[site.part].region for site in item.lock.sites}
    covered = {body_parts()[part].region for part in card.parts}
    if not wanted or not covered:
        return 1
    return 2 if wanted & covered else 0


def _treatments(lock: Lock) -> list[str]:
    """Treatment ids of the lock, the particular before the general: its own, further ones, its drugs' classes."""
    named = [lock.treatment, *lock.also]
    classes = [name for drug in lock.drugs if drug in drugs() for name in drugs()[drug].classes]
    return [name for name in dict.fromkeys([*named, *classes]) if name]


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


def _precedent(passage: Passage, score: float) -> Precedent:
    metadata = passage.metadata
    return Precedent.model_validate(
        {
            "case_number": metadata["case_number"],
            "request": passage.title,
            "decided": metadata.get("decided"),
            "score": round(score, 6),
        }
    )
