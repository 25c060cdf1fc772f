"""Which of two statements holds now: what a later record says outweighs a note that was copied forward."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import NamedTuple

from drafter.case import Span
from drafter.evidence.carried_out import report_of
from drafter.evidence.hits import Mention
from drafter.evidence.mentions import Mentions
from drafter.evidence.reading import CaseReading

_SO_FAR = re.compile(r"\b(?:to date|so far|not yet|as yet|yet|until now|up to now)\b", re.IGNORECASE)
_SHORTEST = 4
"""Words from which on a repeated sentence is a copy and no coincidence."""


class Settled(NamedTuple):
    """What stands for and against a fact, and what is out of date."""

    evidence: tuple[Mention, ...]
    contrary: tuple[Mention, ...]
    superseded: tuple[Span, ...] = ()


def settle(mentions: Mentions, reading: CaseReading, *, once: bool = False) -> Settled:
    """Set aside the side that rests only on copied-forward sentences first written before the other side's latest.

    A sentence that later notes repeat is as old as its first appearance. Two statements that were each written anew
    stay: the record is divided. Of what happens `once`, a denial that was written before it happened is out of date.
    """
    carried_out = _carried_out(mentions.evidence, reading)
    if carried_out:
        return carried_out._replace(contrary=mentions.contrary)
    if not mentions.evidence or not mentions.contrary:
        return Settled(mentions.evidence, mentions.contrary)
    past = _of_its_day(mentions, reading, once)
    if past:
        left = tuple(mention for mention in mentions.contrary if mention not in past)
        return Settled(mentions.evidence, left, _spans(past))
    if _outdated(mentions.evidence, mentions.contrary, reading):
        return Settled((), mentions.contrary, _spans(mentions.evidence))
    if _outdated(mentions.contrary, mentions.evidence, reading):
        return Settled(mentions.evidence, (), _spans(mentions.contrary))
    return Settled(mentions.evidence, mentions.contrary)


def _carried_out(evidence: tuple[Mention, ...], reading: CaseReading) -> Settled | None:
    """The report of an operation in place of what calls it pending; None where nothing does."""
    reports = {
        mention: report_of(mention, min(_dates(mention, reading), default=None), reading) for mention in evidence
    }
    done = dict.fromkeys(filter(None, reports.values()))
    if not done:
        return None
    stands = [mention for mention in evidence if reports[mention] is None and mention not in done]
    pending = tuple(mention for mention in evidence if reports[mention])
    return Settled((*stands, *done), (), _spans(pending))


def _of_its_day(mentions: Mentions, reading: CaseReading, once: bool) -> tuple[Mention, ...]:
    """Denials that hold only for their day, "no injections to date", and were written before what they deny."""
    latest = max(reading.when(mention.sentence)[0] for mention in mentions.evidence)
    return tuple(
        mention
        for mention in mentions.contrary
        if (once or _SO_FAR.search(mention.sentence.text)) and dt.date.min < reading.when(mention.sentence)[0] < latest
    )


def _outdated(side: tuple[Mention, ...], other: tuple[Mention, ...], reading: CaseReading) -> bool:
    said = [_dates(mention, reading) for mention in side]
    latest = max((min(dates) for dates in (_dates(mention, reading) for mention in other) if dates), default=None)
    return latest is not None and all(len(dates) > 1 and min(dates) < latest for dates in said)


def _dates(mention: Mention, reading: CaseReading) -> set[dt.date]:
    """Dates of the records in which the mention's sentence stands."""
    known: dict[str, set[dt.date]] | None = reading.memory.get("said")
    if known is None:
        known = reading.memory["said"] = _all_dates(reading)
    return known.get(_words(mention.sentence.text), set())


def _all_dates(reading: CaseReading) -> dict[str, set[dt.date]]:
    days = {record.id: record.date for record in reading.records}
    said: defaultdict[str, set[dt.date]] = defaultdict(set)
    for sentence in reading.sentences:
        day, words = days[sentence.record], _words(sentence.text)
        if day and len(words.split()) >= _SHORTEST:
            said[words].add(day)
        elif day:
            said[words] = {max({day, *said[words]})}
    return dict(said)


def _words(text: str) -> str:
    return " ".join(text.lower().split())


def _spans(mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(mention.span() for mention in mentions))
