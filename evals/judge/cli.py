"""`drafter eval judge`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import BaseUrl
from evals.cli.options import Baseline, MaxCost

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def judge(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", show_default=False)],
    base_url: BaseUrl = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="The judge.", show_default="the one that the suite pins")
    ] = None,
    prompts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder with a judge.md of your own.", show_default=False)
    ] = None,
    repeat: Annotated[int, typer.Option(min=1, max=20, metavar="N", help="Ask N times about each text.")] = 2,
    max_cost: MaxCost = None,
    baseline: Baseline = None,
) -> None:
    """Have a language model grade the rationales of a run, and write the run's reports anew.

    Its grades are information, unless the suite pins it and it agrees with itself and with labels of people.
    """
    from evals.judge.running import judge_folder

    given = {"base_url": base_url, "model": model, "prompts": prompts, "max_cost": max_cost}
    raise typer.Exit(judge_folder(run, given, repeat, baseline))
