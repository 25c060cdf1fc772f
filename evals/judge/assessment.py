"""From the judge's answers to scores, to what they are worth, and to gates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from drafter.case import Frozen
from evals.compare.blame import Culprit
from evals.gate import Verdict
from evals.judge.agreement import Agreement, Estimate, settled, with_itself, with_people
from evals.judge.labels import Labels
from evals.judge.records import Judged, JudgeIdentity
from evals.judge.rubric import CRITERIA, QUESTIONS, VALUES, Criterion, Grade
from evals.judge.settings import JudgeSettings
from evals.judge.standing import differs_from_pinned, objections
from evals.statistics.arrays import mean
from evals.statistics.bootstrap import Draws, percentile_interval

_SHOWN = 50


class Question(Frozen):
    """One question of the rubric over the drafts of a run."""

    name: Criterion
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
    unanswered: dict[str, int]
    """Questions put to the judge without an answer, by reason."""
    labels: int
    """Labels of people, none where no file was given."""
    questions: tuple[Question, ...]
    gates: tuple[Verdict, ...]


def assess_judge(judged: Sequence[Judged], labels: Labels | None, settings: JudgeSettings | None) -> JudgeReport | None:
    """None for a run that was not judged."""
    if not judged:
        return None
    judge = judged[0].judge
    drafts = [answer for answer in judged if answer.of == "draft"]
    questions = tuple(_question(name, judged, drafts, labels, settings, judge) for name in CRITERIA)
    return JudgeReport(
        judge=judge,
        repeats=max(answer.repeat for answer in judged),
        texts=len({(answer.sample, answer.item) for answer in drafts}),
        unanswered=dict(Counter(answer.unscored for answer in judged if answer.unscored)),
        labels=len(labels.rated) if labels else 0,
        questions=questions,
        gates=tuple(
            _judge_floor(question, settings.floors[question.name], drafts)
            for question in questions
            if settings and question.may_gate and question.name in settings.floors
        ),
    )


def _question(
    name: Criterion,
    judged: Sequence[Judged],
    drafts: Sequence[Judged],
    labels: Labels | None,
    settings: JudgeSettings | None,
    judge: JudgeIdentity,
) -> Question:
    own = with_itself(judged, name)
    people = with_people(judged, labels.rated if labels else (), name)
    other = differs_from_pinned(judge, settings)
    reasons = [other] if other or settings is None else list(objections(own, people, settings))
    grades = _by_item(drafts, name)
    asked = len({(answer.sample, answer.item) for answer in drafts})
    return Question(
        name=name,
        text=QUESTIONS[name],
        score=_score(grades, {(answer.sample, answer.item): answer.case for answer in drafts}),
        scored=len(grades),
        unscored=asked - len(grades),
        with_itself=own,
        with_people=people,
        may_gate=not reasons,
        why_not="; ".join(filter(None, reasons)),
    )


def _by_item(drafts: Sequence[Judged], name: Criterion) -> dict[tuple[str, int], Grade]:
    """The grade of each drafted item; two items may have one text."""
    answers = defaultdict(list)
    for answer in drafts:
        answers[answer.sample, answer.item].append(answer)
    return {place: grade for place, given in answers.items() for grade in settled(given, name).values()}


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


def _culprits(name: Criterion, drafts: Sequence[Judged]) -> tuple[Culprit, ...]:
    """The items that do not hold, the worst first. Reasons may quote the record and stay out of summaries."""
    cases = {(answer.sample, answer.item): answer.case for answer in drafts}
    below = [(VALUES[grade], place, grade) for place, grade in _by_item(drafts, name).items() if grade != "holds"]
    return tuple(
        Culprit(sample=sample, case=cases[sample, item], item=item, detail=grade)
        for _, (sample, item), grade in sorted(below)
    )
