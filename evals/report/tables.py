"""The tables that terminal, Markdown and HTML show alike, as plain text by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evals.compare.blame import Culprit
from evals.compare.comparison import Change, Comparison
from evals.judge.agreement import Agreement, Estimate
from evals.scorers import Metric
from evals.statistics.paired import McNemar
from evals.statistics.power import Detectable
from evals.summary import Summary

NONE = "-"
_CULPRITS = 5
"""Items of a failed gate that a table names."""
_ARROWS = {"higher": "↑", "lower": "↓", "neither": ""}


class Grid(NamedTuple):
    """A table."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""


def figure(value: float | None, signed: bool = False) -> str:
    """A figure to three decimals, a large one to one; a dash for none."""
    if value is None:
        return NONE
    places = 3 if abs(value) < 10 else 1
    return f"{value:+.{places}f}" if signed else f"{value:.{places}f}"


def interval(low: float | None, high: float | None, signed: bool = False) -> str:
    return NONE if low is None or high is None else f"[{figure(low, signed)}, {figure(high, signed)}]"


def outcome_grid(summary: Summary) -> Grid:
    """Outcome metrics of the run and of every baseline, over the items that are not ancillary."""
    own = [metric for metric in summary.metrics if metric.name.startswith("outcome.") and metric.group == "primary"]
    others = [{metric.key: metric for metric in row.metrics} for row in summary.references]
    baselines = [row.name for row in summary.references]
    head = ("outcome", summary.configuration.engine, "n", "unscored", *baselines, "what it is")
    rows = [
        (_named(m), _valued(m), str(m.n), str(m.unscored), *(_valued(other.get(m.key)) for other in others), m.text)
        for m in own
    ]
    note = "95% intervals in brackets, by bootstrap over cases. " + "; ".join(
        f"{row.name}: {row.text}" for row in summary.references
    )
    return Grid("Outcome against the physicians, ancillary items aside", head, rows, note)


def scorer_grid(summary: Summary) -> Grid:
    """Every other metric; those of ancillary items where they have a value."""
    shown = [
        metric
        for metric in summary.metrics
        if not (metric.name.startswith("outcome.") and metric.group == "primary")
        and not (metric.group == "derived" and metric.value is None)
    ]
    rows = [(_named(m), figure(m.value), interval(m.low, m.high), str(m.n), str(m.unscored), m.text) for m in shown]
    return Grid(
        "All other scorers", ("metric", "value", "95% interval", "n", "unscored", "what it is"), rows, _legend(shown)
    )


def unscored_grid(summary: Summary) -> Grid:
    """Why items are without a value, by metric."""
    rows = [
        (metric.key, reason, str(count))
        for metric in summary.metrics
        if metric.group != "derived"
        for reason, count in metric.reasons.items()
    ]
    return Grid("Unscored items", ("metric", "reason", "items"), rows)


def gate_grid(summary: Summary) -> Grid:
    rows = [
        ("passed" if verdict.passed else "FAILED", verdict.metric, verdict.message, _named_cases(verdict.cases))
        for verdict in sorted(summary.gates, key=lambda verdict: verdict.passed)
    ]
    return Grid("Gates", ("gate", "metric", "why", "items"), rows, gate_note(summary))


def passed_grid(summary: Summary) -> Grid:
    """The gates that hold, for a report that shows the failed ones at length."""
    rows = [(verdict.metric, verdict.message) for verdict in summary.gates if verdict.passed]
    return Grid("Gates passed", ("metric", "why"), rows)


def gate_note(summary: Summary) -> str:
    if summary.not_run:
        return f"Gates were not judged: {len(summary.not_run)} of {summary.samples} samples have no result."
    if not summary.gates:
        return "This suite has no gates and no blessed baseline."
    return f"Baseline blessed on {summary.baseline:%Y-%m-%d}." if summary.baseline else "There is no blessed baseline."


def _named_cases(culprits: Sequence[Culprit]) -> str:
    """The first items of a failed gate, in words."""
    listed = [f"{each.case} item {each.item}: {each.detail}" for each in culprits[:_CULPRITS]]
    more = [f"and {len(culprits) - _CULPRITS} more"] if len(culprits) > _CULPRITS else []
    return "; ".join([*listed, *more])


def repeats_grid(summary: Summary) -> Grid | None:
    if summary.repeats is None:
        return None
    head = ("column", "items", *(f"pass^{k}" for k in range(1, summary.repeats.repeats + 1)))
    rows = [(entry.column, str(entry.items), *map(figure, entry.passes)) for entry in summary.repeats.passes]
    same = figure(summary.repeats.same_outcome)
    note = f"The same suggestion in all {summary.repeats.repeats} repeats: {same} of the items."
    return Grid("Repeats", head, rows, note)


def judge_grid(summary: Summary) -> Grid | None:
    """What the model judge says, and what that is worth."""
    judge = summary.judge
    if judge is None:
        return None
    head = ("judge", "mean grade", "scored", "unscored", "with itself, AC1", "with people, AC1", "kappa", "it gates")
    rows = [
        (
            f"{each.name}: {each.text}",
            _estimated(each.score),
            str(each.scored),
            str(each.unscored),
            _estimated(each.with_itself.ac1),
            _labelled(each.with_people),
            _estimated(each.with_people.kappa),
            "yes" if each.may_gate else f"no: {each.why_not}",
        )
        for each in judge.questions
    ]
    refused = "".join(f"; {count} answers missing ({reason})" for reason, count in judge.unanswered.items())
    note = (
        f"Model {judge.judge.model}, prompt {judge.judge.prompt_version} sha256 {judge.judge.prompt_sha256}; "
        f"{judge.texts} texts, {judge.unseen} of them not judged, {judge.repeats} repeats{refused}. "
        "holds counts 1, partly 0.5, fails 0."
    )
    return Grid("Model judge", head, rows, note)


def _estimated(estimate: Estimate) -> str:
    if estimate.value is None:
        return NONE
    return f"{figure(estimate.value)} {interval(estimate.low, estimate.high)}"


def _labelled(people: Agreement) -> str:
    return f"{_estimated(people.ac1)}, {people.pairs} labels" if people.pairs else "no labels"


def power_line(power: Detectable | None) -> str:
    """What the suite is able to see, in one sentence."""
    if power is None:
        return "No item has an outcome to compare, so that no difference could be detected."
    size = (
        f"{power.items} items count as {power.effective_items:.0f} (correlation within a case {power.correlation:.2f})"
    )
    if power.effect is None or power.least is None:
        return f"Minimum detectable effect: none; {size}, too few to detect any difference of two runs."
    return (
        f"Minimum detectable effect: {power.effect:.3f} when two runs differ on {power.discordant:.0%} of the items, "
        f"{power.least:.3f} when every change goes one way; {size}; two-sided 5%, power 80%."
    )


def change_grid(comparison: Comparison) -> Grid:
    """Every metric that both runs have, second minus first."""
    rows = [_change_row(change) for change in comparison.changes if change.difference]
    note = (
        f"{len(rows)} metrics are compared; by chance alone about {0.05 * len(rows):.0f} of their intervals would "
        "exclude 0. p: exact McNemar test, items taken as independent."
    )
    head = ("metric", "first", "second", "difference", "95% interval", "effect", "p", "items", "unpaired")
    return Grid("Differences, second run minus first", head, rows, note)


def flip_grid(comparison: Comparison) -> Grid:
    rows = [
        (flip.case, str(flip.item), flip.what, flip.before, flip.after, "gained" if flip.gained else "lost")
        for flip in comparison.flips
    ]
    return Grid(
        "Flips by case", ("case", "item", "what", "first", "second", ""), rows, outcome_test(comparison.outcome)
    )


def outcome_test(test: McNemar) -> str:
    return f"Outcomes: {test.gained} gained, {test.lost} lost; exact McNemar p = {test.p_value:.3f}."


def _change_row(change: Change) -> tuple[str, ...]:
    difference = change.difference
    assert difference is not None
    low, high = difference.interval or (None, None)
    return (
        change.metric,
        figure(difference.first),
        figure(difference.second),
        figure(difference.value, signed=True),
        interval(low, high, signed=True),
        change.effect,
        f"{change.mcnemar.p_value:.3f}" if change.mcnemar else NONE,
        str(change.items),
        str(change.unpaired),
    )


def _named(metric: Metric) -> str:
    return f"{metric.key} {_ARROWS[metric.direction]}".rstrip()


def _valued(metric: Metric | None) -> str:
    if metric is None or metric.value is None:
        return NONE
    return f"{figure(metric.value)} {interval(metric.low, metric.high)}"


def _legend(shown: Sequence[Metric]) -> str:
    derived = any(metric.group == "derived" for metric in shown)
    return "↑ higher is better, ↓ lower is better." + (" @derived: ancillary items alone." if derived else "")
