"""Prior decisions as passages: the request and the reasons, but not the decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.determination import Determination, DeterminedItem
from drafter.fingerprint import fingerprint
from drafter.text import split_sentences
from vectorstore.keyword import tokenize
from vectorstore.passage import Passage

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


def decision_passages(determination: Determination) -> list[Passage]:
    """One passage for each item: the request and the reasons for the decision, but not the decision."""
    return [_decision(determination, item) for item in determination.items]


def _decision(determination: Determination, item: DeterminedItem) -> Passage:
    metadata: dict[str, str | int | float | bool] = {
        "case_number": determination.case_number,
        "item": item.number,
        "fingerprint": fingerprint(determination.clinical_summary),
        "outcome": item.outcome,
    }
    if determination.decision_date:
        metadata["decided"] = determination.decision_date.isoformat()
    if item.lock.treatment:
        metadata["treatment"] = item.lock.treatment
    if parts := sorted({site.part for site in item.lock.sites}):
        metadata["parts"] = " ".join(parts)
    if determination.reviewer.specialty:
        metadata["specialty"] = determination.reviewer.specialty
    if cited := " ".join(s for s in _sentences(item.reviewer_guideline) if not _states_outcome(s)):
        metadata["cited"] = cited
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
