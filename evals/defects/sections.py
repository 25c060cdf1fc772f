"""Guidelines, second part: another section in place of the right one (failure modes 21, 22, 25, 28)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from drafter.criteria.asof import AsOf, as_of, in_force
from drafter.criteria.card import Card
from drafter.draft import ChosenGuideline, DraftItem, PassageCitation
from drafter.verification.codes import Code
from evals.defects.base import Defect, Planted, Sound, on_item
from evals.defects.editing import passage, replace, row_of, shuffled
from evals.defects.guidelines import guideline, passages
from evals.defects.telling import decided_items

Others = Callable[[list[Card], Card, Sound, AsOf], list[Card]]
"""The cards, of all and in place of the right one, that a draft may wrongly cite."""


def edition_not_in_force(sound: Sound, rng: Random) -> Planted | None:
    """The section of another edition, cited and listed in place of the right one."""
    return _swapped(sound, rng, _other_editions, "another edition")


def wrong_chapter(sound: Sound, rng: Random) -> Planted | None:
    """A section in force of another body part's chapter, cited and listed in place of the right one."""
    return _swapped(sound, rng, _other_chapters, "another chapter")


def odg_first(sound: Sound, rng: Random) -> Planted | None:
    """A non-MTUS section cited although an MTUS section on the same treatment is listed."""
    return _swapped(sound, rng, _non_mtus, "ODG first", keep=True)


def section_set_aside(sound: Sound, rng: Random) -> Planted | None:
    """An invalidated section cited in place of the right one."""
    return _swapped(sound, rng, _set_aside, "a section set aside")


def _swapped(sound: Sound, rng: Random, others: Others, variant: str, keep: bool = False) -> Planted | None:
    """The guideline sentence with another card's passage; `keep`: the right card stays in the list behind it."""
    for item in shuffled(rng, decided_items(sound)):
        row, dates = row_of(item, "guideline"), as_of(sound.case, sound.case_item(item.number))
        cards = [sound.library.cards[citation.card] for citation in passages(item)]
        if row is None or dates is None or not cards:
            continue
        found = others(list(sound.library.cards.values()), cards[0], sound, dates)
        if found:
            return on_item(sound, _cite(item, row, rng.choice(found), cards[0], sound, rng, keep), variant)
    return None


def _cite(item: DraftItem, row: int, card: Card, right: Card, sound: Sound, rng: Random, keep: bool) -> DraftItem:
    fact = passage(sound.library, card, rng)
    text = f"{sound.library.short_citation(card)}: {fact.quote}"
    name = next(name for name in item.rationale[row].citations if isinstance(item.citations[name], PassageCitation))
    new = "g99"
    changed = replace(item, row, text=text, citations=(new,)).model_copy(
        update={"citations": item.citations | {new: fact}}
    )
    listed = _listed(card, item, sound)
    guidelines = (listed, *item.guidelines) if keep else (listed, *(e for e in item.guidelines if e.id != right.id))
    changed = changed.model_copy(update={"guidelines": guidelines})
    return _without_unused(changed, name)


def _without_unused(item: DraftItem, name: str) -> DraftItem:
    used = any(name in sentence.citations for sentence in item.rationale)
    citations = {key: value for key, value in item.citations.items() if used or key != name}
    return item.model_copy(update={"citations": citations})


def _listed(card: Card, item: DraftItem, sound: Sound) -> ChosenGuideline:
    source = sound.library.guidelines[card.guideline]
    first = item.guidelines[0]
    return ChosenGuideline(
        id=card.id, guideline=card.guideline, citation=sound.library.citation(card), edition=source.edition,
        section=card.section, pages=card.pages, as_of=first.as_of, as_of_basis=first.as_of_basis,
        passage=card.facts, score=first.score,
    )  # fmt: skip


def _other_editions(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    guidelines = sound.library.guidelines
    return [
        card
        for card in cards
        if set(card.treatments) & set(right.treatments)
        and card.status == "active"
        and guidelines[card.guideline].mtus
        and not in_force(guidelines[card.guideline], dates)
    ]


def _other_chapters(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    """Sections in force that share neither treatment nor body part with the request."""
    guidelines = sound.library.guidelines
    named = {site.part for item in sound.case.items for site in item.lock.sites}
    asked = {name for item in sound.case.items for name in (item.lock.treatment, *item.lock.also) if name}
    return [
        card
        for card in cards
        if card.parts
        and card.role == "decides"
        and card.status == "active"
        and guidelines[card.guideline].mtus
        and in_force(guidelines[card.guideline], dates)
        and not named & set(card.parts)
        and not set(card.treatments) & (asked | set(right.treatments))
    ]


def _non_mtus(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    guidelines = sound.library.guidelines
    if not guidelines[right.guideline].mtus or right.role != "decides":
        return []
    return [
        card
        for card in cards
        if not guidelines[card.guideline].mtus
        and set(card.treatments) & set(right.treatments)
        and (not card.parts or not right.parts or set(card.parts) & set(right.parts))
        and (not card.drugs or not right.drugs or set(card.drugs) & set(right.drugs))
    ]


def _set_aside(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    return [card for card in cards if card.status == "invalidated"]


DEFECTS: tuple[Defect, ...] = (
    guideline("wrong-edition", 21, "an edition not in force", {Code.EDITION_NOT_IN_FORCE}, edition_not_in_force),
    guideline("wrong-chapter", 22, "another chapter than the request's", {Code.GUIDELINE_OFF_REQUEST}, wrong_chapter),
    guideline("invalidated", 25, "a section that was set aside", {Code.GUIDELINE_INVALIDATED}, section_set_aside),
    guideline("odg-first", 28, "ODG although the MTUS covers it", {Code.MTUS_FIRST}, odg_first),
)
