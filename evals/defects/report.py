"""The table of detections, on the terminal and as files. Numbers and names of defects only, no text of a case."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from drafter.atomic import write_text
from drafter.cli.summary import console as plain_console
from evals.defects.run import Rate, Report

_HEAD = ("mode", "defect", "planted", "caught", "rate", "95% interval", "by name")
NOTE = (
    "caught: a flag or a fallen score that neither the sound draft nor the control has. by name: by a flag that says "
    "what is wrong, and not only that nothing cited speaks of it."
)


def rows(report: Report) -> list[tuple[str, ...]]:
    """One row a defect, in the order of the failure modes."""
    return [
        (
            str(defect.mode),
            f"{defect.id}: {defect.title}",
            *counts(report.of_defect(defect.id)),
            share(report.named(defect.id)),
        )
        for defect in report.defects
    ]


def summary_lines(report: Report) -> list[str]:
    """What the table comes to."""
    overall, named = report.overall(), report.named()
    return [
        f"drafts: {report.samples}; defects planted: {overall.total}, of {len(report.modes())} failure modes",
        f"caught: {_with_interval(overall)}; by name: {_with_interval(named)}",
        f"sound items with a blocking flag: {_with_interval(report.sound_items)}",
        f"controls (the same edit without the error) with a new blocking flag: {_with_interval(report.controls())}",
        *(f"below its goal: {line}" for line in report.shortfalls()),
    ]


def markdown(report: Report) -> str:
    """The table and its summary as Markdown."""
    lines = [f"- {line}" for line in summary_lines(report)]
    return "\n".join((*markdown_table(_HEAD, rows(report)), "", *lines, "", NOTE, ""))


def as_json(report: Report) -> dict[str, Any]:
    """Counts and intervals for machines; trials by sample id, without text."""
    return {
        "samples": report.samples,
        "overall": _json(report.overall()),
        "by_name": _json(report.named()),
        "sound_items_blocked": _json(report.sound_items),
        "controls_blocked": _json(report.controls()),
        "modes": {str(mode): _json(report.of_mode(mode)) for mode in report.modes()},
        "defects": {
            defect.id: {"mode": defect.mode, **_json(report.of_defect(defect.id))} for defect in report.defects
        },
        "shortfalls": report.shortfalls(),
        "trials": [
            {
                "defect": trial.defect.id,
                "sample": trial.sample,
                "item": trial.item,
                "variant": trial.variant,
                "seen_by": sorted(trial.seen_by),
                "control_alarms": sorted(trial.control_alarms),
            }
            for trial in report.trials
        ],
    }


def write_files(report: Report, folder: Path) -> None:
    """`defects.json` and `defects.md`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / "defects.json", json.dumps(as_json(report), indent=1) + "\n")
    write_text(folder / "defects.md", markdown(report))


def print_report(report: Report) -> None:
    """The table: set on a terminal, as Markdown in a file or pipe."""
    console = plain_console()
    if not console.is_terminal:
        sys.stdout.write(markdown(report))
        return
    console.print(terminal_table(_HEAD, rows(report)))
    for line in (*summary_lines(report), NOTE):
        console.print(line)


def markdown_table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table in Markdown."""
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *lines)]


def terminal_table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> Table:
    grid = Table(*head, box=box.SIMPLE_HEAD)
    for line in lines:
        grid.add_row(*line)
    return grid


def counts(rate: Rate) -> tuple[str, str, str, str]:
    """Planted, caught, rate and interval."""
    bounds = rate.interval()
    return (
        str(rate.total),
        str(rate.hits),
        share(rate),
        f"{bounds[0]:.0%} to {bounds[1]:.0%}" if bounds else "no place for it",
    )


def share(rate: Rate) -> str:
    return "" if rate.value is None else f"{rate.value:.0%}"


def _with_interval(rate: Rate) -> str:
    bounds = rate.interval()
    if rate.value is None or bounds is None:
        return "none"
    return f"{rate.hits} of {rate.total}, {rate.value:.1%} ({bounds[0]:.1%} to {bounds[1]:.1%})"


def _json(rate: Rate) -> dict[str, Any]:
    bounds = rate.interval()
    return {"hits": rate.hits, "total": rate.total, "rate": rate.value, "interval": list(bounds) if bounds else None}
