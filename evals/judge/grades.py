"""The judge's grades of a run's drafts, by item: for its report and for the comparison of two runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from evals.judge.agreement import settled
from evals.judge.material import Material, materials
from evals.judge.records import Judged, JudgeIdentity, read_judged
from evals.judge.rubric import ASPECTS, QUESTIONS, VALUES, Aspect, Grade
from evals.run.folder import Run
from evals.scorers.base import ItemScore, Measure, Unscored, mean_of

MEASURES: tuple[Measure, ...] = tuple(
    mean_of(f"judge.{name}", f"model judge: {QUESTIONS[name]}", "higher") for name in ASPECTS
)


def of_now(judged: Sequence[Judged], texts: Sequence[Material]) -> list[Judged]:
    """The answers about drafts that are still as they were judged."""
    now = {(text.sample, text.item, text.sha256) for text in texts}
    return [each for each in judged if each.of == "draft" and (each.sample, each.item, each.text_sha256) in now]


def by_item(drafts: Sequence[Judged], name: Aspect) -> dict[tuple[str, int], Grade]:
    """The grade of each drafted item; two items may have one text."""
    answers = defaultdict(list)
    for answer in drafts:
        answers[answer.sample, answer.item].append(answer)
    return {place: grade for place, given in answers.items() for grade in settled(given, name).values()}


def judge_of(run: Run) -> JudgeIdentity | None:
    """Who judged a run; None when nobody has."""
    judged = read_judged(run.folder.path)
    return judged[0].judge if judged else None


def judged_scores(run: Run) -> list[ItemScore]:
    """A score for each text of the run, with a column for each question."""
    texts = list(materials(run))
    drafts = of_now(read_judged(run.folder.path), texts)
    grades = {name: by_item(drafts, name) for name in ASPECTS}
    return [
        ItemScore(
            sample=text.sample,
            case=text.case,
            item=text.item,
            values={f"judge.{name}": _value(grades[name].get((text.sample, text.item))) for name in ASPECTS},
        )
        for text in texts
    ]


def _value(grade: Grade | None) -> float | Unscored:
    return Unscored(unscored="no grade of the judge") if grade is None else VALUES[grade]
