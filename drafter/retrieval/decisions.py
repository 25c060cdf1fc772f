"""Prior decisions on similar requests, with what they have in common with a request and what sets them apart.

Context for wording and reasons, never authority: no outcome, share or count stands beside a decision.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.citation_names import mtus_names
from drafter.criteria.asof import as_of, in_force
from drafter.criteria.library import library
from drafter.guard import LeakageGuard
from drafter.lexicon import body_parts, treatments
from drafter.lock import parse_lock
from drafter.retrieval.differences import compare
from drafter.retrieval.query import query, treatments_of
from drafter.retrieval.search import find
from drafter.text import split_sentences
from vectorstore.columns import Value
from vectorstore.index import Index, Where
from vectorstore.passage import Hit, Passage

_RECORD = re.compile(
    r"\b(?:document\w*|records?|evidence of|noted?|report\w*|exam\w*|imaging|failed|trial of|completed|improvement)\b",
    re.I,
)
_SENTENCES = 2
_OTHER_EDITION = " (not in force for this case)"


class Filters(NamedTuple):
    """Which prior decisions may be shown; None lets everything through."""

    treatment: str | None = None
    part: str | None = None
    outcome: str | None = None
    specialty: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def where(self) -> Where:
        """The same as a filter of a search."""
        return {
            "treatment": lambda treatment: self.treatment in (None, treatment),
            "outcome": lambda outcome: self.outcome in (None, outcome),
            "parts": lambda parts: self.part is None or self.part in str(parts or "").split(),
            "specialty": lambda specialty: (self.specialty or "").lower() in str(specialty or "").lower(),
            "decided": self._in_time,
        }

    def _in_time(self, decided: Value) -> bool:
        day = str(decided or "")
        after = self.since is None or day >= self.since.isoformat()
        return after and (self.until is None or "" < day <= self.until.isoformat())


EVERYTHING = Filters()


class SimilarDecision(NamedTuple):
    """A prior decision beside the request it is compared with."""

    id: str
    case_number: str
    decided: date | None
    specialty: str
    request: str
    common: tuple[str, ...]
    """What both requests share: `treatment`, `body part low back`…"""
    different: tuple[str, ...]
    """What sets them apart, theirs first: `side left, here right`."""
    editions: tuple[str, ...]
    """MTUS editions that it cites, and whether they are another edition than the case's."""
    record: tuple[str, ...]
    """Sentences of its reasons on what its record had, verbatim."""
    score: float


def similar_decisions(
    item: DisputedItem,
    index: Index,
    k: int = 5,
    filters: Filters = EVERYTHING,
    case: Case | None = None,
) -> list[SimilarDecision]:
    """The decisions nearest to an item, nearest first. With `case`, those that the leakage guard allows for it.

    Unless a treatment is given to filter by, they are on the item's own treatment where one was recognised.
    """
    guard = LeakageGuard(case) if case else None
    asked = treatments_of(item.lock) if filters.treatment is None else []
    where = {**filters.where, **(guard.where if guard else {})}
    if asked:
        where["treatment"] = lambda treatment: treatment in asked
    hits = find(index, query(item), k, "decision", guard.allows if guard else None, where)
    return [_beside(item, hit, case) for hit in hits]


def unknown_filter(filters: Filters) -> str | None:
    """What is wrong with a filter: a treatment or body part that the lexicon does not have."""
    if filters.treatment is not None and filters.treatment not in treatments():
        return f"--treatment {filters.treatment}: is not known; the ids are in seeds/lexicon/treatments.yaml"
    if filters.part is not None and filters.part not in body_parts():
        return f"--part {filters.part}: is not known; choose one of {', '.join(sorted(body_parts()))}"
    return None


def _beside(item: DisputedItem, hit: Hit, case: Case | None) -> SimilarDecision:
    passage, metadata = hit.passage, hit.passage.metadata
    decided = metadata.get("decided")
    compared = compare(parse_lock(passage.title), item.lock)
    return SimilarDecision(
        id=passage.id,
        case_number=str(metadata.get("case_number", passage.id)),
        decided=date.fromisoformat(str(decided)) if decided else None,
        specialty=str(metadata.get("specialty", "")),
        request=passage.title,
        common=compared.common,
        different=compared.different,
        editions=_editions(passage, case, item),
        record=_record(passage),
        score=round(hit.score, 6),
    )


def _editions(passage: Passage, case: Case | None, item: DisputedItem) -> tuple[str, ...]:
    """The MTUS editions that the decision cites; beside a case, whether each is in force for it."""
    named = mtus_names(f"{passage.metadata.get('cited', '')}\n{passage.text}")
    dates = as_of(case, item) if case else None
    editions = [library().guidelines[name] for name in dict.fromkeys(entry.guideline for entry in named)]
    return tuple(
        f"{edition.title} {edition.edition}" + ("" if dates is None or in_force(edition, dates) else _OTHER_EDITION)
        for edition in editions
    )


def _record(passage: Passage) -> tuple[str, ...]:
    """The sentences on the record; the request, which stands first in the text, is none."""
    reasons = passage.text.removeprefix(passage.title)
    sentences = (reasons[start:end].strip() for start, end in split_sentences(reasons))
    return tuple(sentence for sentence in sentences if _RECORD.search(sentence))[:_SENTENCES]
