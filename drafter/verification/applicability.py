"""What is cited is about the request: its treatment, its body part, its stage of care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from drafter.case import Lock
from drafter.criteria.card import Card, Criterion
from drafter.draft import DraftItem, Finding, Flag
from drafter.lexicon import body_parts
from drafter.lock import drug_classes
from drafter.lock.drugs import Form
from drafter.lock.levels import parts_of_level
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_cards, numbered, place_of

_FORMS: tuple[Form, ...] = get_args(Form)


def check_applicability(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sections of another treatment, body part or phase; tests of another stage of care."""
    case_item = context.case_item(item.number)
    lock = case_item.lock if case_item else item.lock
    for where, sentence in numbered(item):
        for card in cited_cards(sentence, item, context):
            reason = _off(card, lock)
            if reason:
                yield Code.GUIDELINE_OFF_REQUEST.flag(where, f"cites {card.id}, which is about {reason}")
    for finding in item.criteria:
        criterion = _criterion(finding, context)
        if criterion and lock.care and criterion.applies not in ("any", lock.care):
            yield Code.STAGE_CONFUSED.flag(
                f"{place_of(item)} criterion {finding.id}",
                f"tests {criterion.applies} care; what is requested is {lock.care} care",
            )


def _off(card: Card, lock: Lock) -> str | None:
    """What the card is about instead of the request; None where it fits or where nothing can be compared."""
    asked = {name for name in (lock.treatment, *lock.also) if name}
    asked |= {name for drug in lock.drugs for form in _FORMS for name in drug_classes(drug, form)}
    if card.role == "decides" and asked and card.treatments and not asked & set(card.treatments):
        return f"{card.treatments[0]}, not {', '.join(sorted(asked))}"
    wanted, about = _regions_of(lock), {body_parts()[part].region for part in card.parts if part in body_parts()}
    if wanted and about and not wanted & about:
        return f"the {', '.join(sorted(about))}, not the {', '.join(sorted(wanted))}"
    if card.drugs and lock.drugs and not set(card.drugs) & set(lock.drugs):
        return f"{card.drugs[0]}, not {', '.join(lock.drugs)}"
    return None


def _regions_of(lock: Lock) -> set[str]:
    parts = {site.part for site in lock.sites} | {part for level in lock.levels for part in parts_of_level(level)}
    return {body_parts()[part].region for part in parts if part in body_parts()}


def _criterion(finding: Finding, context: Context) -> Criterion | None:
    card = context.library.cards.get(finding.card)
    return next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
