"""Running the baselines over samples, scored like drafts."""

from __future__ import annotations

from collections.abc import Sequence

from evals.baselines import logistic, precedent, upheld
from evals.baselines.base import Baseline, question
from evals.baselines.grouping import groups
from evals.samples import Sample
from evals.scorers.base import ItemScore, Unscored, Values
from evals.scorers.outcome import COLUMNS, outcome_values

BASELINES: tuple[Baseline, ...] = (upheld.BASELINE, precedent.BASELINE, logistic.BASELINE)


def score_baseline(baseline: Baseline, samples: Sequence[Sample]) -> list[ItemScore]:
    """The outcome columns of a baseline for every item, in the order of the samples."""
    by_sample = zip(samples, groups([sample.case for sample in samples]), strict=True)
    rows = [(sample, group, asked, decided) for sample, group in by_sample for asked, decided in sample.pairs()]
    questions = [question(sample.case, asked, group) for sample, group, asked, _ in rows]
    answers = baseline.predict(questions, [decided.outcome for *_, decided in rows])
    scores = []
    for place, (sample, _, _, decided) in enumerate(rows):
        if isinstance(answers, str):
            values: Values = dict.fromkeys(COLUMNS, Unscored(unscored=answers))
        else:
            values = outcome_values(decided.outcome, *answers[place])
        scores.append(
            ItemScore(
                sample=sample.id, case=sample.case_number, item=decided.number, derived=decided.derived, values=values
            )
        )
    return scores
