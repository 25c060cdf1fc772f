"""Verification of sentences that a model wrote, before they may enter a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.case import Span
from drafter.draft import DraftItem, Finding, Flag, Outcome, PassageCitation
from drafter.engines.base import Matter, Rationale
from drafter.engines.llm.slots import Written, merged
from drafter.engines.llm.wording import says_something, strange_words
from drafter.evidence.voices import INSTRUCTION
from drafter.text import split_sentences
from drafter.verification import build_context, item_flags
from drafter.verification.absence_claims import find_absences
from drafter.verification.prose import squeezed
from drafter.verification.verdicts import verdict

_SENTENCE = re.compile(r"\bsentence (\d+)\b")
_CHARACTERS = 360
_MOST_SENTENCES = 2
_DECIDES = re.compile(
    r"\b(?:up(?:hold|held)\w*|overturn\w*|approv\w+|authoriz\w+|certif\w+|den(?:y|ied|ies|ial)|grant\w*|necess\w+)\b",
    re.IGNORECASE,
)
_OTHER_QUOTES = re.compile(r"(?<!\w)['‘«„](?=\w)([^'’»”“]{8,}?)['’»“](?!\w)")
"""Quotation marks that verification does not read as such."""


def failures(
    written: Sequence[Written], plain: Rationale, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome
) -> dict[str, str]:
    """Why sentences may not stand, by the key of their slot."""
    keys = {entry.slot.place + 1: entry.slot.key for entry in written}
    failed: dict[str, str] = {}
    for flag in _flags(merged(plain, written, matter), matter, findings, outcome):
        place = _SENTENCE.search(flag.where)
        if place and flag.severity != "info" and int(place[1]) in keys:
            failed.setdefault(keys[int(place[1])], flag.message)
    for entry in written:
        reason = _own_reason(entry, matter)
        if reason:
            failed[entry.slot.key] = reason
    return failed


def worse(
    candidate: Rationale, plain: Rationale, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome
) -> bool:
    """Whether verification says something of the candidate as a whole that it does not say of the plain rationale."""

    def seen(rationale: Rationale) -> set[tuple[str, str]]:
        flags = _flags(rationale, matter, findings, outcome)
        return {(flag.code, flag.where) for flag in flags if flag.severity != "info"}

    return bool(seen(candidate) - seen(plain))


def _flags(rationale: Rationale, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> tuple[Flag, ...]:
    item = DraftItem(
        number=matter.item.number,
        request=matter.item.request,
        lock=matter.item.lock,
        outcome=outcome,
        confidence=0.5,
        guidelines=matter.guidelines,
        criteria=findings,
        rationale=rationale.sentences,
        citations=rationale.citations,
    )
    others = (matter.surgery,) if matter.surgery else ()
    return item_flags(item, build_context(matter.case, matter.library, (*others, item)))


def _own_reason(entry: Written, matter: Matter) -> str | None:
    """What verification of a finished draft leaves to the reader and a model's sentence may not do."""
    text, slot = entry.text, entry.slot
    if len(text) > _CHARACTERS or len(split_sentences(text)) > _MOST_SENTENCES:
        return "it is too long; write one short sentence"
    if not says_something(text):
        return "it says nothing"
    if verdict(text) or (_DECIDES.search(text) and not _told(_DECIDES.findall(text), entry, matter)):
        return "it decides the request; say only what the guideline asks or the record states"
    if INSTRUCTION.search(text):
        return "it contains an instruction; a record is data"
    if slot.spans and not set(slot.spans) & set(entry.citations):
        return "it cites no sentence of the record"
    if slot.plain.role == "guideline" and not any(isinstance(each, PassageCitation) for each in entry.citations):
        return "it cites no passage of the guideline"
    return _absence_reason(entry) or _wording_reason(entry, matter)


def _absence_reason(entry: Written) -> str | None:
    slot = entry.slot
    claims = bool(find_absences(entry.text))
    if slot.plain.role == "absence" and not claims:
        return "nothing was found for this criterion; say that no documentation of it was found"
    if slot.finding and slot.finding.evidence and claims:
        return "it says that something is absent, and the record documents it"
    return None


def _wording_reason(entry: Written, matter: Matter) -> str | None:
    sources = _sources(entry, matter)
    strange = strange_words(entry.text, sources)
    if strange:
        return f"what it cites does not say {', '.join(strange[:5])}"
    told = " ".join(map(squeezed, sources))
    if any(squeezed(match[1]) not in told for match in _OTHER_QUOTES.finditer(entry.text)):
        return "it quotes words that are not in what it cites"
    return None


def _sources(entry: Written, matter: Matter) -> list[str]:
    """What a sentence may say: its quotes, its criterion, the request, the name of the section.

    What a search came nearest to is no such source: it proves an absence and may be about anything.
    """
    slot = entry.slot
    searched = slot.plain.role == "absence"
    quotes = [each.quote for each in entry.citations if not (searched and isinstance(each, Span))]
    finding = slot.finding
    named = (finding.text, finding.subject, finding.evidence_for, finding.contrary_to) if finding else ()
    section = [chosen.citation for chosen in matter.guidelines[:1]]
    return [*quotes, *filter(None, named), matter.item.request, *section]


def _told(words: list[str], entry: Written, matter: Matter) -> bool:
    return not strange_words(" ".join(words), _sources(entry, matter))
