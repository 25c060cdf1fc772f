"""Where a record speaks of a concept, and whether it documents it, contradicts it or only comes near it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from drafter.case import BodySite, DisputedItem, RecordKind, Sentence, Span
from drafter.evidence.cues import Cue, judge_sentence
from drafter.evidence.quotes import clause_span
from drafter.evidence.reading import CaseReading, request_sentence
from drafter.evidence.sections import Section, in_section
from drafter.evidence.visits import therapy_of, visits_done
from drafter.lexicon import Concept, Modality, body_parts, pattern, treatments
from drafter.lock import FoundSite, find_drugs, find_sites, find_treatments

_LOOK_BACK = 3
"""Sentences before a statement in which its treatment may be named."""
_VISITS = "prior-sessions"
"""The concept that a count of visits documents."""

NearReason = Literal["requested", "planned", "conditional", "historical", "asserted", "close"]


class Mention(NamedTuple):
    """A sentence that bears on a concept; `start` and `end` are the match within the sentence's text."""

    sentence: Sentence
    start: int
    end: int
    modality: Modality = "asserted"

    def span(self) -> Span:
        return clause_span(self.sentence, self.start, self.end)


class NearMention(NamedTuple):
    """A mention that does not count as documentation, and why."""

    mention: Mention
    reason: NearReason


class Mentions(NamedTuple):
    """All mentions of one concept in a case."""

    evidence: tuple[Mention, ...]
    contrary: tuple[Mention, ...]
    near: tuple[NearMention, ...]


def find_mentions(concept: Concept, reading: CaseReading, item: DisputedItem) -> Mentions:
    """Sort every sentence that mentions `concept`; a sentence counts once for each side."""
    evidence: list[Mention] = _in_request(concept, reading, item)
    if concept.id == _VISITS:
        evidence += _counted(reading, item)
    contrary: list[Mention] = []
    near: list[NearMention] = []
    for hit in _hits(concept, reading):
        if not _concerns(concept, reading, hit.row, item):
            continue
        if hit.against:
            contrary.append(hit.against)
        if isinstance(hit.found, NearMention):
            near.append(hit.found)
        elif hit.found:
            (contrary if hit.denied else evidence).append(hit.found)
    return Mentions(tuple(evidence), tuple(contrary), tuple(near))


def _counted(reading: CaseReading, item: DisputedItem) -> list[Mention]:
    """Where visits of the item's treatment are counted."""
    visits = visits_done(item, reading)
    if visits is None or not visits.done:
        return []
    sentences = (Sentence(span.record, span.page, span.start, span.end, span.quote) for span in visits.places)
    return [Mention(sentence, 0, len(sentence.text), "historical") for sentence in sentences]


class _Hit(NamedTuple):
    """What one sentence says of a concept, whatever the item."""

    row: int
    against: Mention | None
    """A statement of the opposite."""
    found: Mention | NearMention | None
    denied: bool = False
    """True: `found` is a denial."""


def _hits(concept: Concept, reading: CaseReading) -> tuple[_Hit, ...]:
    """Every clinical sentence that bears on `concept`, read once for all items and criteria of a case."""
    known: tuple[_Hit, ...] | None = reading.memory.get(concept.id)
    if known is None:
        rows = _rows(concept, reading)
        hits = (_read(concept, reading, row, row in rows.documenting) for row in sorted(set().union(*rows)))
        known = reading.memory[concept.id] = tuple(hit for hit in hits if hit.against or hit.found)
    return known


class _Rows(NamedTuple):
    """Clinical sentences that patterns of a concept match, by what the patterns are for."""

    documenting: set[int]
    others: set[int]


def _rows(concept: Concept, reading: CaseReading) -> _Rows:
    """Each pattern is tried only where its letters stand, and where no other of its kind has matched."""
    rows = _Rows(set(), set())
    for expression in concept.documents:
        rows.documenting.update(_matching(expression, reading, rows.documenting))
    for group in concept.within:
        for expression in group.documents:
            matching = _matching(expression, reading, rows.documenting)
            rows.documenting.update(row for row in matching if reading.kind(row) == group.kind)
    for expression in (*concept.contradicts, *concept.near):
        rows.others.update(_matching(expression, reading, rows.others))
    return rows


def _matching(expression: str, reading: CaseReading, known: set[int]) -> list[int]:
    wanted = pattern(expression)
    rows = (row for row in reading.words.candidates(wanted) if row not in known and reading.clinical[row])
    return [row for row in rows if wanted.search(reading.sentences[row].text)]


def _read(concept: Concept, reading: CaseReading, row: int, documenting: bool) -> _Hit:
    sentence = reading.sentences[row]
    documents, contradicts, close = _patterns(concept, reading.kind(row) if concept.within else None)
    contradiction = _contradiction(contradicts, sentence.text) if contradicts else None
    against = Mention(sentence, *contradiction.span()) if contradiction else None
    best = (
        _best_match(documents, sentence.text, concept.accepts, contradiction, reading.section(row))
        if documenting
        else None
    )
    if best is None:
        match = close.search(sentence.text) if close else None
        return _Hit(row, against, NearMention(Mention(sentence, *match.span()), "close") if match else None)
    match, cue = best
    mention = Mention(sentence, match.start(), match.end(), cue.modality)
    if cue.negated and _SILENT.search(sentence.text[: match.start()]):
        return _Hit(row, against, NearMention(mention, "close"))
    if cue.negated:
        return _Hit(row, against, None if against else mention, denied=True)
    if cue.modality in concept.accepts:
        return _Hit(row, against, mention)
    return _Hit(row, against, NearMention(mention, cue.modality))


def _in_request(concept: Concept, reading: CaseReading, item: DisputedItem) -> list[Mention]:
    """The request itself, for facts that it states: the ingredients of a compound, the levels of an injection."""
    sentence = request_sentence(reading.case, item) if "requested" in concept.accepts else None
    match = _patterns(concept)[0].search(sentence.text) if sentence else None
    return [Mention(sentence, match.start(), match.end(), "requested")] if sentence and match else []


_SILENT = re.compile(
    r"\b(?:no|without|lack of|insufficient|inadequate) (?:\w+ )?(?:documentation|mention|record)\b", re.IGNORECASE
)
"""A note that something is not documented says nothing about whether it is so."""
_DENIED = re.compile(r"\b(?:no|not|without|never|minimal|little)(?: (?:\w+ )?)$", re.IGNORECASE)

_FORMERLY = re.compile(
    r"\b(?:(?:before|prior to) (?:that|then|this)|previously|formerly|until then)\b[^.;]*$", re.IGNORECASE
)


def _contradiction(contradicts: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first statement of the opposite that is neither denied, as "improvement with therapy" is by "no", nor said
    of the time before: "he works half days; before that he was off work"."""
    return next((m for m in contradicts.finditer(text) if _stands(text[: m.start()])), None)


def _stands(before: str) -> bool:
    return not (_DENIED.search(before) or _FORMERLY.search(before))


def _best_match(
    documents: re.Pattern[str],
    text: str,
    accepts: tuple[Modality, ...],
    against: re.Match[str] | None,
    section: Section | None,
) -> tuple[re.Match[str], Cue] | None:
    """The first affirmed match, else the first one; a match inside a contradiction ("no relief") is none."""
    first: tuple[re.Match[str], Cue] | None = None
    for match in documents.finditer(text):
        if against and match.start() < against.end() and against.start() < match.end():
            continue
        cue = in_section(judge_sentence(text, match.start(), match.end()), section, text)
        if not cue.negated and cue.modality in accepts:
            return match, cue
        first = first or (match, cue)
    return first


def _concerns(concept: Concept, reading: CaseReading, row: int, item: DisputedItem) -> bool:
    text = reading.sentences[row].text
    if concept.about_part and not same_part(text, item.lock.sites):
        return False
    if concept.about_drug and not _same_drug(text, item):
        return False
    return not concept.about_treatment or _about_treatment(reading, row, item)


def _about_treatment(reading: CaseReading, row: int, item: DisputedItem) -> bool:
    """Whether a sentence or what leads up to it names the item's treatment, or its whole record is a log of it.

    The nearest sentence before it that names any treatment decides, as far as it stands in the same record.
    """
    sentence = reading.sentences[row]
    if names_treatment(sentence.text, item) or _means_therapy(sentence.text, item):
        return True
    for before in reversed(reading.sentences[max(0, row - _LOOK_BACK) : row]):
        if before.record == sentence.record and names_treatment(before.text, item):
            return True
        if before.record != sentence.record or _names_any(before.text):
            break
    record = reading.record(sentence.record)
    return record is not None and therapy_of(record) in {item.lock.treatment, *item.lock.also}


_THERAPY = re.compile(r"\btherap(?:y|ist|ists)\b", re.IGNORECASE)


def _means_therapy(text: str, item: DisputedItem) -> bool:
    """ "The therapist" and "therapy" alone are the therapy in dispute, where the sentence names no other."""
    known = treatments().get(item.lock.treatment or "")
    return bool(known and known.category == "therapy" and _THERAPY.search(text) and not _names_any(text))


@lru_cache(maxsize=4096)
def _names_any(text: str) -> bool:
    return bool(find_treatments(text) or find_drugs(text))


def names_treatment(text: str, item: DisputedItem) -> bool:
    """Whether `text` names the treatment or the drug in dispute."""
    lock = item.lock
    if lock.drugs or lock.drug:
        return bool({found.generic for found in find_drugs(text)} & {*lock.drugs, lock.drug})
    return bool({found.id for found in find_treatments(text)} & {*lock.also, lock.treatment})


def _same_drug(text: str, item: DisputedItem) -> bool:
    """True unless the sentence names drugs and none of them is the item's."""
    named = {found.generic for found in find_drugs(text)}
    return not item.lock.drugs or not named or bool(named & {*item.lock.drugs, item.lock.drug})


@lru_cache(maxsize=4096)
def same_part(text: str, sites: tuple[BodySite, ...]) -> bool:
    """True unless the sentence names body parts and none of them lies in a region, and on a side, of `sites`."""
    named = find_sites(text)
    return not sites or not named or any(_agree(mine, theirs) for mine in sites for theirs in named)


def _agree(mine: BodySite, theirs: FoundSite) -> bool:
    opposite = {mine.side, theirs.side} == {"left", "right"}
    return body_parts()[mine.part].region == body_parts()[theirs.part].region and not opposite


@cache
def _patterns(
    concept: Concept, kind: RecordKind | None = None
) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """What documents a concept in a record of a kind, what contradicts it, and what comes near."""
    particular = (expression for group in concept.within if group.kind == kind for expression in group.documents)
    documents = _alternation((*concept.documents, *particular))
    assert documents is not None
    return documents, _alternation(concept.contradicts), _alternation(concept.near)


def _alternation(expressions: tuple[str, ...]) -> re.Pattern[str] | None:
    return pattern("|".join(f"(?:{expression})" for expression in expressions)) if expressions else None
