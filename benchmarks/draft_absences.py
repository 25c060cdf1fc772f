"""What drafts of the synthetic case files say is not documented, against the facts planted in the files.

`python -m benchmarks.draft_absences [HOME] [-v]` drafts every case of `seeds/cases` from its true index with the
offline engine. A statement of absence is false where a planted fact, other than one of utilization review, documents
its criterion for the treatment in dispute or for any. The last column counts those of the false ones whose sentence
cites that fact all the same. Held-out cases are a row of their own; `-v` prints the false ones of open cases.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from benchmarks.truth_cases import TruthCase, truth_cases
from drafter.case import Span
from drafter.criteria.card import Criterion
from drafter.criteria.library import library
from drafter.draft import DraftItem, Finding
from drafter.pipeline import Desk, draft_case, open_desk
from drafter.settings import Settings

_ALIKE = 80
"""Similarity of a quote and a planted fact, out of 100: recognised text has wrong letters."""
_DOCUMENTED = ("done", "history")


class Score(NamedTuple):
    """Statements of absence in drafts."""

    said: int = 0
    false: int = 0
    shown: int = 0
    """False ones whose sentence cites the planted fact all the same."""

    def plus(self, other: Score) -> Score:
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def main(home: Path, verbose: bool) -> None:
    """Print the table."""
    desk = open_desk(Settings(home=home))
    print(f"{'case':24}{'said to be absent':>20}{'false':>8}{'of these shown':>16}")
    for title, held_out in (("together", False), ("held out", True)):
        total = Score()
        for made in truth_cases(home):
            if made.held_out == held_out:
                score = _score(made, desk, verbose and not held_out)
                total = total.plus(score)
                _print(made.name, score)
        _print(title, total)


def _print(name: str, score: Score) -> None:
    print(f"{name:24}{score.said:>20}{score.false:>8}{score.shown:>16}", flush=True)


def _score(made: TruthCase, desk: Desk, verbose: bool) -> Score:
    score = Score()
    for item in draft_case(made.case, desk).items:
        for finding in _said_absent(item):
            facts = list(documenting(finding, item, made.truth))
            shown = [fact for fact in facts if shows(finding.searched[:2], fact)]
            score = score.plus(Score(1, int(bool(facts)), int(bool(shown))))
            if verbose and facts:
                print(f"  item {item.number}: {finding.subject!r}, but {[fact['quote'] for fact in facts]}")
    return score


def _said_absent(item: DraftItem) -> Iterator[Finding]:
    absent = {sentence.criterion for sentence in item.rationale if sentence.role == "absence"}
    return (finding for finding in item.criteria if finding.id in absent)


def documenting(finding: Finding, item: DraftItem, truth: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The planted facts that document the criterion."""
    criterion = _criterion(finding)
    by_ur = {entry["id"] for entry in truth["records"] if entry["kind"] == "ur_decision"}
    named = {None, item.lock.treatment, *item.lock.also}
    for fact in truth["facts"]:
        about = fact["concept"] in criterion.concepts and fact["treatment"] in named
        if about and fact["says"] in _DOCUMENTED and fact["record"] not in by_ur:
            yield fact


def _criterion(finding: Finding) -> Criterion:
    return next(criterion for criterion in library().cards[finding.card].criteria if criterion.id == finding.id)


def shows(spans: tuple[Span, ...], fact: dict[str, Any]) -> bool:
    """Whether one of the quotes is that fact."""
    wanted = " ".join(fact["quote"].split()).lower()
    return any(fuzz.partial_ratio(" ".join(span.quote.split()).lower(), wanted) >= _ALIKE for span in spans)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(arguments[0] if arguments else temporary), "-v" in sys.argv)
