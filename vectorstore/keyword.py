"""Words: the tokenizer and the BM25 index, for corpora on disk and for the few sentences of a case alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.errors import BUILD, IndexDamaged, first_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_SPELLINGS = (("programme", "program"), ("isation", "ization"), ("ae", "e"), ("oed", "ed"), ("oea", "ea"))
"""British and American: both sides of a comparison are spelt alike, whatever the result looks like."""
_FUNCTION_WORDS = (
    "a an and are as at be been being by for from had has have he her his in into is it its of on or she that the their"
    " them there these they this those to was were which while who will with would"
)
_STOP = frozenset(_FUNCTION_WORDS.split())
_NO_WORD = ""
"""Stands in texts of which none has a word: bm25s divides by their mean length."""


def tokenize(text: str) -> list[str]:
    """Lower-case words and numbers, plural endings cut, function words left out: `EMG/NCS` gives `emg`, `ncs`."""
    text = _POSSESSIVE.sub("", text.lower())
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    words = _WORD.findall(text)
    return [_singular(word) for word in words if word not in _STOP]


def _singular(word: str) -> str:
    if word.endswith(("osis", "oses", "ose")):
        return word[: word.rindex("os") + 2]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "shes", "tches")):
        return word[:-2]
    return word[:-1]


class KeywordIndex:
    """BM25 over texts, which are named by their row."""

    def __init__(self, bm25: Any, vocabulary: dict[str, int], size: int) -> None:  # noqa: ANN401 - bm25s is untyped
        self._bm25 = bm25
        self._vocabulary = vocabulary
        self._size = size

    def __len__(self) -> int:
        return self._size

    @classmethod
    def build(cls, texts: Sequence[str]) -> KeywordIndex:
        import bm25s
        from bm25s.tokenization import Tokenized

        ids, vocabulary = _numbered(texts)
        bm25 = bm25s.BM25()
        if ids:
            bm25.index(Tokenized(ids=ids, vocab=vocabulary), show_progress=False)
        return cls(bm25, vocabulary, len(texts))

    def save(self, folder: Path) -> None:
        self._bm25.save(folder, show_progress=False, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> KeywordIndex:
        import bm25s

        try:
            bm25 = bm25s.BM25.load(folder, allow_pickle=False, show_progress=False)
            return cls(bm25, bm25.vocab_dict, bm25.scores["num_docs"])
        except (OSError, ValueError, KeyError) as error:
            raise IndexDamaged(f"{folder}: cannot be read ({first_line(error)}); rebuild with {BUILD}") from error

    def ranking(
        self, query: str, limit: int | None = None, mask: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Rows that share a word with `query`, with their BM25 scores: best first, equal scores by row.

        At most `limit`, and of a `mask` only rows that it lets through.
        """
        import numpy as np

        scores = self._scores(query)
        found = np.flatnonzero(scores > 0 if mask is None else (scores > 0) & mask)
        if limit is not None and len(found) > limit:
            # Sorting only what can be among the best: of 100,000 rows that share a word, the sort is what takes time.
            lowest = np.partition(scores[found], len(found) - limit)[len(found) - limit]
            found = found[scores[found] >= lowest]
        order = found[np.argsort(-scores[found], kind="stable")][:limit]
        return list(zip(order.tolist(), scores[order].tolist(), strict=True))

    def _scores(self, query: str) -> NDArray[np.float32]:
        import numpy as np

        known = [self._vocabulary[word] for word in dict.fromkeys(tokenize(query)) if word in self._vocabulary]
        if not known or not self._size:
            return np.zeros(self._size, dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores(known)
        return scores


def _numbered(texts: Sequence[str]) -> tuple[list[list[int]], dict[str, int]]:
    """The words of each text as numbers, and the numbers by word.

    Numbered at once, since the words themselves take ten times the memory; and then in the order of the alphabet, since
    bm25s adds up scores in the order of their numbers.
    """
    seen: dict[str, int] = {}
    rows = [[seen.setdefault(word, len(seen)) for word in tokenize(text)] for text in texts]
    if not seen:
        return [[0] for _ in texts], {_NO_WORD: 0}
    vocabulary = {word: number for number, word in enumerate(sorted(seen))}
    numbers = [vocabulary[word] for word in seen]
    return [[numbers[number] for number in row] for row in rows], vocabulary
