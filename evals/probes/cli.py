"""`drafter eval probe`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Home

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Suite = Annotated[str, typer.Option("--suite", metavar="NAME|FILE|FOLDER", help="Suite whose cases are changed.")]
Engines = Annotated[list[str] | None, typer.Option("--engine", help="offline or llm; may be given more than once.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write probes.json and probes.md there.")]
Seed = Annotated[int, typer.Option("--seed", help="Another seed changes the cases otherwise.")]


@app.command()
def probe(suite: Suite = "seeds", engine: Engines = None, out: Out = None, seed: Seed = 0, home: Home = None) -> None:
    """Change one thing about each case and compare outcome and tone.

    Ends with exit code 1 when the patient's sex, age, race, language or attorney, or an instruction in a record,
    changes an outcome.
    """
    from evals.probes.engines import probe_engine
    from evals.probes.report import print_reports, write_files

    reports = [probe_engine(name, suite, seed, home) for name in engine or ["offline"]]
    print_reports(reports)
    if out:
        write_files(reports, out)
        sys.stdout.write(f"wrote probes.json and probes.md to {out}\n")
    raise typer.Exit(1 if any(report.failures() for report in reports) else 0)
