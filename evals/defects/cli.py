"""`drafter eval defects`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Home

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Suite = Annotated[
    str, typer.Option("--suite", metavar="NAME|FILE|FOLDER", help="Suite whose offline drafts are the sound ones.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write defects.json and defects.md there.")]
Seed = Annotated[int, typer.Option("--seed", help="Another seed plants elsewhere and otherwise.")]


@app.command()
def defects(suite: Suite = "seeds", out: Out = None, seed: Seed = 0, home: Home = None) -> None:
    """Plant known defects in sound drafts and count how many the checks find.

    Ends with exit code 1 when fewer than 95% are caught, fewer than 80% of one failure mode, or 5% of the sound items
    raise a blocking flag.
    """
    from evals.defects.report import print_report, write_files
    from evals.defects.run import run_defects
    from evals.defects.sounds import sound_drafts

    report = run_defects(sound_drafts(suite, home), seed, progress=_progress)
    print_report(report)
    if out:
        write_files(report, out)
        sys.stdout.write(f"wrote defects.json and defects.md to {out}\n")
    raise typer.Exit(1 if report.shortfalls() else 0)


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\rdrafts checked: {done} ")
