"""What a model that reads a case file part by part finds of what the search does not.

`python -m benchmarks.model_reading [HOME] [-v]`, with an endpoint configured (`DRAFTER_BASE_URL`), drafts the synthetic
case files (`DRAFTER_CASES` names some) from their true index. Of the criteria that the search calls not documented it
counts those that a planted fact documents for the treatment in dispute, and of these those where the draft points at
the fact; of the others, those where it points at something all the same. Held-out cases are rows of their own, and
`-v` prints the places of open ones only.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.draft_absences import documenting, shows
from benchmarks.truth_cases import TruthCase, truth_cases
from drafter.draft import Draft, DraftItem, Finding
from drafter.pipeline import Desk, draft_case, open_desk
from drafter.settings import load_settings


class Score(NamedTuple):
    """Criteria that the search calls not documented."""

    documented: int = 0
    """By a planted fact."""
    pointed: int = 0
    """Of these, where the draft has the reviewer judge that fact."""
    absent: int = 0
    """By no planted fact, which need not mean that the record has none."""
    doubted: int = 0
    """Of these, where the draft has the reviewer judge some sentence."""
    calls: int = 0
    tokens: int = 0
    seconds: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def main(home: Path, verbose: bool) -> None:
    """Print the table."""
    desk = open_desk(load_settings(home=home, engine="llm"))
    titles = f"{'documented':>12}{'pointed at':>12}{'absent':>8}{'doubted':>9}"
    print(f"{'case':24}{titles}{'calls':>7}{'tokens':>9}{'s':>7}")
    for title, held_out in (("together", False), ("held out", True)):
        total = Score()
        for made in truth_cases(home, held_out):
            score = _score(made, desk, verbose and not held_out)
            total = total.plus(score)
            _print(made.name, score)
        _print(title, total)


def _print(name: str, score: Score) -> None:
    counts = f"{score.documented:>12}{score.pointed:>12}{score.absent:>8}{score.doubted:>9}"
    print(f"{name:24}{counts}{score.calls:>7}{score.tokens:>9}{score.seconds:>7}", flush=True)


def _score(made: TruthCase, desk: Desk, verbose: bool) -> Score:
    started = perf_counter()
    draft = draft_case(made.case, desk)
    usage = draft.usage
    score = Score(
        calls=usage.calls, tokens=usage.input_tokens + usage.output_tokens, seconds=round(perf_counter() - started)
    )
    for item, finding in _not_documented(draft):
        facts = list(documenting(finding, item, made.truth))
        shown = any(shows(finding.to_judge, fact) for fact in facts)
        one = Score(1, int(shown)) if facts else Score(absent=1, doubted=int(finding.in_doubt))
        score = score.plus(one)
        if verbose and (facts or finding.in_doubt):
            _explain(item, finding, [fact["quote"] for fact in facts])
    return score


def _explain(item: DraftItem, finding: Finding, facts: list[str]) -> None:
    print(f"  item {item.number}: {finding.subject}\n    planted: {facts}")
    print(f"    pointed: {[span.quote for span in finding.to_judge]}")


def _not_documented(draft: Draft) -> Iterator[tuple[DraftItem, Finding]]:
    for item in draft.items:
        for finding in item.criteria:
            if finding.status == "not_documented" and finding.kind != "limit":
                yield item, finding


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(arguments[0] if arguments else temporary), "-v" in sys.argv)
