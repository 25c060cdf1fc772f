"""Both drafts of an item and the physician's words, for the items on which two runs differ."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from drafter.draft import DraftItem
from evals.compare.comparison import Comparison, Flip
from evals.report.cases import HumanSentence, human_sentences
from evals.run.folder import Run


class DraftSide(NamedTuple):
    """What one run drafted for an item."""

    outcome: str
    probability: str
    rationale: str
    blocking: tuple[str, ...]
    """Messages of its blocking flags."""


class SideView(NamedTuple):
    """One item in both runs."""

    case_number: str
    item: int
    request: str
    flips: list[Flip]
    first: DraftSide
    second: DraftSide
    actual: str
    human: list[HumanSentence]


def side_views(comparison: Comparison) -> list[SideView]:
    """Items with a flip first, then those with another rationale; of repeated draftings the first."""
    flips = defaultdict(list)
    for flip in comparison.flips:
        if flip.repeat == 1:
            flips[flip.sample, flip.item].append(flip)
    before, after = _drafted(comparison.first), _drafted(comparison.second)
    views = []
    for sample in comparison.second.samples:
        for target in sample.target.items:
            key = sample.id, target.number
            if key not in before or key not in after:
                continue
            one, two = _side(before[key]), _side(after[key])
            if flips[key] or one != two:
                human = human_sentences(target, sample)
                views.append(
                    SideView(
                        sample.case_number, target.number, target.request, flips[key], one, two, target.outcome, human
                    )
                )
    return sorted(views, key=lambda view: not view.flips)


def _drafted(run: Run) -> dict[tuple[str, int], DraftItem]:
    records = [record for record in run.records if record.status == "scored" and record.repeat == 1]
    return {(record.sample, item.number): item for record in records for item in run.folder.draft(*record.key).items}


def _side(item: DraftItem) -> DraftSide:
    return DraftSide(
        item.outcome,
        f"{item.confidence:.2f}",
        " ".join(sentence.text for sentence in item.rationale),
        tuple(flag.message for flag in item.flags if flag.severity == "block"),
    )
