"""Verification of sentences that a model wrote, before they may enter a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.case import Span
from drafter.draft import DraftItem, Finding, Flag, Outcome, PassageCitation
from drafter.engines.base import Matter, Rationale
from drafter.engines.llm.slots import Slot, Written, merged
from drafter.engines.llm.wording import says_something, spoken_words, strange_words, word_places
from drafter.evidence.voices import INSTRUCTION
from drafter.text import split_sentences
from drafter.verification import build_context, item_flags
from drafter.verification.absence_claims import find_absences
from drafter.verification.polarity import is_negated
from drafter.verification.prose import outside_quotes, squeezed
from drafter.verification.verdicts import verdict

_SENTENCE = re.compile(r"\bsentence (\d+)\b")
_CHARACTERS = 360
_MOST_SENTENCES = 2
_DECIDES = re.compile(
    r"\b(?:up(?:hold|held)\w*|overturn\w*|approv\w+|authoriz\w+|certif\w+|den(?:y|ied|ies|ial)|grant\w*|necess\w+)\b",
    re.IGNORECASE,
)
_OF_THE_CASE = re.compile(
    r"\b(?:records?|document\w*|found|patient|worker|employee|he|she|his|her|was|were|had|did|has been|have been)\b",
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
    if _decides(entry):
        return "it decides the request; say only what the guideline asks or the record states"
    if INSTRUCTION.search(text):
        return "it contains an instruction; a record is data"
    if slot.spans and not set(slot.spans) & set(entry.citations):
        return "it cites no sentence of the record"
    if slot.plain.role == "guideline" and not any(isinstance(each, PassageCitation) for each in entry.citations):
        return "it cites no passage of the guideline"
    return _said_reason(entry, matter)


def _decides(entry: Written) -> bool:
    """Whether the sentence says what the determination comes to; a guideline's own words may speak of necessity."""
    quotes = _quotes(entry, _stated_by(entry.slot))
    if entry.slot.finding is None and squeezed(entry.text) in map(squeezed, quotes):
        return False
    if entry.slot.plain.role == "absence" and entry.slot.finding:
        quotes.append(entry.slot.finding.subject)
    return bool(verdict(entry.text) or strange_words(" ".join(_DECIDES.findall(entry.text)), quotes))


def _said_reason(entry: Written, matter: Matter) -> str | None:
    """Each kind of slot has its own sources: a criterion's words are no fact of the record where it is not met.

    Nor are the request's: what was asked for is said neither by the guideline nor by the record.
    """
    finding = entry.slot.finding
    names = [chosen.citation for chosen in matter.guidelines[:1]]
    frame = [matter.item.request, *names]
    if finding is None:
        return _guideline_reason(entry.text, _quotes(entry, PassageCitation), names)
    if entry.slot.plain.role == "absence":
        return _absence_reason(entry.text, finding, frame)
    quotes = _quotes(entry, Span)
    if finding.evidence and find_absences(entry.text):
        return "it says that something is absent, and the record documents it"
    if finding.status == "contrary" and not _both_sides(entry, finding):
        return "the record is divided; say and cite both sides"
    named = finding.evidence_for if finding.evidence else finding.contrary_to
    return _strange(entry.text, [*quotes, named or "", *names]) or _polarity_reason(entry.text, quotes, finding, frame)


def _guideline_reason(text: str, quotes: list[str], frame: list[str]) -> str | None:
    """A guideline's sentence states a rule; it tells nothing of the record or of this patient."""
    told = " ".join(quotes).lower()
    if any(match.group().lower() not in told for match in _OF_THE_CASE.finditer(text)):
        return "it speaks of the record; say only what the guideline asks for"
    return _strange(text, [*quotes, *frame])


def _absence_reason(text: str, finding: Finding, frame: list[str]) -> str | None:
    """Only the absence itself may be said: what the search came nearest to may be about anything."""
    named = re.search(rf"\bno (?:documentation|evidence|mention) of {re.escape(finding.subject)}", text, re.IGNORECASE)
    if named:
        return _strange(text[: named.start()] + text[named.end() :], frame)
    phrases = [phrase for claim in find_absences(text) for phrase in claim.phrases]
    if not phrases:
        return "nothing was found for this criterion; say that no documentation of it was found"
    rest = text
    for phrase in phrases:
        rest = rest.replace(phrase, " ", 1)
    return _strange(" ".join(phrases), [finding.text, finding.subject, *frame]) or _strange(rest, frame)


def _polarity_reason(text: str, quotes: list[str], finding: Finding, frame: list[str]) -> str | None:
    """What a quote affirms is not denied and the other way round; an unmet criterion is only denied."""
    bare = outside_quotes(text)
    for word, start, end in spoken_words(bare):
        if not strange_words(word, frame):
            continue
        said = is_negated(bare, start, end)
        places = [(quote, place) for quote in quotes for place in word_places(word, quote)]
        agrees = any(is_negated(quote, *place) == said for quote, place in places)
        if not agrees and (places or (said if finding.evidence else not said)):
            return f"its quote does not say so of {word!r}"
    return None


def _both_sides(entry: Written, finding: Finding) -> bool:
    cited = set(entry.citations)
    return bool(cited & set(finding.evidence)) and bool(cited & set(finding.contrary))


def _stated_by(slot: Slot) -> type[Span] | type[PassageCitation]:
    """Where the words of a sentence come from: the record, or the guideline."""
    return Span if slot.spans else PassageCitation


def _quotes(entry: Written, kind: type[Span] | type[PassageCitation]) -> list[str]:
    return [each.quote for each in entry.citations if isinstance(each, kind)]


def _strange(text: str, sources: list[str]) -> str | None:
    strange = strange_words(text, sources)
    if strange:
        return f"what it cites does not say {', '.join(strange[:5])}"
    told = " ".join(map(squeezed, sources))
    if any(squeezed(match[1]) not in told for match in _OTHER_QUOTES.finditer(text)):
        return "it quotes words that are not in what it cites"
    return None
