"""Promise 5: the edition in force on the case's dates, nothing invalidated, MTUS first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.criteria.asof import AsOf, in_force
from drafter.criteria.card import Card
from drafter.draft import ChosenGuideline, DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_cards, numbered, place_of
from drafter.verification.prose import outside_quotes

_NAMES = re.compile(r"\b(MTUS|ACOEM|ODG|Official Disability Guidelines)\b")
_SAME = {"Official Disability Guidelines": "ODG"}


def check_edition(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Listed guidelines agree with their cards and dates; cited ones are in force, valid, and MTUS comes first."""
    dates = context.dates.get(item.number)
    for chosen in item.guidelines:
        yield from _listed(chosen, f"{place_of(item)} guideline {chosen.id}", dates, context)
    for where, sentence in numbered(item):
        for card in cited_cards(sentence, item, context):
            yield from _citable(card, where, dates, context)
    yield from _mtus_first(item, dates, context)
    yield from _named_only(item, context)


def _listed(chosen: ChosenGuideline, where: str, dates: AsOf | None, context: Context) -> Iterator[Flag]:
    card = context.library.cards.get(chosen.id)
    if card is None:
        yield Code.GUIDELINE_ALTERED.flag(where, "there is no such card")
        return
    guideline = context.library.guidelines[card.guideline]
    expected = {
        "guideline": card.guideline,
        "citation": context.library.citation(card),
        "edition": guideline.edition,
        "section": card.section,
        "pages": card.pages,
        "passage": card.facts,
    }
    for field, value in expected.items():
        if getattr(chosen, field) != value:
            yield Code.GUIDELINE_ALTERED.flag(where, f"its {field} is {getattr(chosen, field)!r}, the card's {value!r}")
    shown = (dates.shown, dates.basis) if dates else (None, chosen.as_of_basis)
    if (chosen.as_of, chosen.as_of_basis) != shown:
        yield Code.AS_OF_DIFFERS.flag(
            where, f"is chosen by {chosen.as_of} ({chosen.as_of_basis}), the case gives {shown[0]} ({shown[1]})"
        )
    if dates and not in_force(guideline, dates):
        yield Code.EDITION_NOT_IN_FORCE.flag(where, _why_not(card, dates, context), severity="warn")
    if card.status == "invalidated":
        yield Code.GUIDELINE_INVALIDATED.flag(where, _set_aside(card), severity="warn")


def _citable(card: Card, where: str, dates: AsOf | None, context: Context) -> Iterator[Flag]:
    if card.status == "invalidated":
        yield Code.GUIDELINE_INVALIDATED.flag(where, _set_aside(card))
    if dates is None:
        yield Code.AS_OF_DIFFERS.flag(where, f"cites {card.id}, but the case has no date that chooses an edition")
    elif not in_force(context.library.guidelines[card.guideline], dates):
        yield Code.EDITION_NOT_IN_FORCE.flag(where, _why_not(card, dates, context))


def _why_not(card: Card, dates: AsOf, context: Context) -> str:
    guideline = context.library.guidelines[card.guideline]
    until = f" until {guideline.superseded}" if guideline.superseded else ""
    return (
        f"{guideline.title} {guideline.edition} applies from {guideline.effective}{until}; "
        f"the request is of {dates.request}, the service of {dates.service}"
    )


def _set_aside(card: Card) -> str:
    invalidation = card.invalidation
    return f"{card.section} was set aside by {invalidation.by}" if invalidation else f"{card.section} was set aside"


def _mtus_first(item: DraftItem, dates: AsOf | None, context: Context) -> Iterator[Flag]:
    for where, sentence in numbered(item):
        for card in cited_cards(sentence, item, context):
            if not context.library.guidelines[card.guideline].mtus:
                rivals = [chosen.id for chosen in item.guidelines if _comes_before(chosen.id, card, dates, context)]
                if rivals:
                    yield Code.MTUS_FIRST.flag(where, f"cites {card.id} first; the MTUS section {rivals[0]} applies")
            return


def _comes_before(name: str, cited: Card, dates: AsOf | None, context: Context) -> bool:
    """Whether the card `name` is an MTUS section in force that decides the same treatment and part as `cited`."""
    card = context.library.cards.get(name)
    if card is None or card.status == "invalidated" or card.role != "decides":
        return False
    guideline = context.library.guidelines[card.guideline]
    if not guideline.mtus or (dates and not in_force(guideline, dates)):
        return False
    return (
        bool(set(card.treatments) & set(cited.treatments))
        and _meet(card.parts, cited.parts)
        and _meet(card.drugs, cited.drugs)
    )


def _meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two restrictions allow a common case; an empty one restricts nothing."""
    return not left or not right or bool(set(left) & set(right))


def _named_only(item: DraftItem, context: Context) -> Iterator[Flag]:
    for where, sentence in numbered(item):
        named = {_SAME.get(name, name) for name in _NAMES.findall(outside_quotes(sentence.text))}
        cards = cited_cards(sentence, item, context) if named else []
        sources = " ".join(f"{context.library.citation(card)} {card.facts}" for card in cards)
        for name in sorted(named):
            if name not in sources and not (name == "ODG" and "Official Disability" in sources):
                yield Code.GUIDELINE_NAMED_ONLY.flag(where, f"names {name} and cites no passage of it")
