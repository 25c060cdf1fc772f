"""The search sequence of 8 CCR 9792.21.1: the MTUS, then ACOEM or the ODG, then other guidelines, then studies.

A later source counts only where the earlier ones are silent, or where the presumption of the MTUS is challenged. All of
them are searched, so that a reviewer who has to compare finds what there is; the draft says which one was needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.criteria.asof import AsOf, as_of
from drafter.criteria.library import Library
from drafter.draft import ChosenGuideline, LibraryPassage, SearchStep
from drafter.retrieval.families import OTHER, family_of
from drafter.retrieval.query import Wanted, query, wanted_of
from drafter.retrieval.relevance import speaks_of, telling_quote
from drafter.retrieval.rerank import MOST, Question, Reranker
from drafter.retrieval.search import find
from drafter.retrieval.validity import standing, where_in_force
from vectorstore.index import Index, Where
from vectorstore.passage import Hit, Passage

_DEPTH = 24
"""Passages whose text is looked at, over all sources and again in each source that has none among them."""
_SHOWN_IN_NEEDED, _SHOWN_BEYOND = 3, 1
"""Added passages that a draft shows of the source that answers, and of each one beyond it."""


class _Source(NamedTuple):
    name: str
    families: tuple[str, ...]


SOURCES = (
    _Source("MTUS", ("mtus",)),
    _Source("ACOEM or ODG", ("acoem", "odg")),
    _Source("other guidelines", (OTHER,)),
    _Source("studies", ("study",)),
)

_WITH_CARDS = ("MTUS", "ACOEM or ODG")
"""Sources of which the shipped library has cards."""


class Searched(NamedTuple):
    """What was searched for an item, in order, and the passages of added documents that were found."""

    steps: tuple[SearchStep, ...]
    passages: tuple[LibraryPassage, ...]


@dataclass(frozen=True)
class _Search:
    """One item's search."""

    case: Case
    item: DisputedItem
    index: Index
    library: Library
    wanted: Wanted
    dates: AsOf | None

    def valid(self, passage: Passage) -> bool:
        return standing(passage, self.dates, self.library).valid

    def run(self, families: Collection[str] | None = None) -> list[Hit]:
        """The nearest `_DEPTH` added passages; with `families` only those of them that are in force."""
        where: Where = {}
        if families is not None:
            where = {"family": lambda family: family_of(family) in families, **where_in_force(self.dates, self.library)}
        return find(self.index, query(self.item), _DEPTH, "guideline", where=where)


def search_in_sequence(
    case: Case,
    item: DisputedItem,
    index: Index,
    library: Library,
    chosen: Sequence[ChosenGuideline],
    families: Collection[str] = (),
    reranker: Reranker | None = None,
) -> Searched:
    """Search each source for the item; `chosen` are the sections that have cards.

    `families` are those of the added documents: of each that the nearest passages do not answer, all are searched.

    Whether a passage speaks of the treatment is told from its text, and asked of the nearest 24 of each search only: a
    source that names the treatment further down than that counts as silent, however large the library.
    """
    search = _Search(case, item, index, library, wanted_of(case, item), as_of(case, item))
    nearest = search.run() if index.manifest.kinds.get("guideline") else []
    steps: list[SearchStep] = []
    passages: list[LibraryPassage] = []
    for source in SOURCES:
        hits = _found(search, nearest, source, set(source.families) & set(families), reranker)
        needed = not any(step.found for step in steps)
        shown = hits[: _SHOWN_IN_NEEDED if needed else _SHOWN_BEYOND]
        step = _step(source, search, chosen, shown, _passed_over(search, nearest, source), needed)
        steps.append(step)
        passages += [_listed(hit, search) for hit in shown]
    return Searched(tuple(_worth_telling(steps)), tuple(passages))


def _family(passage: Passage) -> str:
    return family_of(passage.metadata.get("family"))


def _found(
    search: _Search, nearest: list[Hit], source: _Source, present: set[str], reranker: Reranker | None
) -> list[Hit]:
    """Passages of a source that are in force and speak of the treatment, best first."""
    own = [hit for hit in nearest if _family(hit.passage) in source.families and search.valid(hit.passage)]
    hits = _speaking(own, search, MOST if reranker else _SHOWN_IN_NEEDED)
    if not hits and present and len(nearest) == _DEPTH:
        hits = _speaking(search.run(present), search, MOST if reranker else _SHOWN_IN_NEEDED)
    if reranker is None:
        return hits
    question = Question(query(search.item), search.case.header.case_number, search.item.number)
    by_id = {hit.passage.id: hit for hit in hits}
    return [by_id[passage.id] for passage in reranker.rerank(question, [hit.passage for hit in hits])]


def _speaking(hits: Iterable[Hit], search: _Search, most: int) -> list[Hit]:
    """The first `most` that speak of the treatment; telling it takes longer than the search."""
    return list(islice((hit for hit in hits if speaks_of(hit.passage, search.wanted)), most))


def _step(
    source: _Source,
    search: _Search,
    chosen: Sequence[ChosenGuideline],
    hits: Sequence[Hit],
    note: str,
    needed: bool,
) -> SearchStep:
    cards = [search.library.cards[each.id] for each in chosen if _source_of(each, search.library) == source.name]
    sections = [search.library.short_citation(card) for card in cards if card.role == "decides"]
    sections += [cited(hit.passage) for hit in hits]
    if not sections and not note:
        note = _why_nothing(source, search)
    return SearchStep(
        source=source.name, found=bool(sections), sections=tuple(dict.fromkeys(sections)), needed=needed, note=note
    )


def _why_nothing(source: _Source, search: _Search) -> str:
    """Nothing found is silence only where there was something to search."""
    if search.dates is None:
        return "the case has no date by which an edition could be chosen"
    has_cards = source.name in _WITH_CARDS
    return "" if has_cards or search.index.manifest.kinds.get("guideline") else "no documents were added"


def _source_of(chosen: ChosenGuideline, library: Library) -> str:
    guideline = library.guidelines[chosen.guideline]
    if guideline.mtus:
        return "MTUS"
    return "ACOEM or ODG" if guideline.organisation in ("ACOEM", "ODG") else "other guidelines"


def _passed_over(search: _Search, nearest: list[Hit], source: _Source) -> str:
    """What speaks of the treatment and is not in force, each document once."""
    void = (hit for hit in nearest if _family(hit.passage) in source.families and not search.valid(hit.passage))
    told = [
        f"{_named(hit.passage)} ({standing(hit.passage, search.dates, search.library).reason})"
        for hit in _speaking(void, search, _SHOWN_IN_NEEDED)
    ]
    return f"passed over: {'; '.join(dict.fromkeys(told))}" if told else ""


def _worth_telling(steps: list[SearchStep]) -> list[SearchStep]:
    """Up to the source that answers; beyond it only what found or passed over something."""
    return [step for step in steps if step.needed or step.found or step.note.startswith("passed over")]


def _listed(hit: Hit, search: _Search) -> LibraryPassage:
    passage, metadata = hit.passage, hit.passage.metadata
    return LibraryPassage(
        id=passage.id,
        source=str(metadata.get("source", passage.title)).rstrip(". "),
        family=_family(passage),
        edition=str(metadata["edition"]) if "edition" in metadata else None,
        section=str(metadata.get("section", "")),
        pages=_pages(passage) or None,
        text=passage.text,
        quote=telling_quote(passage, search.wanted),
        score=round(hit.score, 6),
    )


def cited(passage: Passage) -> str:
    """Source, edition, section within the chapter and pages, in the order of 8 CCR 9792.21.1."""
    section = str(passage.metadata.get("section", "")).rpartition(" > ")[2]
    pages = _pages(passage)
    return ", ".join(part for part in (_named(passage), section, f"p. {pages}" if pages else "") if part)


def _named(passage: Passage) -> str:
    source = str(passage.metadata.get("source", passage.title)).rstrip(". ")
    edition = str(passage.metadata.get("edition", ""))
    return source if not edition or edition in source else f"{source} {edition}"


def _pages(passage: Passage) -> str:
    first, last = passage.metadata.get("page_first"), passage.metadata.get("page_last")
    return f"{first}-{last}" if first != last and last is not None else str(first or "")
