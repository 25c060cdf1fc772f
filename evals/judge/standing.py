"""Whether the judge may gate, question by question; where it may not, why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evals.judge.agreement import Agreement
from evals.judge.labels import Labels
from evals.judge.records import JudgeIdentity
from evals.judge.settings import JudgeSettings

_DIGITS = 12


class Coverage(NamedTuple):
    """How much of a run the judge has to do with."""

    texts: int
    seen: int
    """Texts that it was asked about as they are now."""
    graded: int


def differs_from_pinned(judge: JudgeIdentity, settings: JudgeSettings | None) -> str | None:
    """Why the grades of this judge cannot be compared with the suite's; None when they can."""
    if settings is None:
        return (
            "the suite pins no judge; to pin this one, put under `judge:` of the suite file: "
            f"{{model: {judge.model}, prompt_sha256: {judge.prompt_sha256}}}"
        )
    if judge.model != settings.model:
        return f"not comparable: judged by {judge.model}, the suite pins {settings.model}"
    if judge.prompt_sha256 != settings.prompt_sha256:
        return (
            f"not comparable: judged with prompt {judge.prompt_sha256[:_DIGITS]}, "
            f"the suite pins {settings.prompt_sha256[:_DIGITS]}"
        )
    return None


def other_questions(judge: JudgeIdentity, labels: Labels) -> Iterator[str]:
    """Labels stand for the questions that people were asked."""
    if labels.rubric != judge.prompt_version:
        yield (
            f"people answered the questions of prompt {labels.rubric}, the judge those of {judge.prompt_version}; "
            "where they are the same, say so in `rubric` of the labels"
        )


def refusals(coverage: Coverage, settings: JudgeSettings) -> Iterator[str]:
    """Texts that it saw and did not grade: a mean over the others would be one of the texts that it likes to grade."""
    if coverage.graded < settings.graded * coverage.seen:
        yield (
            f"it graded {coverage.graded} of the {coverage.seen} texts that it was asked about, "
            f"and has to grade {settings.graded:.0%}"
        )


def objections(own: Agreement, people: Agreement, settings: JudgeSettings) -> Iterator[str]:
    """What keeps a pinned judge from gating on a question: first what it says of itself, then what people say."""
    if own.ac1.low is None:
        yield "how far it agrees with itself is not known; judge with --repeat 2 or more"
    elif own.ac1.low <= settings.self_agreement:
        yield (
            f"it does not agree with itself: the lower bound of AC1 over repeats is {own.ac1.low:.2f}, "
            f"and has to be above {settings.self_agreement:g}"
        )
    if not people.pairs:
        yield "no label of a person stands beside it"
    elif people.cases < settings.cases:
        yield f"people labelled {people.cases} of the {settings.cases} cases that are needed"
    elif people.ac1.low is None or people.ac1.low <= settings.agreement:
        bound = "undefined" if people.ac1.low is None else f"{people.ac1.low:.2f}"
        yield (
            f"it does not agree with people: the lower bound of AC1 is {bound}, and has to be above "
            f"{settings.agreement:g}"
        )
