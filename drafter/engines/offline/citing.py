"""Collecting sentences and numbering what they cite."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.criteria.card import Card
from drafter.criteria.library import Library
from drafter.draft import Citation, PassageCitation, RationaleSentence, SentenceRole
from drafter.engines.base import Matter, Rationale
from drafter.lock.numbers import find_numbers
from drafter.text import content_words, split_sentences


class Composer:
    """Builds a rationale; a citation that is used twice keeps its id. Ids: `r1` for records, `g1` for guidelines."""

    def __init__(self, matter: Matter) -> None:
        self._library: Library = matter.library
        self._sentences: list[RationaleSentence] = []
        self._ids: dict[Citation, str] = {}

    def add(self, sentence: str, cites: Sequence[Citation], role: SentenceRole, criterion: str | None = None) -> None:
        """Append a sentence that cites `cites`."""
        ids = tuple(dict.fromkeys(self._id(self._named(citation)) for citation in cites))
        self._sentences.append(RationaleSentence(text=sentence, citations=ids, role=role, criterion=criterion))

    def rationale(self) -> Rationale:
        return Rationale(tuple(self._sentences), {name: citation for citation, name in self._ids.items()})

    def _id(self, citation: Citation) -> str:
        if citation not in self._ids:
            letter = "g" if isinstance(citation, PassageCitation) else "r"
            number = 1 + sum(name.startswith(letter) for name in self._ids.values())
            self._ids[citation] = f"{letter}{number}"
        return self._ids[citation]

    def _named(self, citation: Citation) -> Citation:
        if isinstance(citation, PassageCitation):
            card = self._library.cards[citation.card]
            return citation.model_copy(update={"citation": self._library.citation(card)})
        return citation


def fact_citations(card: Card, citation: str = "") -> list[PassageCitation]:
    """Every sentence of the card's facts."""
    return [_fact(card, start, end, citation) for start, end in split_sentences(card.facts)]


def fact_for(card: Card, wanted: str) -> PassageCitation:
    """The sentence of the card's facts that shares most words with `wanted`; the first one on a tie."""
    bounds = split_sentences(card.facts)
    words = content_words(wanted)
    start, end = max(bounds, key=lambda place: len(words & content_words(card.facts[place[0] : place[1]])))
    return _fact(card, start, end)


def fact_stating(card: Card, number: float) -> PassageCitation | None:
    """The first sentence of the card's facts that states `number`, in digits or in words."""
    return next((fact for fact in fact_citations(card) if states(fact, number)), None)


def states(fact: PassageCitation, number: float) -> bool:
    """Whether a fact states `number`, in digits or in words."""
    return any(found.value == number for found in find_numbers(fact.quote))


def _fact(card: Card, start: int, end: int, citation: str = "") -> PassageCitation:
    return PassageCitation(
        passage=card.id, card=card.id, citation=citation, start=start, end=end, quote=card.facts[start:end]
    )
