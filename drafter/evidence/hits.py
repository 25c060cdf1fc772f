"""What one sentence says of a concept, whatever the item: read once for all items and criteria of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from drafter.case import Sentence, Span
from drafter.evidence.cues import UNCHECKED, Cue, judge_sentence, supposed
from drafter.evidence.ellipsis import Pair
from drafter.evidence.formerly import told_of_before
from drafter.evidence.quotes import clause_span
from drafter.evidence.reading import CaseReading
from drafter.evidence.scores import risen
from drafter.evidence.sections import Section, in_section
from drafter.evidence.wording import Expression, particular, wording
from drafter.lexicon import Concept, Modality

if TYPE_CHECKING:
    from drafter.evidence.words import Rows

_SILENT = re.compile(
    r"\b(?:no|without|lack of|insufficient|inadequate) (?:\w+ )?(?:documentation|mention|record)\b", re.IGNORECASE
)
"""A note that something is not documented says nothing about whether it is so."""
_NOT_FOUND = re.compile(
    r"\b(?:did|do|could|can)(?: not|n['’]t) (?:find|see|locate)\b"
    r"[^.;]*\b(?:records?|file|chart|documents?|enclosures?)\b",
    re.IGNORECASE,
)
"""Neither does a reviewer who did not find it among the papers."""
_DENIED = re.compile(r"\b(?:no|not|without|never|minimal|little)(?: (?:\w+ )?)$", re.IGNORECASE)

_FIRST_WORD = re.compile(r"\S+")

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


class Hit(NamedTuple):
    """What one sentence says of a concept, whatever the item."""

    row: int
    against: Mention | None
    """A statement of the opposite."""
    found: Mention | NearMention | None
    denied: bool = False
    """True: `found` is a denial."""
    text: str | None = None
    """What was read where it is more than the sentence of the row: the one before it, too."""


def hits(concept: Concept, reading: CaseReading) -> tuple[Hit, ...]:
    """Every clinical sentence that bears on `concept`, read once for all items and criteria of a case."""
    known: tuple[Hit, ...] | None = reading.memory.get(concept.id)
    if known is None:
        rows = _rows(concept, reading)
        read = (_read(concept, reading, row, row in rows.documenting) for row in sorted(set().union(*rows)))
        alone = {hit.row: hit for hit in read if hit.against or hit.found}
        told = {row for row, hit in alone.items() if hit.against or isinstance(hit.found, Mention)}
        both = [hit for hit in _of_pairs(concept, reading) if hit.row not in told]
        known = reading.memory[concept.id] = tuple(sorted((*alone.values(), *both), key=lambda hit: hit.row))
    return known


def _of_pairs(concept: Concept, reading: CaseReading) -> Iterator[Hit]:
    """What two sentences say together: something that was done, and what the next sentence says of it."""
    worded = wording(concept)
    for expressions, states in ((worded.contradicts, False), (worded.documents, True)):
        seen: set[int] = set()
        for expression in expressions:
            for place in reading.pair_words.rows(expression.need):
                pair = reading.pairs[place]
                if place not in seen and (match := _across(expression, pair, concept, reading)):
                    seen.add(place)
                    mention = _mention(pair.sentence, pair.text, match)
                    yield Hit(pair.row, None if states else mention, mention if states else None, text=pair.text)


def _across(expression: Expression, pair: Pair, concept: Concept, reading: CaseReading) -> re.Match[str] | None:
    """A match that begins in the first sentence, which tells of something done, and ends in the second one."""
    for match in expression.finditer(pair.text):
        across = match.start() < pair.middle < match.end() and _stands(match)
        if across and _told_as_done(pair, match, concept, reading.section(pair.first)):
            return match
    return None


def _told_as_done(pair: Pair, match: re.Match[str], concept: Concept, section: Section | None) -> bool:
    """Whether the first sentence neither denies nor only asks for what it names."""
    first = pair.text[: pair.middle]
    named = _FIRST_WORD.match(first, match.start())
    cues = (
        judge_sentence(pair.text, match.start(), match.end()),
        judge_sentence(first, match.start(), named.end() if named else match.start()),
    )
    done: tuple[Modality, ...] = ("asserted", "historical")
    return all(
        not cue.negated and cue.modality in done and cue.modality in concept.accepts
        for cue in (in_section(cue, section, pair.text) for cue in cues)
    )


class _Rows(NamedTuple):
    """Clinical sentences that patterns of a concept match, by what the patterns are for."""

    documenting: set[int]
    others: set[int]


def _rows(concept: Concept, reading: CaseReading) -> _Rows:
    """Each expression is tried only where its letters stand, and where no other of its kind has matched."""
    general = wording(concept)
    usable = reading.rows_of(of_work=concept.of_work)
    documenting = _matching(general.documents, reading, usable, reading.words.none)
    for place, expressions in particular(concept).items():
        documenting = _matching(expressions, reading, reading.rows_of(place), documenting)
    others = _matching((*general.contradicts, *general.near), reading, usable, reading.words.none)
    return _Rows(*(set(reading.words.numbers(rows)) for rows in (documenting, others)))


def _matching(expressions: tuple[Expression, ...], reading: CaseReading, within: Rows, known: Rows) -> Rows:
    """The rows that are known, and those of some others that one of the expressions matches."""
    for expression in expressions:
        known = known | reading.matching.of(expression, within & ~known)
    return known


def read_again(concept: Concept, reading: CaseReading, row: int, text: str) -> Hit:
    """What a part of a sentence, the rest of which is white space, says by itself."""
    hit = _read(concept, reading, row, True, text)
    return hit._replace(text=text)


def _read(concept: Concept, reading: CaseReading, row: int, documenting: bool, part: str | None = None) -> Hit:
    sentence, text = reading.sentences[row], part or reading.texts[row]
    worded = wording(concept, reading.places(row) if concept.within else frozenset())
    contradiction = _contradiction(_likely(worded.contradicts, reading, row), text)
    if contradiction is None and concept.falls:
        contradiction = risen(text)
    against = _mention(sentence, text, contradiction) if contradiction else None
    best = (
        _best_match(
            _likely(worded.documents, reading, row),
            text,
            concept.accepts,
            contradiction,
            reading.section(row),
        )
        if documenting
        else None
    )
    if best is None:
        match = None if reading.is_heading(row) else _first(_likely(worded.near, reading, row), text)
        return Hit(row, against, NearMention(_mention(sentence, text, match), "close") if match else None)
    match, cue = best
    mention = _mention(sentence, text, match, cue.modality)
    if cue.negated and (_SILENT.search(text[: match.start()]) or _NOT_FOUND.search(text)):
        return Hit(row, against, NearMention(mention, "close"))
    if cue.negated:
        return Hit(row, against, None if against else mention, denied=True)
    if cue.modality in concept.accepts:
        return Hit(row, against, mention)
    return Hit(row, against, NearMention(mention, cue.modality))


def _mention(sentence: Sentence, text: str, match: re.Match[str], modality: Modality = "asserted") -> Mention:
    """The place of a match; the whole sentence where putting words right has moved it."""
    moved = len(text) != len(sentence.text)
    return Mention(sentence, 0, len(sentence.text), modality) if moved else Mention(sentence, *match.span(), modality)


def _likely(expressions: Iterable[Expression], reading: CaseReading, row: int) -> list[Expression]:
    return [expression for expression in expressions if reading.words.may_match(expression, row)]


def _first(expressions: Iterable[Expression], text: str) -> re.Match[str] | None:
    found = (match for expression in expressions if (match := expression.search(text)))
    return min(found, key=_place, default=None)


def _contradiction(expressions: Iterable[Expression], text: str) -> re.Match[str] | None:
    """The first statement of the opposite that is neither denied, as "improvement with therapy" is by "no", nor
    supposed, nor an option that nobody ticked, nor said of the time before: "he works half days; before that he was
    off work"."""
    matches = (match for expression in expressions for match in expression.finditer(text))
    found = (m for m in matches if _stands(m) and not supposed(text, *m.span()))
    return min(found, key=_place, default=None)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """The first one first; of those that begin together, the one that takes in most."""
    return match.start(), -match.end()


def _stands(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return not (_DENIED.search(before) or UNCHECKED.search(before) or told_of_before(match.string, *match.span()))


def _best_match(
    expressions: Iterable[Expression],
    text: str,
    accepts: tuple[Modality, ...],
    against: re.Match[str] | None,
    section: Section | None,
) -> tuple[re.Match[str], Cue] | None:
    """The first affirmed match, else the first one; a match inside a contradiction ("no relief") is none."""
    first: tuple[re.Match[str], Cue] | None = None
    for match in (match for expression in expressions for match in expression.finditer(text)):
        if against and match.start() < against.end() and against.start() < match.end():
            continue
        cue = in_section(judge_sentence(text, match.start(), match.end()), section, text)
        if not cue.negated and cue.modality in accepts:
            return match, cue
        first = first or (match, cue)
    return first
