"""`drafter cache`: what is kept below DRAFTER_HOME of answers and of case files."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Show and empty the cache of model answers and of the texts of case files.",
)


@app.command()
def stats() -> None:
    """Show what is kept: answers of language models, texts of pages, indexed cases."""
    from drafter.cli.keeping import print_stats

    print_stats()


@app.command()
def prune(
    older_than: Annotated[
        float | None, typer.Option("--older-than", metavar="DAYS", min=0, help="Remove what is older than that.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Remove all of it.")] = False,
) -> None:
    """Remove what is kept; the next draft asks the model and reads the case files again."""
    from drafter.cli.keeping import prune_all, prune_older
    from drafter.errors import InputError

    if everything == (older_than is not None):
        raise InputError("drafter cache prune: say either --older-than DAYS or --all")
    if older_than is None:
        prune_all()
    else:
        prune_older(older_than)
