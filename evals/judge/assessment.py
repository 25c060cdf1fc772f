"""From the judge's answers to scores, to what they are worth, and to gates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from drafter.case import Frozen
from evals.compare.blame import Culprit
from evals.gate import Verdict
from evals.judge.agreement import Agreement, Estimate, with_itself, with_people
from evals.judge.grades import by_item, of_now
from evals.judge.labels import Labels
from evals.judge.material import Material
from evals.judge.records import Judged, JudgeIdentity
from evals.judge.rubric import ASPECTS, QUESTIONS, VALUES, Aspect, Grade
from evals.judge.settings import JudgeSettings
from evals.judge.standing import Coverage, differs_from_pinned, objections, other_questions, refusals
from evals.statistics.arrays import mean
from evals.statistics.bootstrap import Draws, percentile_interval

_SHOWN = 50


class Question(Frozen):
    """One question of the rubric over the drafts of a run."""

    name: Aspect
    text: str
    score: Estimate
    """Mean grade: holds 1, partly 0.5, fails 0."""
    scored: int
    unscored: int
    with_itself: Agreement
    with_people: Agreement
    may_gate: bool
    why_not: str
    """Empty when it may gate."""


class JudgeReport(Frozen):
    """What the judge says of a run, and what that is worth."""

    judge: JudgeIdentity
    repeats: int
    texts: int
    unseen: int
    """Texts that are new or other than when the run was judged."""
    unanswered: dict[str, int]
    """Questions put to the judge without an answer, by reason."""
    labels: int
    """Labels of people, none where no file was given."""
    questions: tuple[Question, ...]
    gates: tuple[Verdict, ...]


def assess_judge(
    judged: Sequence[Judged], texts: Sequence[Material], labels: Labels | None, settings: JudgeSettings | None
) -> JudgeReport | None:
    """What is said of the `texts` that the run has now; None for a run that was not judged."""
    if not judged:
        return None
    drafts = of_now(judged, texts)
    questions = tuple(_question(name, judged, drafts, len(texts), labels, settings) for name in ASPECTS)
    return JudgeReport(
        judge=judged[0].judge,
        repeats=max(answer.repeat for answer in judged),
        texts=len(texts),
        unseen=len(texts) - _seen(drafts),
        unanswered=dict(Counter(answer.unscored for answer in judged if answer.unscored)),
        labels=len(labels.rated) if labels else 0,
        questions=questions,
        gates=tuple(
            _judge_floor(question, settings.floors[question.name], drafts)
            for question in questions
            if settings and question.may_gate and question.name in settings.floors
        ),
    )


def _seen(drafts: Sequence[Judged]) -> int:
    return len({(answer.sample, answer.item) for answer in drafts})


def _question(
    name: Aspect,
    judged: Sequence[Judged],
    drafts: Sequence[Judged],
    texts: int,
    labels: Labels | None,
    settings: JudgeSettings | None,
) -> Question:
    own = with_itself(judged, name)
    people = with_people(judged, labels.rated if labels else (), name)
    grades = by_item(drafts, name)
    coverage = Coverage(texts, _seen(drafts), len(grades))
    reasons = list(_why_not(judged[0].judge, own, people, coverage, labels, settings))
    return Question(
        name=name,
        text=QUESTIONS[name],
        score=_score(grades, {(answer.sample, answer.item): answer.case for answer in drafts}),
        scored=len(grades),
        unscored=texts - len(grades),
        with_itself=own,
        with_people=people,
        may_gate=not reasons,
        why_not="; ".join(reasons),
    )


def _why_not(
    judge: JudgeIdentity,
    own: Agreement,
    people: Agreement,
    coverage: Coverage,
    labels: Labels | None,
    settings: JudgeSettings | None,
) -> Iterator[str]:
    """What keeps the judge from gating on a question. Of one that is not the pinned one only coverage is said besides.

    What it refuses is held against the pinned judge alone, since only that one has a bound to keep.
    """
    other = differs_from_pinned(judge, settings)
    if other:
        yield other
    elif settings:
        yield from objections(own, people, settings)
        yield from other_questions(judge, labels) if labels else ()
        yield from refusals(coverage, settings)
    if coverage.seen < coverage.texts:
        yield f"judge the run again: {coverage.texts - coverage.seen} of its texts are new or changed"


def _score(grades: dict[tuple[str, int], Grade], cases: dict[tuple[str, int], str]) -> Estimate:
    if not grades:
        return Estimate(value=None)
    values = np.array([VALUES[grade] for grade in grades.values()])
    owners = [cases[place] for place in grades]
    interval = percentile_interval(mean(Draws(owners).weights(owners), values))
    low, high = interval or (None, None)
    return Estimate(value=float(values.mean()), low=low, high=high)


def _judge_floor(question: Question, floor: float, drafts: Sequence[Judged]) -> Verdict:
    """A floor under the mean grade of a question that may gate."""
    value, metric = question.score.value, f"judge.{question.name}"
    if value is None:
        return Verdict(metric=metric, passed=False, message="the judge gave no grade", value=None)
    if value >= floor:
        return Verdict(metric=metric, passed=True, message=f"{value:.3f} keeps floor {floor:g}", value=value)
    return Verdict(
        metric=metric,
        passed=False,
        message=f"{value:.3f} is below the floor of {floor:g}",
        value=value,
        cases=_culprits(question.name, drafts)[:_SHOWN],
    )


def _culprits(name: Aspect, drafts: Sequence[Judged]) -> tuple[Culprit, ...]:
    """The items that do not hold, the worst first. Reasons may quote the record and stay out of summaries."""
    cases = {(answer.sample, answer.item): answer.case for answer in drafts}
    below = [(VALUES[grade], place, grade) for place, grade in by_item(drafts, name).items() if grade != "holds"]
    return tuple(
        Culprit(sample=sample, case=cases[sample, item], item=item, detail=grade)
        for _, (sample, item), grade in sorted(below)
    )
