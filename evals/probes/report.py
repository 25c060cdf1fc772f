"""The table of probes, on the terminal and as files."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drafter.atomic import write_text
from drafter.cli.summary import console as plain_console
from evals.defects.report import counts, markdown_table, share, terminal_table
from evals.probes.run import ProbeReport

_HEAD = ("engine", "probe", "expected", "items", "flips", "rate", "95% interval", "tone changed")


def rows(report: ProbeReport) -> list[tuple[str, ...]]:
    """One row a probe."""
    return [
        (
            report.engine,
            f"{probe.id}: {probe.title}",
            probe.expects,
            *counts(report.flips(probe.id)),
            share(report.tone(probe.id)),
        )
        for probe in report.probes
    ]


def _all_rows(reports: Sequence[ProbeReport]) -> list[tuple[str, ...]]:
    return [row for report in reports for row in rows(report)]


def markdown(reports: Sequence[ProbeReport]) -> str:
    return "\n".join(markdown_table(_HEAD, _all_rows(reports))) + "\n"


def as_json(report: ProbeReport) -> dict[str, Any]:
    return {
        "engine": report.engine,
        "failures": report.failures(),
        "items": [
            {"probe": entry.probe.id, "sample": entry.sample, "item": entry.item, **entry.effect._asdict()}
            for entry in report.probed
        ],
    }


def write_files(reports: Sequence[ProbeReport], folder: Path) -> None:
    """`probes.json` and `probes.md`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / "probes.json", json.dumps([as_json(report) for report in reports], indent=1) + "\n")
    write_text(folder / "probes.md", markdown(reports))


def print_reports(reports: Sequence[ProbeReport]) -> None:
    """The table: set on a terminal, as Markdown in a file or pipe."""
    console = plain_console()
    if console.is_terminal:
        console.print(terminal_table(_HEAD, _all_rows(reports)))
    else:
        sys.stdout.write(markdown(reports))
    for report in reports:
        for line in report.failures():
            console.print(line, soft_wrap=True)
