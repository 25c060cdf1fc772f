"""How a sentence tells what its quotes say: done or only planned, affirmed or denied, the record or the UR decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag, RationaleSentence
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, cited_spans, numbered, shortened
from drafter.verification.polarity import is_negated, is_unreal
from drafter.verification.prose import Word, content, outside_quotes, squeezed

_FACTUAL = frozenset({"finding", "contrary"})
_RULES = "guideline"
_DONE = re.compile(
    r"\b(?:underwent|completed|received|has (?:had|tried|undergone)|had (?:undergone|tried)|was (?:performed"
    r"|completed|given|done)"
    r"|were (?:performed|completed|given|done)|has been (?:performed|completed|treated|done)|attended|finished"
    r"|tried and failed)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:against|opposite|contrary|contradict\w*|divided)\b", re.IGNORECASE)
_FEWEST_SHARED = 2
"""Words that a sentence and its quote must share before one is read as telling the other."""
_RETOLD = 0.6
"""Share of a quote's words from which a sentence retells it, so that a single word turned round counts."""


def check_telling(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Findings that report plans as done, or affirm what their quotes deny, or rest on the UR decision alone."""
    by_ur = _ur_quotes(context)
    for where, sentence in numbered(item):
        if sentence.role == _RULES:
            yield from _flipped(where, sentence.text, cited_quotes(sentence, item, context))
        quotes = cited_quotes(sentence, item, context) if sentence.role in _FACTUAL else []
        spans = [span.quote for span in cited_spans(sentence, item) if span.quote in quotes]
        if not spans:
            continue
        yield from _planned_as_done(where, sentence, spans)
        if not _is_contrary(sentence, item):
            yield from _flipped(where, sentence.text, spans)
        if sentence.role == "finding" and all(any(squeezed(quote) in text for text in by_ur) for quote in spans):
            yield Code.RESTS_ON_UR.flag(where, f"only utilization review says so: {shortened(spans[0])!r}")


def _planned_as_done(where: str, sentence: RationaleSentence, quotes: list[str]) -> Iterator[Flag]:
    text = outside_quotes(sentence.text)
    done = _DONE.search(text)
    if not done or is_negated(text, done.start(), done.end()):
        return
    told = [(quote, word) for quote in quotes for word in _shared(text, quote)]
    if told and all(is_unreal(quote, word.start, word.end) and not _DONE.search(quote) for quote, word in told):
        yield Code.PLANNED_AS_DONE.flag(where, f"says {done.group()!r}; the record only {shortened(told[0][0])!r}")


def _flipped(where: str, sentence: str, quotes: list[str]) -> Iterator[Flag]:
    """Words that the sentence affirms and its quotes deny, or the other way round."""
    text = outside_quotes(sentence)
    if _AGAINST.search(text) or not quotes:
        return
    mine, theirs = _polarities([text]), _polarities(quotes)
    shared = [name for name in mine if name in theirs]
    turned = [name for name in shared if mine[name] != theirs[name] and None not in (mine[name], theirs[name])]
    if not turned or not _enough(turned, shared, theirs):
        return
    told = next(quote for quote in quotes if any(word.stem in turned for word in content(quote)))
    verb = "affirms what the record denies" if theirs[turned[0]] else "denies what the record states"
    yield Code.NEGATION_FLIPPED.flag(where, f"{verb}: {shortened(told)!r}")


def _polarities(texts: list[str]) -> dict[str, bool | None]:
    """For each word whether it is denied; None where it is both denied and affirmed."""
    found: dict[str, bool | None] = {}
    for text in texts:
        for word in content(text):
            denied = is_negated(text, word.start, word.end)
            found[word.stem] = denied if found.setdefault(word.stem, denied) == denied else None
    return found


def _enough(turned: list[str], shared: list[str], theirs: dict[str, bool | None]) -> bool:
    """Whether the words turned round are no accident of wording: several of them, or one of a sentence retold."""
    if len(shared) >= _FEWEST_SHARED and len(turned) == len(shared):
        return True
    return len(shared) >= _RETOLD * len(theirs)


def _is_contrary(sentence: RationaleSentence, item: DraftItem) -> bool:
    """Whether the sentence cites what its own finding lists as contrary: then it tells a denial as one."""
    finding = next((entry for entry in item.criteria if entry.id == sentence.criterion), None)
    return finding is not None and any(span in finding.contrary for span in cited_spans(sentence, item))


def _shared(text: str, quote: str) -> list[Word]:
    """Content words of the quote that the sentence uses too."""
    stems = {word.stem for word in content(text)}
    return [word for word in content(quote) if word.stem in stems]


def _ur_quotes(context: Context) -> list[str]:
    return [squeezed(read.text) for read in context.sentences if read.by_ur]
