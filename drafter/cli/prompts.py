"""`drafter prompts`: list, show, render and compare prompts. No model is called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Prompts

app = typer.Typer(
    rich_markup_mode=None, add_completion=False, help="List, show, render and compare prompts, without calling a model."
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of a prompt.", show_default=False)]


@app.command("list")
def list_(prompts: Prompts = None) -> None:
    """List the prompts with version, hash and purpose."""
    from drafter.cli.prompting import list_prompts

    list_prompts(prompts)


@app.command()
def show(name: Name, prompts: Prompts = None) -> None:
    """Print a prompt as it stands in its file."""
    from drafter.cli.prompting import show_prompt

    show_prompt(name, prompts)


@app.command()
def render(
    name: Name,
    case: Annotated[Path, typer.Option(metavar="FILE", help="Letter or case file.", show_default=False)],
    item: Annotated[int, typer.Option(min=1, help="Number of the disputed item.")] = 1,
    prompts: Prompts = None,
) -> None:
    """Print the messages that a model would be sent for an item, with an upper guess of their tokens.

    What an earlier step would give (findings, sentences that failed) comes from the offline engine.
    """
    from drafter.cli.prompting import render_prompt

    render_prompt(name, case, item, prompts)


@app.command()
def diff(
    one: Annotated[str, typer.Argument(metavar="A", help="Name or file of a prompt.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="Name or file of a prompt.", show_default=False)],
    prompts: Prompts = None,
) -> None:
    """Compare two prompts line by line, with their versions and hashes.

    A name means the prompt in use, that of --prompts where it has one; B may be `shipped`, which is the shipped A.
    """
    from drafter.cli.prompting import compare_prompts

    compare_prompts(one, other, prompts)
