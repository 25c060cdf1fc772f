"""`drafter criteria`: from a guideline text to a card."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli.options import BaseUrl, Model, Prompts

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Propose cards from guideline texts.")


@app.callback()
def root() -> None:
    """Propose cards from guideline texts."""


@app.command("compile")
def compile_(
    source: Annotated[
        str, typer.Argument(metavar="FILE|CARD", help="A text file, or the id of a card.", show_default=False)
    ],
    base_url: BaseUrl = None,
    model: Model = None,
    prompts: Prompts = None,
) -> None:
    """Propose the criteria of a guideline text as YAML, for a person to edit and accept.

    Above each criterion stands the sentence of the text that it was taken from, and what looks wrong with it.
    """
    from drafter.cli.compiling import compile_criteria

    compile_criteria(source, {"base_url": base_url, "model": model, "prompts": prompts})
