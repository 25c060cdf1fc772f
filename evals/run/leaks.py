"""The leakage guard of evaluations: a draft that could know the decision is not scored, it stops the run.

`drafter.guard` keeps precedents of this kind from being retrieved. What is looked for here does not rely on it:

- in the case half, before anything is drafted: a line that states an item's outcome, a sentence of the physician's
  reasons, or the sentence of the verdict;
- among the precedents of a draft: the case itself, decisions made after the case was assigned, and cases with nearly
  the same records. Reasons of an earlier case may well be worded alike: reviewers have set phrases.

Reasons are compared by runs of eight words. Half of a sentence's runs have to be there: physicians take phrases from
the summary, and in real letters up to three in ten runs of a reasoning sentence occur in it; a whole one never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.determination import DeterminedItem
from drafter.draft import Draft, Precedent
from drafter.errors import LeakageFound
from drafter.fingerprint import fingerprint, resemblance
from drafter.guard import NEAR_DUPLICATE
from drafter.text import split_sentences
from drafter.verification.prose import tokens
from evals.samples import Sample
from evals.scorers.reasons import deciding_sentences

if TYPE_CHECKING:
    from vectorstore.index import Index

_RUN = 8
_LEAKED = 0.5
_VERDICT = re.compile(r"\bmedical(?:ly)? (?:un)?necess\w+", re.IGNORECASE)

Runs = frozenset[tuple[str, ...]]


def check_case(sample: Sample) -> None:
    """Raise LeakageFound when the half that a drafter sees holds what the physician decided."""
    text = _case_text(sample)
    words = f" {' '.join(tokens(text))} "
    seen = runs_of(text)
    for item in sample.target.items:
        if f" {' '.join((*tokens(item.request), item.outcome))} " in words:
            raise _leak(sample, f"the case half states the outcome of item {item.number}")
        if reasons_in(seen, sample, item):
            raise _leak(sample, f"the case half holds the physician's reasons for item {item.number}")
        if any(own <= seen for own in _verdicts(item.rationale)):
            raise _leak(sample, f"the case half holds the physician's verdict on item {item.number}")


def check_draft(sample: Sample, draft: Draft, index: Index | None = None) -> None:
    """Raise LeakageFound when a precedent of the draft may not be known for its case.

    Without the `index` that the draft was made with, records of precedents are not compared.
    """
    twins = _near_duplicates(sample, draft, index) if index else set()
    for item in draft.items:
        for precedent in item.precedents:
            reason = _forbidden(sample, precedent)
            if reason is None and precedent.case_number in twins:
                reason = "has nearly the same records"
            if reason:
                raise _leak(sample, f"precedent {precedent.case_number} of item {item.number} {reason}")


def reasons_in(seen: Runs, sample: Sample, item: DeterminedItem) -> bool:
    """Whether a text with these runs holds a sentence of the physician's reasons."""
    sentences = deciding_sentences(item.rationale, sample.target.clinical_summary, item.request)
    own = [runs_of(sentence) for sentence in sentences]
    return any(runs and len(runs & seen) >= _LEAKED * len(runs) for runs in own)


@lru_cache(maxsize=1024)
def runs_of(text: str) -> Runs:
    """Every run of eight words of a text."""
    words = tokens(text)
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _verdicts(rationale: str) -> Iterator[Runs]:
    for start, end in split_sentences(rationale):
        own = runs_of(rationale[start:end])
        if own and _VERDICT.search(rationale, start, end):
            yield own


def _case_text(sample: Sample) -> str:
    requests = [item.request for item in sample.case.items]
    return "\n".join([*requests, *(page.text for record in sample.case.records for page in record.pages)])


def _forbidden(sample: Sample, precedent: Precedent) -> str | None:
    header = sample.case.header
    known_by = header.date_assigned or header.application_received or header.ur_denial_date
    if precedent.case_number == sample.case_number:
        return "is the case itself"
    if precedent.decided is None or known_by is None or precedent.decided >= known_by:
        return "was not decided before the case was assigned"
    return None


def _near_duplicates(sample: Sample, draft: Draft, index: Index) -> set[str]:
    """Cases among the draft's precedents that have nearly the records of the sample."""
    cited = {precedent.case_number for item in draft.items for precedent in item.precedents}
    own = fingerprint(sample.target.clinical_summary)
    found = index.of_kind("decision") if cited else ()
    decisions = (passage.metadata for passage in found if passage.metadata.get("case_number") in cited)
    return {
        str(metadata["case_number"])
        for metadata in decisions
        if resemblance(own, str(metadata.get("fingerprint", ""))) >= NEAR_DUPLICATE
    }


def _leak(sample: Sample, reason: str) -> LeakageFound:
    return LeakageFound(f"{sample.id}: leak: {reason}; the run is stopped, since a score of it would mean nothing")
