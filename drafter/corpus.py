"""What is retrieved from: the guideline cards, and prior decisions without their outcome."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.criteria.library import library
from drafter.determination import Determination, DeterminedItem
from drafter.errors import BackendUnavailable
from drafter.fingerprint import fingerprint
from drafter.resources import data_folder
from drafter.text import split_sentences
from vectorstore.embedder import Embedder, get_embedder
from vectorstore.errors import IndexLocked, StoreError
from vectorstore.index import Index, build_index, open_index
from vectorstore.keyword import tokenize
from vectorstore.passage import Passage
from vectorstore.passage_file import corpus_hash

__all__ = ["corpus_hash", "corpus_passages", "decision_passages", "ensure_index", "index_folder"]

_PATIENCE = 60.0
"""Seconds to wait for another process that is building the same index."""

_RECITED = 0.75
"""Share of a sentence's words that one sentence of the clinical summary has, from which it repeats that one."""
_TRIPLE = 3
_MERGED = 0.7
"""Share of its word triples that the whole summary has, from which it repeats several of its sentences at once."""

_VERDICT = re.compile(
    r"\bmedical(?:ly)?\s+(?:un)?necess\w+|\buph[eo]ld\w*|\boverturn\w*|\b(?:non-?\s?)?certifi\w+", re.I
)
_CLOSING = re.compile(
    r"\b(?:therefore|thus|hence|accordingly|consequently|as\s+such|in\s+(?:conclusion|summary)|requests?|requested)\b.*"
    r"\b(?:is|are|was|were|be|been)\b(?:\s+\w+){0,2}?\s+(?:approv|authoriz|denied|support|warrant|indicat|appropriate"
    r"|justif|necessary|reasonable|recommend|establish)",
    re.I | re.S,
)


def corpus_passages() -> list[Passage]:
    """Every card, and every item of the shipped determinations."""
    cards = library()
    passages = [cards.passage(card) for card in cards.cards.values()]
    return [*passages, *(passage for decided in _shipped() for passage in decision_passages(decided))]


def decision_passages(determination: Determination) -> list[Passage]:
    """One passage for each item: the request and the reasons for the decision, but not the decision."""
    return [_decision(determination, item) for item in determination.items]


def index_folder(home: Path) -> Path:
    return home / "index"


def ensure_index(
    home: Path, progress: Callable[[int, int], None] | None = None, embedder: Embedder | None = None
) -> Index:
    """The index of the corpus under `home`, built when there is none or the corpus has changed.

    Waits for another process that is building it. BackendUnavailable when no index can be had.
    """
    embedder = embedder or get_embedder()
    passages = corpus_passages()
    wanted = corpus_hash(passages)
    folder = index_folder(home)
    give_up = time.monotonic() + _PATIENCE
    while (index := _up_to_date(folder, embedder, wanted)) is None:
        try:
            build_index(passages, folder, embedder, progress, only_if_stale=True)
            return open_index(folder, embedder)
        except IndexLocked as error:
            if time.monotonic() > give_up:
                raise BackendUnavailable(str(error)) from error
        except StoreError as error:
            raise BackendUnavailable(str(error)) from error
    return index


def _up_to_date(folder: Path, embedder: Embedder, wanted: str) -> Index | None:
    try:
        index = open_index(folder, embedder)
    except StoreError:
        return None
    return index if index.manifest.corpus_hash == wanted else None


def _shipped() -> Iterator[Determination]:
    from drafter.intake import read_letter

    for path in sorted((data_folder("seeds") / "determinations").glob("*.md")):
        yield read_letter(path).determination


def _decision(determination: Determination, item: DeterminedItem) -> Passage:
    metadata: dict[str, str | int | float | bool] = {
        "case_number": determination.case_number,
        "item": item.number,
        "fingerprint": fingerprint(determination.clinical_summary),
    }
    if determination.decision_date:
        metadata["decided"] = determination.decision_date.isoformat()
    if item.lock.treatment:
        metadata["treatment"] = item.lock.treatment
    return Passage(
        id=f"{determination.case_number}#{item.number}",
        kind="decision",
        title=item.request,
        text="\n".join([item.request, *_reasons(item.rationale, determination.clinical_summary)]),
        metadata=metadata,
    )


def _reasons(rationale: str, summary: str) -> list[str]:
    """The sentences that reason: neither recited from the summary nor stating the outcome."""
    known = _Summary.of(summary)
    return [s for s in _sentences(rationale) if not _states_outcome(s) and not known.repeated_by(s)]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def _states_outcome(sentence: str) -> bool:
    return bool(_VERDICT.search(sentence) or _CLOSING.search(sentence))


class _Summary(NamedTuple):
    """The words of a clinical summary, for the question whether a sentence only repeats it."""

    sentences: list[set[str]]
    triples: set[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> _Summary:
        return cls([set(tokenize(sentence)) for sentence in _sentences(text)], _triples(tokenize(text)))

    def repeated_by(self, sentence: str) -> bool:
        words = tokenize(sentence)
        own, triples = set(words), _triples(words)
        if any(len(own & theirs) >= _RECITED * len(own) for theirs in self.sentences):
            return True
        return bool(triples) and len(triples & self.triples) >= _MERGED * len(triples)


def _triples(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _TRIPLE]) for i in range(len(words) - _TRIPLE + 1)}
