"""`drafter eval run`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import BaseUrl, Engine, Model, Prompts
from evals.cli.options import Baseline, MaxCost

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def run(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the run; one that exists is gone on with.")],
    suite: Annotated[
        str | None,
        typer.Option(metavar="NAME|FILE|FOLDER", help="Shipped suite, suite file, letter or folder of letters."),
    ] = None,
    engine: Engine = None,
    base_url: BaseUrl = None,
    model: Model = None,
    prompts: Prompts = None,
    max_cost: MaxCost = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N samples.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this sample: id, case number or file; repeatable.")
    ] = None,
    repeat: Annotated[int, typer.Option(min=1, max=100, metavar="N", help="Draft each sample N times.")] = 1,
    retry_errors: Annotated[bool, typer.Option("--retry-errors", help="Draft again what ended in an error.")] = False,
    rescore: Annotated[
        bool, typer.Option("--rescore", help="Score the drafts of DIR anew without drafting; needs no --suite.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Drafts at the same time.", show_default="by suite and engine"),
    ] = None,
    baseline: Baseline = None,
) -> None:
    """Draft and score a suite; write results, reports and drafts to DIR and print the tables.

    An interrupted run goes on where it was. Exit code 1 when a draft failed, a gate failed, or a sample leaks.
    """
    from evals.cli.running import Request, run_and_report

    settings = {"engine": engine, "base_url": base_url, "model": model, "prompts": prompts, "max_cost": max_cost}
    request = Request(suite, out, settings, limit, tuple(only or ()), repeat, retry_errors, rescore, jobs, baseline)
    raise typer.Exit(run_and_report(request))
