"""A rationale reasons; it does not repeat the case summary, and it stays short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, numbered, place_of
from drafter.verification.prose import outside_quotes, tokens

_RUN = 12
"""Words in a row, outside quotation marks, from which a match with a record is no coincidence."""
_SENTENCE_SHARE = 0.8
_RATIONALE_SHARE = 0.5
_MOST_WORDS = 450
"""Nine human rationales of ten have fewer than 230 words, quoted evidence included; twice that is too long."""


class _Copied(NamedTuple):
    words: int
    """Words of the sentence, quotes left out."""
    run: int
    """The longest run of them that a record contains."""


def check_copying(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences and rationales that repeat a record outside quotation marks; rationales that are too long."""
    counts = []
    for where, sentence in numbered(item):
        if sentence.role == "request":
            continue
        copied = _longest_run(tokens(outside_quotes(sentence.text)), context.words)
        counts.append(copied)
        if copied.run and copied.run >= _SENTENCE_SHARE * copied.words:
            yield Code.COPIED.flag(where, f"{copied.run} of its {copied.words} words stand in a row in a record")
    words, runs = sum(c.words for c in counts), sum(c.run for c in counts)
    if words and runs > _RATIONALE_SHARE * words:
        yield Code.MOSTLY_COPIED.flag(place_of(item), f"{runs} of {words} words repeat a record")
    length = sum(len(sentence.text.split()) for sentence in item.rationale)
    if length > _MOST_WORDS:
        yield Code.TOO_LONG.flag(place_of(item), f"has {length} words, more than {_MOST_WORDS}")


def _longest_run(words: list[str], record: str) -> _Copied:
    """Runs shorter than `_RUN` count as none; a longer one is grown word by word."""
    best = 0
    for start in range(len(words) - _RUN + 1):
        end = start + max(_RUN, best + 1)
        while end <= len(words) and f" {' '.join(words[start:end])} " in record:
            best, end = end - start, end + 1
    return _Copied(len(words), best)
