"""Loading and naming the guideline cards and the timeline."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from drafter.criteria.card import Card, Guideline
from drafter.errors import DataError, first_problem
from drafter.lexicon import read_entries, read_yaml
from drafter.resources import data_folder
from vectorstore.passage import Passage


class Library(NamedTuple):
    """All cards and guideline editions, by id."""

    cards: dict[str, Card]
    guidelines: dict[str, Guideline]

    def citation(self, card: Card) -> str:
        """The citation in the form of 8 CCR 9792.21.1: source, edition, chapter, section, pages."""
        guideline = self.guidelines[card.guideline]
        authority = f", {guideline.authority}" if guideline.mtus else ""
        pages = f", p. {card.pages}" if card.pages else ""
        return (
            f"{guideline.organisation} {guideline.title} ({guideline.version_date}{authority}), {card.section}{pages}"
        )

    def short_citation(self, card: Card) -> str:
        """The citation as it stands in a sentence; the full one stands in the notes."""
        guideline = self.guidelines[card.guideline]
        pages = f", p. {card.pages}" if card.pages else ""
        return f"{guideline.organisation} {guideline.title} {guideline.edition}, {card.section}{pages}"

    def passage(self, card: Card) -> Passage:
        """The card as a retrievable passage; its text is the card's facts."""
        guideline = self.guidelines[card.guideline]
        status = {"status": card.status} if card.status != "active" else {}
        return Passage(
            id=card.id,
            kind="card",
            title=f"{guideline.organisation} {guideline.title} {guideline.edition}: {card.section}",
            text=card.facts,
            keywords=card.synonyms,
            metadata={"guideline": card.guideline, "section": card.section, "mtus": guideline.mtus, **status},
        )


def load_library(folder: Path) -> Library:
    """Read `timeline.yaml` and every card below `folder`; a bad card is a DataError that names its file."""
    guidelines = {entry.id: entry for entry in read_entries(folder / "timeline.yaml", Guideline)}
    cards: dict[str, Card] = {}
    for path in sorted(folder.glob("*/*.yaml")):
        card = _read_card(path)
        if card.guideline not in guidelines:
            raise DataError(f"{path.name}: guideline {card.guideline!r} is not in timeline.yaml")
        if card.id in cards:
            raise DataError(f"{path.name}: card id {card.id!r} is used twice")
        cards[card.id] = card
    return Library(cards, guidelines)


def _read_card(path: Path) -> Card:
    try:
        return Card.model_validate(read_yaml(path))
    except ValidationError as error:
        raise DataError(f"{path.parent.name}/{path.name}: {first_problem(error, 'card')}") from error


@cache
def library() -> Library:
    """The shipped cards."""
    return load_library(data_folder("seeds") / "guidelines")
