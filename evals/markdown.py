"""Markdown: the summary of a run for a pull request, and the comparison of two runs.

The summary holds figures and names of cases and no text of a record; a comparison shows rationales, and these quote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from evals.compare.comparison import Comparison
from evals.compare.sides import SideView
from evals.report.tables import (
    Grid,
    change_grid,
    flip_grid,
    gate_grid,
    gate_note,
    judge_grid,
    outcome_grid,
    power_line,
    repeats_grid,
    scorer_grid,
    unscored_grid,
)
from evals.summary import Summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def summary_markdown(summary: Summary) -> str:
    """summary.md: verdict first, outcome table with the baselines, everything else folded away."""
    configuration = summary.configuration
    engine = f"{configuration.engine} ({configuration.model})" if configuration.model else configuration.engine
    parts = [
        f"## Evaluation of {escape(summary.title)}: {verdict(summary)}",
        f"{summary.samples} samples, {summary.items} disputed items, {summary.drafts} drafts with engine "
        f"{escape(engine)}, drafter {configuration.drafter_version}, {summary.seconds:.1f} s of drafting.",
        "\n".join(f"- {escape(line)}" for line in problem_lines(summary)),
        *([table(gate_grid(summary))] if summary.gates else []),
        gate_note(summary),
        *_titled(outcome_grid(summary)),
        power_line(summary.power),
        *(_titled(grid) if (grid := repeats_grid(summary)) else []),
        *(_titled(grid) if (grid := judge_grid(summary)) else []),
        _folded(scorer_grid(summary)),
        _folded(unscored_grid(summary)),
        _folded(configuration_grid(summary)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def comparison_markdown(comparison: Comparison, sides: Sequence[SideView]) -> str:
    """compare.md: what moved, which cases flipped, and the rationales of those side by side."""
    differing = ", ".join(comparison.configuration) or "nothing"
    parts = [
        f"## {escape(comparison.second.info.title)}: second run against first",
        f"The runs differ in: {differing}.",
        _notable(comparison),
        *_titled(flip_grid(comparison)),
        *(_side(view) for view in sides if view.flips),
        _folded(change_grid(comparison)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _notable(comparison: Comparison) -> str:
    """The metrics that moved, as a list."""
    lines = []
    for change in comparison.notable:
        difference = change.difference
        if difference and difference.interval:
            low, high = difference.interval
            shown = f"{change.metric} {difference.value:+.3f} [{low:+.3f}, {high:+.3f}]"
            lines.append(f"- {change.effect}: {escape(shown)}")
    return "\n".join(lines) or "No metric moved by more than chance explains."


def _side(view: SideView) -> str:
    """One flipped item: both drafts and the physician's words."""
    head = ("first run", "second run", "physician")
    outcomes = [f"{side.outcome}, probability {side.probability}" for side in (view.first, view.second)]
    human = " ".join(sentence.text for sentence in view.human)
    grid = Grid("", head, [(*outcomes, view.actual), (view.first.rationale, view.second.rationale, human)])
    return f"#### {escape(view.case_number)}, item {view.item}: {escape(view.request)}\n\n{table(grid)}"


def verdict(summary: Summary) -> str:
    """The run in a word."""
    if summary.errors:
        return f"{_count(len(summary.errors), 'error')}"
    if summary.failed_gates:
        return f"{_count(len(summary.failed_gates), 'gate')} failed"
    return "passed" if summary.gates else "no gates"


def table(grid: Grid) -> str:
    """A grid as a Markdown table; nothing in it is read as markup."""
    lines = [_row(map(escape, grid.head)), _row("---" for _ in grid.head)]
    return "\n".join([*lines, *(_row(map(escape, row)) for row in grid.rows)])


def escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _titled(grid: Grid) -> list[str]:
    return [f"### {grid.title}", table(grid), escape(grid.note)]


def _folded(grid: Grid) -> str:
    if not grid.rows:
        return ""
    note = f"\n\n{escape(grid.note)}" if grid.note else ""
    return f"<details><summary>{grid.title}</summary>\n\n{table(grid)}{note}\n\n</details>"


def problem_lines(summary: Summary) -> list[str]:
    """What is not in the figures."""
    lines = [f"error: {entry.sample}: {entry.error}" for entry in summary.errors]
    lines += [f"not a sample: {entry.path}: {entry.reason}" for entry in summary.unreadable]
    if summary.not_run:
        lines.append(f"not run: {len(summary.not_run)} of {summary.samples} samples")
    return lines


def configuration_grid(summary: Summary) -> Grid:
    """What the results depend on."""
    values = summary.configuration.model_dump(exclude={"prompts"})
    rows = [(name, str(value)) for name, value in values.items() if value is not None]
    rows += [
        (f"prompt {name}", f"{known['version']}, {known['sha256']}")
        for name, known in summary.configuration.prompts.items()
    ]
    return Grid("Configuration", ("", ""), rows)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
