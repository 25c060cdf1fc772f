"""Does the draft rest on the guideline that the physician cited?

Definition: three levels. Family: the draft's first choice is of MTUS, or is not, like the physician's citations.
Chapter: chapter and edition, by the id in the timeline. Section: chapter and edition, and the section's name or one
of the card's other names for it. For chapter and section, over the items on which the physician cites an MTUS
guideline: `match`, the draft's first choice is one of those cited; `hit_3`, one of the first three is; `recall_k`,
share of those cited that are among the first k; `mrr`, one over the rank of the first that is, 0 when none is. A
physician's line names guidelines in no order of weight, so that any of them counts as right.
Range: 0 to 1, means over items. Direction: higher is better.
Source: recall at k and reciprocal rank as in Voorhees, TREC-8 (1999); failure modes 21, 22 and 28 of the domain notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from drafter.criteria.library import Library
from drafter.determination import DeterminedItem, GuidelineCitation
from drafter.draft import ChosenGuideline, DraftItem
from drafter.text import content_words
from evals.scorers.base import Context, Measure, Scorer, Unscored, Values, mean_of

FAMILY = "guideline.family"
_DEPTHS = (1, 3, 5)
_OF_LEVEL = ("match", "hit_3", *(f"recall_{k}" for k in _DEPTHS), "mrr")
_CHAPTER = tuple(f"guideline.chapter_{name}" for name in _OF_LEVEL)
_SECTION = tuple(f"guideline.section_{name}" for name in _OF_LEVEL)
COLUMNS = (FAMILY, *_CHAPTER, *_SECTION)

Wanted = TypeVar("Wanted", bound=Hashable)
Chosen = TypeVar("Chosen")

_BRACKETS = re.compile(r"\([^)]*\)")


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    mtus = [citation for citation in target.citations if citation.mtus]
    return {
        FAMILY: _family(target.citations, drafted, context.library),
        **_chapter(mtus, drafted),
        **_section(mtus, drafted, context.library),
    }


def _family(citations: Sequence[GuidelineCitation], drafted: DraftItem, library: Library) -> bool | Unscored:
    if not citations:
        return Unscored(unscored="the physician's guideline line could not be read")
    if not drafted.guidelines:
        return False
    return library.guidelines[drafted.guidelines[0].guideline].mtus in {citation.mtus for citation in citations}


def _chapter(mtus: Sequence[GuidelineCitation], drafted: DraftItem) -> Values:
    wanted = {citation.guideline for citation in mtus if citation.guideline}
    if not wanted:
        return _unscored(_CHAPTER, mtus, "the cited MTUS chapter is not in the timeline")
    ranked = [chosen.guideline for chosen in drafted.guidelines]
    return _ranking(_CHAPTER, wanted, ranked, lambda one, other: one == other)


def _section(mtus: Sequence[GuidelineCitation], drafted: DraftItem, library: Library) -> Values:
    wanted = {(citation.guideline, name) for citation in mtus if citation.guideline for name in citation.sections}
    if not wanted:
        return _unscored(_SECTION, mtus, "no section of a known MTUS chapter is cited")

    def same(cited: tuple[str | None, str], chosen: ChosenGuideline) -> bool:
        return cited[0] == chosen.guideline and any(same_section(cited[1], name) for name in _names(chosen, library))

    return _ranking(_SECTION, wanted, drafted.guidelines, same)


def _names(chosen: ChosenGuideline, library: Library) -> tuple[str, ...]:
    card = library.cards.get(chosen.id)
    return (chosen.section, *card.aliases) if card else (chosen.section,)


def same_section(one: str, other: str) -> bool:
    """Whether two wordings name one section: equal in content words, or one has two or more and the other has them too.

    "Physical medicine" and "Physical medicine treatment" are one; "Opioids" and "Opioids, criteria for use" are two.
    """
    first, second = _section_words(one), _section_words(other)
    if not first or not second:
        return False
    within = first <= second or second <= first
    return first == second or (within and min(len(first), len(second)) > 1)


def _section_words(name: str) -> set[str]:
    return content_words(_BRACKETS.sub(" ", name)) or content_words(name)


def _ranking(
    columns: tuple[str, ...], wanted: set[Wanted], ranked: Sequence[Chosen], same: Callable[[Wanted, Chosen], bool]
) -> Values:
    """The columns of one level, in the order of `_OF_LEVEL`."""
    first = {entry: next((r for r, chosen in enumerate(ranked, 1) if same(entry, chosen)), None) for entry in wanted}
    found = [rank for rank in first.values() if rank is not None]
    best = min(found, default=None)
    recalls = [sum(rank <= k for rank in found) / len(wanted) for k in _DEPTHS]
    values = (best == 1, best is not None and best <= 3, *recalls, 1 / best if best else 0.0)
    return dict(zip(columns, values, strict=True))


def _unscored(columns: tuple[str, ...], mtus: Sequence[GuidelineCitation], otherwise: str) -> Values:
    reason = otherwise if mtus else "the physician cites no MTUS guideline"
    return dict.fromkeys(columns, Unscored(unscored=reason))


_TEXTS = {
    "match": "share with a cited {level} first",
    "hit_3": "share with a cited {level} among the first three",
    "recall_1": "cited {level}s found by the first choice",
    "recall_3": "cited {level}s among the first three",
    "recall_5": "cited {level}s among the first five",
    "mrr": "mean reciprocal rank of the first cited {level}",
}


def _measures(level: str) -> tuple[Measure, ...]:
    return tuple(
        mean_of(f"guideline.{level}_{name}", text.format(level=level), "higher") for name, text in _TEXTS.items()
    )


SCORER = Scorer(
    name="guideline",
    columns=COLUMNS,
    measures=(
        mean_of(FAMILY, "share whose first choice is MTUS, or is not, like the physician's", "higher"),
        *_measures("chapter"),
        *_measures("section"),
    ),
    score_item=score_item,
    groups=("primary", "derived"),
)
