"""An operation that notes still call pending although its report is in the file: the report is the latest status."""

from __future__ import annotations

import datetime as dt
import re

from drafter.case import BodySite, Record
from drafter.evidence.concerns import same_part
from drafter.evidence.hits import Mention, NearMention, hits
from drafter.evidence.reading import CaseReading
from drafter.lexicon import Modality, concepts, treatments
from drafter.lock import find_sites, find_treatments

_OPERATION = "recent-surgery"
"""The concept that tells of an operation."""
_NOT_YET: frozenset[Modality] = frozenset({"planned", "requested", "conditional"})
_PENDING = re.compile(
    r"\b(?:pending|await\w*|schedul\w+|plan(?:s|ned)?|recommend\w*|request\w*|authoriz\w+|set for|proceed\w*)\b",
    re.IGNORECASE,
)
"""Words of what is not done yet, where they are part of what a concept is worded with."""
_HEAD = 400
"""Characters at the top of a report in which the operated part is named."""


def report_of(mention: Mention, written: dt.date | None, reading: CaseReading) -> Mention | None:
    """Where the operation that a sentence, first `written` on a day, calls planned is reported as done."""
    text = mention.sentence.text
    open_still = mention.modality in _NOT_YET or _PENDING.search(text[mention.start : mention.end])
    if written is None or not open_still or not _names_operation(text):
        return None
    sites = tuple(BodySite(part=site.part, side=site.side) for site in find_sites(text))
    done = (record for record in reading.records if record.kind == "operative_report")
    later = [record for record in done if record.date and record.date >= written and same_part(_head(record), sites)]
    found = (_told_in(record, reading) for record in later)
    return next(filter(None, found), None)


def _names_operation(text: str) -> bool:
    named = {treatments()[found.id].category for found in find_treatments(text)}
    return "surgery" in named or (not named and ("surgery" in text.lower() or "operation" in text.lower()))


def _head(record: Record) -> str:
    return f"{record.title}. {record.pages[0].text[:_HEAD] if record.pages else ''}"


def _told_in(record: Record, reading: CaseReading) -> Mention | None:
    for hit in hits(concepts()[_OPERATION], reading):
        found = hit.found
        if isinstance(found, NearMention | None) or hit.denied or found.sentence.record != record.id:
            continue
        return found._replace(modality="historical")
    return None
