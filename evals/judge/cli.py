"""`drafter eval judge`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def judge(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", show_default=False)],
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="OpenAI-compatible server, mostly ending in /v1.", show_default=False),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="The judge.", show_default="the one that the suite pins")
    ] = None,
    prompts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder with a judge.md of your own.", show_default=False)
    ] = None,
    repeat: Annotated[int, typer.Option(min=1, max=20, metavar="N", help="Ask N times about each text.")] = 2,
    max_cost: Annotated[
        float | None, typer.Option(metavar="USD", help="Stop when this is spent.", show_default=False)
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Blessed baseline.", show_default="the suite's own")
    ] = None,
) -> None:
    """Have a language model grade the rationales of a run, and write the run's reports anew.

    Its grades are information, unless the suite pins it and it agrees with itself and with labels of people.
    """
    from evals.judge.running import judge_folder

    given = {"base_url": base_url, "model": model, "prompts": prompts, "max_cost": max_cost}
    raise typer.Exit(judge_folder(run, given, repeat, baseline))
