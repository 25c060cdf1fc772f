"""What the commands print."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.compare.comparison import Comparison
from evals.markdown import problem_lines
from evals.report.tables import (
    Grid,
    change_grid,
    flip_grid,
    gate_grid,
    gate_note,
    judge_grid,
    outcome_grid,
    outcome_test,
    power_line,
    repeats_grid,
    scorer_grid,
)
from evals.summary import Summary

_WIDTH = 150
"""Columns where standard output is no terminal."""
_LISTED = 10


def console() -> Console:
    """Standard output; text of a letter is never read as markup."""
    plain = Console(markup=False, emoji=False, highlight=False, soft_wrap=False)
    return plain if plain.is_terminal else Console(markup=False, emoji=False, highlight=False, width=_WIDTH)


def print_summary(summary: Summary) -> None:
    """All tables of a run."""
    out = console()
    out.print(_headline(summary), "")
    for grid in (
        _without_texts(outcome_grid(summary)),
        _without_texts(scorer_grid(summary)),
        repeats_grid(summary),
        judge_grid(summary),
    ):
        if grid:
            _print(out, grid)
    out.print(power_line(summary.power), "")
    _print_problems(out, summary)
    if summary.gates:
        _print(out, gate_grid(summary))
    else:
        out.print(gate_note(summary))


def print_comparison(comparison: Comparison) -> None:
    """Differences and flips of two runs."""
    out = console()
    differing = comparison.configuration
    out.print("The runs differ in: " + ", ".join(differing) if differing else "The runs have one configuration.", "")
    _print(out, change_grid(comparison))
    if comparison.flips:
        _print(out, flip_grid(comparison))
    else:
        out.print(f"No flips. {outcome_test(comparison.outcome)}")


def _headline(summary: Summary) -> str:
    configuration = summary.configuration
    model = f", model {configuration.model}" if configuration.model else ""
    return (
        f"{summary.title}: {summary.samples} samples, {summary.items} items, {summary.drafts} drafts with engine "
        f"{configuration.engine}{model}, drafter {configuration.drafter_version}"
    )


def _print_problems(out: Console, summary: Summary) -> None:
    """What is not in the figures, by name."""
    found = problem_lines(summary)
    for line in found[:_LISTED]:
        out.print(line)
    if len(found) > _LISTED:
        out.print(f"and {len(found) - _LISTED} more; see summary.md")
    if found:
        out.print("")


def _print(out: Console, grid: Grid) -> None:
    table = Table(title=grid.title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in grid.head:
        table.add_column(name, justify="right" if name in ("n", "unscored", "value", "items", "unpaired") else "left")
    for row in grid.rows:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)
    if grid.note:
        out.print(grid.note, "")


def _without_texts(grid: Grid) -> Grid:
    """Definitions stand in summary.md; a terminal has no room for them."""
    return grid._replace(head=grid.head[:-1], rows=[row[:-1] for row in grid.rows])
