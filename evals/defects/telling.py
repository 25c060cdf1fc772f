"""Sentences as a language model would add them: a record told in other words of introduction, right or wrong."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from drafter.case import Sentence
from drafter.draft import DraftItem, SentenceRole
from drafter.text import lower_first
from evals.defects.base import Planted, Sound, on_item
from evals.defects.changes import Change
from evals.defects.editing import DECIDED, clinical, first, insert, replace, request_span, shuffled

_MOST_WORDS = 40
_OPENINGS = (
    "The record notes that {}.",
    "According to the record, {}.",
    "The file shows that {}.",
    "On review of the file, {}.",
    "It is documented that {}.",
)


def told_wrongly(sound: Sound, rng: Random, change: Change, variant: str) -> Planted | None:
    """A finding that tells a sentence of the record with one fact changed; its control tells it as it is."""
    return first(rng, decided_items(sound), lambda item: _tell(sound, rng, item, change, variant))


def requested_wrongly(
    sound: Sound, rng: Random, change: Change, variant: str, roles: tuple[SentenceRole, ...] = ("request", "conclusion")
) -> Planted | None:
    """The draft's own sentence about the request with one fact changed."""
    for item in shuffled(rng, decided_items(sound)):
        known = everything_known(sound, item)
        for row in shuffled(rng, [row for row, each in enumerate(item.rationale) if each.role in roles]):
            wrong = change(item.rationale[row].text, known, rng)
            if wrong and wrong != item.rationale[row].text:
                return on_item(sound, replace(item, row, text=wrong), f"{variant} in the {item.rationale[row].role}")
    return None


def either(*plants: Callable[[Sound, Random], Planted | None]) -> Callable[[Sound, Random], Planted | None]:
    """One of several variants of a defect, the first that applies in random order."""

    def plant(sound: Sound, rng: Random) -> Planted | None:
        return first(rng, plants, lambda each: each(sound, rng))

    return plant


def decided_items(sound: Sound) -> list[DraftItem]:
    return [item for item in sound.draft.items if item.outcome in DECIDED and item.rationale]


def tellable(sound: Sound) -> list[Sentence]:
    """Sentences of the record that are short enough to be told in one."""
    return [sentence for sentence in clinical(sound.case) if 5 <= len(sentence.text.split()) <= _MOST_WORDS]


def everything_known(sound: Sound, item: DraftItem) -> str:
    """All texts that could bear out a sentence of the item: requests, quotes, criteria, dates of the header."""
    header = sound.case.header
    dates = [f"{day.month}/{day.day}/{day.year}" for day in header.model_dump().values() if hasattr(day, "month")]
    texts = [each.request for each in sound.case.items]
    texts += [citation.quote for citation in item.citations.values()]
    texts += [f"{finding.text} {finding.subject}" for finding in item.criteria]
    return " ".join((*texts, *dates))


def opening(rng: Random) -> str:
    return rng.choice(_OPENINGS)


def _tell(sound: Sound, rng: Random, item: DraftItem, change: Change, variant: str) -> Planted | None:
    asked = request_span(sound.case, sound.case_item(item.number))
    for sentence in shuffled(rng, tellable(sound)):
        known = f"{sentence.text} {everything_known(sound, item)} {asked.quote if asked else ''}"
        wrong = change(sentence.text, known, rng)
        if wrong and wrong != sentence.text:
            frame, cites = opening(rng), [sentence.span()]
            planted, control = (
                insert(item, frame.format(lower_first(text.rstrip(" ."))), cites) for text in (wrong, sentence.text)
            )
            return on_item(sound, planted, variant, control)
    return None
