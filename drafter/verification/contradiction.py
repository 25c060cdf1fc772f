"""Searching the whole record again for what a draft says is absent, by the criterion's concepts and by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from drafter.case import Lock
from drafter.criteria.card import Criterion
from drafter.evidence.concerns import names_treatment, same_part
from drafter.evidence.elsewhere import own_words
from drafter.evidence.folding import folded
from drafter.evidence.formerly import told_of_before
from drafter.evidence.needs import All, Need, needs
from drafter.evidence.wording import Expression, wording
from drafter.lexicon import Concept, concepts
from drafter.verification.absence_claims import absent_content
from drafter.verification.context import Context, Read
from drafter.verification.polarity import affirms, is_negated
from drafter.verification.prose import content

_MOST = 3
"""Contradicting sentences that are shown; one is enough to block."""

_KIN: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"\bconservative(?:ly)? (?:care|treatments?|therap(?:y|ies)|management|measures?|modalities)\b", re.I
        ),
        re.compile(
            r"\b(?:conservative|physical therapy|physiotherapy|PT|chiropract\w+|acupuncture|NSAIDs?"
            r"|anti-?inflammator\w+"
            r"|ibuprofen|naproxen|home exercises?|analgesics?|medications?|injections?|brac(?:e|ing)|TENS"
            r"|activity modification)\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\b(?:trial(?:ed)? and )?(?:failed|failure(?: of)?|unsuccessful)\b", re.I),
        re.compile(
            r"\b(?:fail(?:ed|ure|s|ing)?|unsuccessful\w*|ineffective|refractory|(?:no|minimal|little|without"
            r"|not much) (?:\w+ )?"
            r"(?:relief|improvement|benefit|success|help)|(?:did|has|have|had|was|were|does) not (?:help|improv"
            r"|respond|reliev|benefit|work)\w*)\b",
            re.I,
        ),
    ),
    (
        re.compile(
            r"\b(?:pain relief|relief of pain|reduction (?:of|in) pain|(?:decreased|reduced) pain|pain reduction)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:pain (?:relief|reduction)|relief|reliev\w+|(?:decreas\w+|reduc\w+|lessen\w*|improv\w+)(?: in"
            r"| of)?(?: the| his| her)? pain"
            r"|pain (?:\w+ )?(?:decreased|reduced|improved|relieved))\b",
            re.I,
        ),
    ),
)
_DENIES_ITSELF = re.compile(r"\b(?:no|not|without|minimal|little)\b", re.I)


class Finder(NamedTuple):
    """How one word, or one meaning, of an absent thing is recognised in a sentence."""

    stem: str | None
    meaning: re.Pattern[str] | None

    @property
    def need(self) -> Need:
        """What a sentence must contain for it; a word begins with its stem."""
        return needs(self.meaning) if self.meaning else folded(self.stem or "")

    def affirmed_in(self, text: str) -> bool:
        """Whether `text` states it, at least once, without denying, planning or supposing it."""
        return any(affirms(text, start, end) for start, end in self._places(text))

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        if self.meaning is None:
            yield from ((word.start, word.end) for word in content(text) if word.stem == self.stem)
            return
        for match in self.meaning.finditer(text):
            denial = _DENIES_ITSELF.match(match.group())
            yield (match.start() + denial.end() if denial else match.start()), match.end()


def contradicting_words(phrase: str, context: Context) -> list[Read]:
    """Sentences that affirm every word of `phrase`, or its meaning where the field has several words for it."""
    finders = _finders(phrase)
    if not finders:
        return []
    rows = context.rows.rows(All(tuple(finder.need for finder in finders)))
    reads = (context.sentences[row] for row in rows)
    stating = (read for read in reads if all(finder.affirmed_in(read.printed) for finder in finders))
    return list(islice(stating, _MOST))


def contradicting_concepts(criterion: Criterion, lock: Lock, context: Context) -> list[Read]:
    """Sentences that document the criterion; empty unless as many concepts are documented as its logic asks for."""
    found = [_documenting(concepts()[name], lock, context) for name in criterion.concepts if name in concepts()]
    needed = {"any": 1, "all": len(found), "at_least": criterion.at_least or 1}[criterion.logic]
    hits = [reads for reads in found if reads]
    if not hits or len(hits) < needed:
        return []
    return [reads[0] for reads in hits][:_MOST]


def denying_concepts(criterion: Criterion, quotes: Sequence[str], lock: Lock, context: Context) -> list[Read]:
    """Sentences that deny, or state the opposite of, a concept of the criterion on which the quotes rest."""
    known = [concepts()[name] for name in criterion.concepts if name in concepts()]
    relied = [concept for concept in known if any(True for quote in quotes for _ in _stated(concept, quote))]
    return [read for concept in relied for read in _denying(concept, lock, context)][:_MOST]


@lru_cache(maxsize=4096)
def concepts_named(phrase: str) -> tuple[Concept, ...]:
    """Concepts that `phrase` is a way of stating."""
    return tuple(concept for concept in concepts().values() if _covers(concept, phrase))


def documented_by(phrase: str, lock: Lock, context: Context) -> list[Read]:
    """Sentences that document a concept which `phrase` names."""
    return [read for concept in concepts_named(phrase) for read in _documenting(concept, lock, context)][:_MOST]


@lru_cache(maxsize=1024)
def _finders(phrase: str) -> tuple[Finder, ...]:
    finders = []
    rest = phrase
    for words, meaning in _KIN:
        if words.search(rest):
            finders.append(Finder(None, meaning))
            rest = words.sub(" ", rest)
    return (*finders, *(Finder(name, None) for name in dict.fromkeys(word.stem for word in absent_content(rest))))


def _stated(concept: Concept, text: str) -> Iterator[re.Match[str]]:
    """Where a text has a wording of the concept."""
    return (match for expression in wording(concept).documents for match in expression.finditer(text))


def _covers(concept: Concept, phrase: str) -> bool:
    """Whether a match takes in every meaningful word of the phrase."""
    words = absent_content(phrase)
    return bool(words) and any(
        all(match.start() <= word.start and word.end <= match.end() for word in words)
        for match in _stated(concept, phrase)
    )


def _documenting(concept: Concept, lock: Lock, context: Context) -> list[Read]:
    documents, contradicts, _ = wording(concept)
    stated: set[int] = set()
    for row, match in _matches(documents, context):
        own = _is_own(match, concept, lock)
        if own and row not in stated and _stands(match, context.sentences[row].printed, concept, contradicts):
            stated.add(row)
    return [context.sentences[row] for row in sorted(stated) if _concerns(concept, row, context, lock)]


def _matches(expressions: Iterable[Expression], context: Context) -> Iterator[tuple[int, re.Match[str]]]:
    """Where the expressions match in the records, one expression after the other: each only where it can."""
    for expression in expressions:
        for row in context.rows.rows(expression.need):
            for match in expression.finditer(context.sentences[row].printed):
                yield row, match


def _denying(concept: Concept, lock: Lock, context: Context) -> list[Read]:
    documents, contradicts, _ = wording(concept)
    stated: dict[int, list[re.Match[str]]] = {}
    for row, match in _matches(documents, context):
        if _is_own(match, concept, lock) and not _DENIES_ITSELF.search(match.group()):
            stated.setdefault(row, []).append(match)
    denied = {
        row for row, places in stated.items() if all(_is_negated(match) and _holds_now(match) for match in places)
    }
    opposed = (entry for entry in _matches(contradicts, context) if _is_own(entry[1], concept, lock))
    denied |= {
        row for row, match in opposed if _holds_now(match) and affirms(match.string, *match.span(), concept.accepts)
    }
    return [context.sentences[row] for row in sorted(denied) if _concerns(concept, row, context, lock)]


def _is_own(match: re.Match[str], concept: Concept, lock: Lock) -> bool:
    """Whether it is said of the side and the levels in dispute, as far as they matter."""
    own = own_words(match.string, lock, concept.of_side or concept.about_part)
    return own[match.start() : match.end()] == match.group()


def _is_negated(match: re.Match[str]) -> bool:
    return is_negated(match.string, *match.span())


def _holds_now(match: re.Match[str]) -> bool:
    return not told_of_before(match.string, *match.span())


def _stands(match: re.Match[str], text: str, concept: Concept, contradicts: Iterable[Expression]) -> bool:
    if any(
        other.start() < match.end() and match.start() < other.end()
        for expression in contradicts
        for other in expression.finditer(text)
    ):
        return False
    if _DENIES_ITSELF.search(match.group()):
        return not is_negated(text, match.end(), match.end())
    return affirms(text, match.start(), match.end(), concept.accepts)


def _concerns(concept: Concept, row: int, context: Context, lock: Lock) -> bool:
    text = context.sentences[row].printed
    if concept.about_part and not same_part(text, lock.sites):
        return False
    previous = context.sentences[row - 1].printed if row else ""
    return not concept.about_treatment or names_treatment(text, lock) or names_treatment(previous, lock)
