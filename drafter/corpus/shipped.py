"""What is retrieved from on a fresh machine: the cards, and the shipped determinations without their outcome."""

from __future__ import annotations

from drafter.corpus.decisions import decision_passages
from drafter.criteria.library import library
from drafter.resources import data_folder
from vectorstore.passage import Passage


def corpus_passages() -> list[Passage]:
    """Every card, and every item of the shipped determinations."""
    return [*card_passages(), *shipped_decisions()]


def card_passages() -> list[Passage]:
    cards = library()
    return [cards.passage(card) for card in cards.cards.values()]


def shipped_decisions() -> list[Passage]:
    from drafter.intake import read_letter

    letters = sorted((data_folder("seeds") / "determinations").glob("*.md"))
    return [passage for path in letters for passage in decision_passages(read_letter(path).determination)]
