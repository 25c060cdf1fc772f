"""Can the worker read it?

Definition: `plain_language.ease`, Flesch Reading Ease of the rationale, 206.835 - 1.015 words/sentence - 84.6
syllables/word; `plain_language.sentence_words`, words a sentence. Quotes are left out: they are the record's words.
Range: ease has no fixed bounds, 0 to 100 in practice, 60 to 70 is plain English; words from 1. Means over items.
Direction: higher is better for ease, lower for words a sentence.
Source: Flesch, J Appl Psychol 1948;32:221-233; plain language is asked for by LC 4610.6(d). Syllables are counted by
groups of vowels, which is within a few percent of a dictionary on English prose and needs no data file.
"""

from __future__ import annotations

import re

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from drafter.verification.prose import outside_quotes
from evals.scorers.base import Context, Measure, Scorer, Unscored, Values
from evals.statistics.arrays import mean

EASE = "plain_language.ease"
WORDS = "plain_language.sentence_words"

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouyscxz]es)$")


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    sentences = [words for entry in drafted.rationale if (words := _WORD.findall(outside_quotes(entry.text)))]
    if not sentences:
        return dict.fromkeys((EASE, WORDS), Unscored(unscored="the draft has no rationale"))
    return {EASE: reading_ease(sentences), WORDS: sum(map(len, sentences)) / len(sentences)}


def reading_ease(sentences: list[list[str]]) -> float:
    """Flesch Reading Ease of sentences, each a list of words."""
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(count_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)


def count_syllables(word: str) -> int:
    """Groups of vowels, a silent ending left out; at least one."""
    lower = word.lower()
    return max(1, len(_VOWELS.findall(lower)) - bool(_SILENT.search(lower)))


SCORER = Scorer(
    name="plain_language",
    columns=(EASE, WORDS),
    measures=(
        Measure(EASE, "Flesch Reading Ease", (EASE,), "higher", (None, None), lambda c, w: mean(w, c[EASE])),
        Measure(WORDS, "words a sentence", (WORDS,), "lower", (1.0, None), lambda c, w: mean(w, c[WORDS])),
    ),
    score_item=score_item,
)
