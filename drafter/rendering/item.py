"""One disputed item of the letter: request, outcome, guideline, rationale and its notes."""

from __future__ import annotations

from typing import NamedTuple

from drafter.draft import ChosenGuideline, DraftItem, Flag, PassageCitation
from drafter.rendering.notes import MarkedSentence, Note, Sources, number_citations
from drafter.rendering.words import blocking, day, in_dispute, missing, outcome_line, outcome_meaning, plain


class ItemSection(NamedTuple):
    """What the letter says about one item."""

    number: int
    request: str
    blocks: tuple[Flag, ...]
    """Blocking flags; they stand before everything else."""
    dispute: str
    """What remains in dispute after a UR modification; empty for a denial."""
    outcome: str
    meaning: str
    missing: tuple[str, ...]
    """What is missing, for an item that the draft does not settle."""
    guidelines: tuple[str, ...]
    rationale: tuple[MarkedSentence, ...]
    notes: tuple[Note, ...]


def item_section(item: DraftItem, sources: Sources) -> ItemSection:
    """Put one item into words."""
    sentences, notes = number_citations(item, sources)
    unsettled = item.outcome in ("undetermined", "withheld")
    return ItemSection(
        number=item.number,
        request=in_dispute(item),
        blocks=tuple(blocking(item.flags)),
        dispute=_dispute(item),
        outcome=outcome_line(item),
        meaning=outcome_meaning(item),
        missing=tuple(missing(item)) if unsettled else (),
        guidelines=tuple(guideline_words(chosen) for chosen in relied_on(item)),
        rationale=sentences,
        notes=notes,
    )


def relied_on(item: DraftItem) -> list[ChosenGuideline]:
    """The sections that the rationale cites; without a rationale, the best one found."""
    cited = [item.citations.get(name) for sentence in item.rationale for name in sentence.citations]
    cards = {citation.card for citation in cited if isinstance(citation, PassageCitation)}
    return [chosen for chosen in item.guidelines if chosen.id in cards] or list(item.guidelines[:1])


def guideline_words(chosen: ChosenGuideline) -> str:
    """The citation with its edition and the date by which that edition was chosen."""
    basis = (
        f"in force on {day(chosen.as_of)} ({plain(chosen.as_of_basis)})" if chosen.as_of else "as-of date not stated"
    )
    return f"{plain(chosen.citation)}. Edition {plain(chosen.edition)}, {basis}."


def _dispute(item: DraftItem) -> str:
    remainder = item.lock.remainder
    if remainder is None:
        return ""
    allowed = f"; authorized: {plain(remainder.authorized)}" if remainder.authorized else ""
    return f"Requested: {plain(remainder.original)}{allowed}; in dispute: {plain(remainder.remaining)}."
