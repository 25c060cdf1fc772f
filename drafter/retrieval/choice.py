"""Which guideline sections decide a disputed item."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.criteria.asof import AsOf, as_of, in_force
from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline
from drafter.lexicon import body_parts
from drafter.retrieval.query import Wanted, query, wanted_of
from drafter.retrieval.rerank import Question, Reranker
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.index import Index

_GUIDELINES = 5
DEPTH = 25
"""Passages of the hybrid search that take part in the fusion."""
FIT, _SEARCH, _MODEL = 3.0, 1.0, 3.0
"""Weights of the rankings: fit of the card, hybrid search, and a reranker where there is one."""


class _Fit(NamedTuple):
    """How well a card fits what is wanted; compared field by field, larger is better."""

    decides: bool
    mtus: bool
    particular: bool
    """About the drug itself, or about care after surgery, and not about its whole class."""
    treatment: int
    part: int


def choose_guidelines(
    case: Case, item: DisputedItem, index: Index, library: Library, reranker: Reranker | None = None
) -> tuple[ChosenGuideline, ...]:
    """The sections in force that treat the item's treatment, best first.

    Two rankings are fused: how well a card's treatment, drug and body part fit the lock, and the hybrid search of
    the request; a reranker adds a third. A card of another treatment never takes part, however similar its words are.
    """
    dates = as_of(case, item)
    if dates is None:
        return ()
    wanted = wanted_of(case, item)
    candidates = {card.id: card for card in library.cards.values() if applicable(card, wanted, dates, library)}
    if not candidates:
        return ()
    by_fit = sorted(candidates, key=lambda name: (tuple(-x for x in _fit(candidates[name], wanted, library)), name))
    hits = index.search(query(item), k=DEPTH, kind="card", accept=lambda passage: passage.id in candidates)
    rankings = [by_fit, [hit.passage.id for hit in hits]]
    if reranker and hits:
        question = Question(query(item), case.header.case_number, item.number)
        rankings.append([passage.id for passage in reranker.rerank(question, [hit.passage for hit in hits])])
    fused = reciprocal_rank_fusion(rankings, weights=[FIT, _SEARCH, _MODEL][: len(rankings)])
    ranked = sorted(fused, key=lambda entry: (not _is_mtus(candidates[entry[0]], library), -entry[1], entry[0]))
    return tuple(_chosen(candidates[name], score, dates, library) for name, score in ranked[:_GUIDELINES])


def applicable(card: Card, wanted: Wanted, dates: AsOf, library: Library) -> bool:
    """Whether the card is valid on these dates and treats what is wanted, where it is wanted."""
    if card.status == "invalidated" or not in_force(library.guidelines[card.guideline], dates):
        return False
    if not set(card.treatments) & set(wanted.treatments):
        return False
    if card.drugs and not set(card.drugs) & set(wanted.drugs):
        return False
    if card.phase == "postsurgical" and not wanted.after_surgery:
        return False
    return _part_fit(card, wanted) > 0


def _fit(card: Card, wanted: Wanted, library: Library) -> _Fit:
    rank = min(wanted.treatments.index(name) for name in card.treatments if name in wanted.treatments)
    return _Fit(
        decides=card.role == "decides",
        mtus=_is_mtus(card, library),
        particular=bool(card.drugs) or card.phase == "postsurgical",
        treatment=len(wanted.treatments) - rank,
        part=_part_fit(card, wanted),
    )


def _part_fit(card: Card, wanted: Wanted) -> int:
    """3 when both name the same part, 2 for its region or none in both, 1 when only one names any, 0 when they differ.

    A section on elbow and upper arm reaches into the region of the shoulder, and yields to that on the shoulder.
    """
    covered = {body_parts()[part].region for part in card.parts}
    if bool(covered) != bool(wanted.regions):
        return 1
    if wanted.parts & set(card.parts):
        return 3
    return 2 if covered & wanted.regions or not covered else 0


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
