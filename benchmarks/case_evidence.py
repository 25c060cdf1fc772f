"""Planted facts of the synthetic case files that are found as evidence for their concept.

`python -m benchmarks.case_evidence [HOME] [-v] [--held-out]` reads `seeds/cases` (scans are recognised once into HOME)
and prints, a line a case: facts found of those planted, false absences (a statement that the truth calls false, whose
contradiction was not found) and true absences that something contradicts. Of the cases that are held out from whoever
works on the reader it prints the total alone, and only when asked. Facts that only utilization review states are left
out: they are evidence of nothing.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from benchmarks.truth_cases import TruthCase, truth_cases
from drafter.case import Lock, PageSource, Span
from drafter.embedding import open_embedder
from drafter.evidence.hits import Mention
from drafter.evidence.mentions import Mentions, find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.settings import Settings

_ALIKE = 80
"""Similarity of a quote and a planted fact, out of 100: recognised text has wrong letters."""


class Score(NamedTuple):
    """Of one case, or of several."""

    found: int = 0
    planted: int = 0
    false_absences: int = 0
    denied: int = 0
    """Statements of absence that the truth calls false."""
    disturbed: int = 0
    absent: int = 0
    """Statements of absence that the truth calls true."""

    def plus(self, other: Score) -> Score:
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def main(home: Path, verbose: bool, held_out: bool) -> None:
    """Print the table."""
    embedder = open_embedder(Settings(home=home))
    print(f"{'case':24}{'facts found':>16}{'false absences':>18}{'true absences disturbed':>26}")
    total = Score()
    for made in truth_cases(home, held_out):
        score = _score(made, CaseReading(made.case, embedder), verbose and not held_out)
        total = total.plus(score)
        if not held_out:
            _print(made.name, score)
    _print("held out" if held_out else "together", total)


def _print(name: str, score: Score) -> None:
    facts = f"{score.found} of {score.planted}"
    absences = f"{score.false_absences} of {score.denied}"
    print(f"{name:24}{facts:>16}{absences:>18}{f'{score.disturbed} of {score.absent}':>26}", flush=True)


def _score(made: TruthCase, reading: CaseReading, verbose: bool) -> Score:
    score = Score()
    by_ur = {entry["id"] for entry in made.truth["records"] if entry["kind"] == "ur_decision"}
    for fact in made.truth["facts"]:
        if fact["concept"] and fact["record"] not in by_ur:
            found = _found(fact, reading)
            score = score.plus(Score(found=int(found), planted=1))
            if verbose and not found:
                print(f"  missed {fact['id']} {fact['concept']} ({fact['says']}): {fact['quote']!r}")
    for absence in made.truth["absences"]:
        if absence["concept"]:
            about = {f["treatment"] for f in made.truth["facts"] if f["concept"] == absence["concept"]}
            score = score.plus(_absence(absence, reading, about, verbose))
    return score


def _absence(absence: dict[str, Any], reading: CaseReading, about: set[str], verbose: bool) -> Score:
    """What is said to be absent is looked for about the disputed treatments and those of which the case has such facts.

    A true absence is only about what is in dispute.
    """
    named: list[str | None] = [None] if absence["true"] else [None, *sorted(filter(None, about))]
    documented = any(found.evidence for name in named for found in _mentions(absence["concept"], reading, name))
    if verbose and documented == absence["true"]:
        print(f"  {absence['statement']} is {absence['true']}, {absence['concept']} documented: {documented}")
    if absence["true"]:
        return Score(disturbed=int(documented), absent=1)
    return Score(false_absences=int(not documented), denied=1)


def _found(fact: dict[str, Any], reading: CaseReading) -> bool:
    """Whether the planted words bear on their concept as they mean it: for it, against it, or only as planned."""
    wanted = PageSource(file=fact["file"], page=fact["page"])
    for mentions in _mentions(fact["concept"], reading, fact["treatment"]):
        for mention in _side(mentions, fact["says"]):
            if _source(mention.span(), reading) == wanted and _alike(mention.sentence.text, fact["quote"]):
                return True
    return False


def _side(mentions: Mentions, says: str) -> list[Mention]:
    if says == "denied":
        return list(mentions.contrary)
    if says in ("planned", "requested"):
        return [*mentions.evidence, *(near.mention for near in mentions.near)]
    return list(mentions.evidence)


def _mentions(concept: str, reading: CaseReading, treatment: str | None = None) -> Iterator[Mentions]:
    """For each item of the case, and for a fact about another treatment as if that were in dispute."""
    items = list(reading.case.items)
    if treatment:
        items += [item.model_copy(update={"lock": Lock(treatment=treatment)}) for item in items[:1]]
    return (find_mentions(concepts()[concept], reading, item) for item in items)


def _source(span: Span, reading: CaseReading) -> PageSource | None:
    record = reading.case.record(span.record)
    return record.pages[span.page - 1].source if record else None


def _alike(sentence: str, quote: str) -> bool:
    return fuzz.partial_ratio(" ".join(sentence.split()).lower(), " ".join(quote.split()).lower()) >= _ALIKE


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(arguments[0] if arguments else temporary), "-v" in sys.argv, "--held-out" in sys.argv)
