"""Searching the whole record again for what a draft says is absent, by the criterion's concepts and by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.case import Lock
from drafter.criteria.card import Criterion
from drafter.evidence.concerns import names_treatment, same_part
from drafter.evidence.wording import wording
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
    return [read for read in context.sentences if all(finder.affirmed_in(read.text) for finder in finders)][:_MOST]


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
    relied = [concept for concept in known if any(wording(concept).documents.search(quote) for quote in quotes)]
    return [read for concept in relied for read in _denying(concept, lock, context)][:_MOST]


@lru_cache(maxsize=4096)
def concepts_named(phrase: str) -> tuple[Concept, ...]:
    """Concepts that `phrase` is a way of stating."""
    return tuple(concept for concept in concepts().values() if _covers(wording(concept).documents, phrase))


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


def _covers(documents: re.Pattern[str], phrase: str) -> bool:
    """Whether a match takes in every meaningful word of the phrase."""
    words = absent_content(phrase)
    return any(
        all(match.start() <= word.start and word.end <= match.end() for word in words) and words
        for match in documents.finditer(phrase)
    )


def _documenting(concept: Concept, lock: Lock, context: Context) -> list[Read]:
    documents, contradicts = wording(concept).documents, wording(concept).contradicts
    reads = []
    for index, read in enumerate(context.sentences):
        if not any(_stands(match, read.text, concept, contradicts) for match in documents.finditer(read.text)):
            continue
        previous = context.sentences[index - 1].text if index else ""
        if _concerns(concept, read.text, previous, lock):
            reads.append(read)
    return reads


def _denying(concept: Concept, lock: Lock, context: Context) -> list[Read]:
    reads = []
    for index, read in enumerate(context.sentences):
        if _denies(concept, read.text):
            previous = context.sentences[index - 1].text if index else ""
            if _concerns(concept, read.text, previous, lock):
                reads.append(read)
    return reads


def _denies(concept: Concept, text: str) -> bool:
    contradicts = wording(concept).contradicts
    if contradicts and any(affirms(text, *match.span(), concept.accepts) for match in contradicts.finditer(text)):
        return True
    places = [match for match in wording(concept).documents.finditer(text) if not _DENIES_ITSELF.search(match.group())]
    return bool(places) and all(is_negated(text, *match.span()) for match in places)


def _stands(match: re.Match[str], text: str, concept: Concept, contradicts: re.Pattern[str] | None) -> bool:
    if contradicts and any(
        other.start() < match.end() and match.start() < other.end() for other in contradicts.finditer(text)
    ):
        return False
    if _DENIES_ITSELF.search(match.group()):
        return not is_negated(text, match.end(), match.end())
    return affirms(text, match.start(), match.end(), concept.accepts)


def _concerns(concept: Concept, text: str, previous: str, lock: Lock) -> bool:
    if concept.about_part and not same_part(text, lock.sites):
        return False
    return not concept.about_treatment or names_treatment(text, lock) or names_treatment(previous, lock)
