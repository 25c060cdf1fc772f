"""`drafter eval labels`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def labels() -> None:
    """Labels that people give to rationales, by which the model judge is measured."""


@app.command()
def new(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, YAML.", show_default=False)],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Texts, from as many cases as possible.")] = 60,
    seed: Annotated[int, typer.Option(help="Another seed draws other texts.")] = 0,
) -> None:
    """Write a file of rationales to be graded by a person."""
    from evals.judge.running import start_labels

    start_labels(run, file, limit, seed)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of labels.", show_default=False)],
) -> None:
    """Check a file of labels and say how far it has got."""
    from evals.judge.running import check_labels

    check_labels(file)
