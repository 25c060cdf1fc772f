"""Judging the criteria of the deciding guideline section by cues, negation and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from drafter.case import Sentence, Span
from drafter.criteria.card import Card, Care, Criterion
from drafter.draft import Finding, Status
from drafter.engines.base import Matter
from drafter.engines.offline.limits import judge_limit
from drafter.evidence.hits import Mention, NearMention
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.evidence.stage import given_before, stage_of_care
from drafter.evidence.status import settle
from drafter.evidence.unsettled import unsettled
from drafter.lexicon import Modality, concepts

_PER_SIDE = 3
"""Quotes kept for and against; more of them hide the first."""

_NEAR_WORDS = {
    "requested": "it is mentioned only as requested",
    "planned": "it is mentioned only as planned or recommended",
    "conditional": "it is mentioned only as a possibility or condition",
    "historical": "it is mentioned only as past",
    "asserted": "only something near it is mentioned",
    "close": "only something near it is mentioned",
}

_UNSETTLED = "something in other words may state it"


class _Side(NamedTuple):
    """Quotes for or against a criterion, and what the first of them is about, in which modality."""

    spans: tuple[Span, ...]
    named: str | None = None
    modality: Modality = "asserted"


class _Judged(NamedTuple):
    status: Status
    evidence: _Side
    contrary: _Side
    near: tuple[NearMention, ...]
    superseded: tuple[Span, ...]


def assess_item(matter: Matter) -> tuple[Finding, ...]:
    """Judge the criteria of the first section that has any, as far as they apply to this stage of care."""
    card = deciding_card(matter)
    if card is None:
        return ()
    care = stage_of_care(matter.item, matter.reading)
    judged = {c: _judge(c, card, matter) for c in card.criteria if _applies(c.applies, care)}
    if care == "any":
        care = _care_that_findings_show(judged, matter)
    return tuple(finding for criterion, finding in judged.items() if _applies(criterion.applies, care))


def deciding_card(matter: Matter) -> Card | None:
    """The card of the best guideline section that states when a treatment is necessary, else of the best that states
    any criterion: a section of mere exclusions cannot show that anything is necessary."""
    cards = [matter.library.cards[chosen.id] for chosen in matter.guidelines]
    affirming = (
        card for card in cards if any(c.necessary and c.concepts and c.kind != "exclusion" for c in card.criteria)
    )
    return next(affirming, None) or next((card for card in cards if card.criteria), None)


def _care_that_findings_show(judged: Mapping[Criterion, Finding], matter: Matter) -> Care:
    """The stage of care by what was found, where neither request nor record says it.

    Who has benefited from the treatment has had it. A record that meets all that a first course asks for, and
    nowhere speaks of an earlier one, is not measured by what a repeat asks for; the summary in a letter, which is
    short, has to meet what is asked of a first course alone.
    """
    if any(found.evidence for criterion, found in judged.items() if criterion.applies == "continuing"):
        return "continuing"
    asked = {"initial", "any"} if matter.reading.is_case_file else {"initial"}
    first = [found for c, found in judged.items() if c.applies in asked and c.necessary and not c.limit]
    ready = bool(first) and all(found.status == "met" for found in first)
    return "initial" if ready and not given_before(matter.item, matter.reading) else "any"


def _applies(criterion: Care, care: Care) -> bool:
    return "any" in (criterion, care) or criterion == care


def _judge(criterion: Criterion, card: Card, matter: Matter) -> Finding:
    if criterion.limit:
        return judge_limit(criterion, card, matter)
    judged = _judge_concepts(criterion, matter)
    documented = judged.status == "met"
    absent = judged.status == "not_documented"
    to_judge = unsettled(criterion.concepts, matter.reading, matter.item) if absent else ()
    searched = () if documented else _searched(criterion, judged.near, matter.reading)
    return Finding(
        id=criterion.id,
        card=card.id,
        text=criterion.text,
        subject=criterion.subject,
        kind=criterion.kind,
        necessary=criterion.necessary,
        status=judged.status,
        evidence=judged.evidence.spans,
        contrary=judged.contrary.spans,
        evidence_for=judged.evidence.named,
        evidence_as=judged.evidence.modality,
        contrary_to=judged.contrary.named,
        superseded=judged.superseded[:_PER_SIDE],
        searched=tuple(dict.fromkeys((*to_judge, *searched)))[: _PER_SIDE + len(to_judge)],
        searched_for=() if documented else tuple(concepts()[name].query for name in criterion.concepts),
        sentences_searched=len(matter.reading.sentences),
        pages_unread=matter.reading.pages_unread,
        to_judge=to_judge,
        note=(_UNSETTLED if to_judge else _near_note(judged.near)) if absent else None,
    )


def _judge_concepts(criterion: Criterion, matter: Matter) -> _Judged:
    found = [find_mentions(concepts()[name], matter.reading, matter.item) for name in criterion.concepts]
    settled = [
        settle(mentions, matter.reading, once=concepts()[name].once)
        for name, mentions in zip(criterion.concepts, found, strict=True)
    ]
    needed = {"any": 1, "all": len(found), "at_least": criterion.at_least or 1}[criterion.logic]
    satisfied = sum(bool(mentions.evidence) for mentions in settled) >= needed
    names = [concepts()[name].name for name in criterion.concepts]
    evidence = _side(names, [mentions.evidence for mentions in settled], matter.reading)
    contrary = _side(names, [mentions.contrary for mentions in settled], matter.reading)
    near = sorted((near for mentions in found for near in mentions.near), key=_telling)
    superseded = tuple(dict.fromkeys(span for mentions in settled for span in mentions.superseded))
    return _Judged(judged_status(satisfied, bool(contrary.spans)), evidence, contrary, tuple(near), superseded)


def judged_status(satisfied: bool, contradicted: bool) -> Status:
    """The status that follows from whether a criterion is satisfied and whether something speaks against it."""
    if satisfied:
        return "contrary" if contradicted else "met"
    return "not_met" if contradicted else "not_documented"


def _side(names: list[str], groups: list[tuple[Mention, ...]], reading: CaseReading) -> _Side:
    """The quotes of all concepts: what was done before what is only asked for, and the latest first.

    A later note outweighs an earlier one, and a form comes last. Records without a date, and what stands in one
    record, go by their order.
    """
    named = [(name, mention) for name, group in zip(names, groups, strict=True) for mention in group]
    named.sort(key=lambda entry: _weight(entry[1], reading), reverse=True)
    spans = dict.fromkeys(mention.span() for _, mention in named)
    return _Side(tuple(spans)[:_PER_SIDE], named[0][0], named[0][1].modality) if named else _Side(())


def _weight(mention: Mention, reading: CaseReading) -> tuple[bool, bool, tuple[dt.date, int, int]]:
    done = mention.modality in ("asserted", "historical")
    return not _on_form(mention, reading), done, reading.when(mention.sentence)


def _on_form(mention: Mention, reading: CaseReading) -> bool:
    """A request states what it is to justify; a note of the visit is better evidence of it."""
    record = reading.record(mention.sentence.record)
    return record is not None and record.kind == "rfa"


def _searched(criterion: Criterion, near: tuple[NearMention, ...], reading: CaseReading) -> tuple[Span, ...]:
    """Near misses first, then the nearest sentences of the whole record."""
    spans = [entry.mention.span() for entry in near]
    sentences: list[Sentence] = []
    for name in criterion.concepts:
        sentences += reading.nearest(concepts()[name].query)
    taken = {(span.record, span.page, span.start) for span in spans}
    spans += [s.span() for s in sentences if (s.record, s.page, s.start) not in taken]
    return tuple(dict.fromkeys(spans))[:_PER_SIDE]


def _near_note(near: tuple[NearMention, ...]) -> str | None:
    return _NEAR_WORDS[near[0].reason] if near else None


def _telling(near: NearMention) -> tuple[bool, float]:
    """A mention of the thing itself tells more than something close to it, and the more of its sentence it fills."""
    mention = near.mention
    return (near.reason == "close", (mention.start - mention.end) / len(mention.sentence.text))
