"""`drafter cache`: the kept answers of language models."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Show and empty the cache of model answers.")


@app.command()
def stats() -> None:
    """Show what the cache holds."""
    from drafter.llm.cache import Cache, cache_file
    from drafter.settings import home_folder

    file = cache_file(home_folder())
    held = Cache(file).stats()
    lines = [f"{file}: {_count(held.answers)}, {held.bytes / 1e6:.1f} MB"]
    lines += [f"  {model}: {_count(answers)}" for model, answers in held.models.items()]
    if held.oldest is not None and held.newest is not None:
        lines.append(f"  from {_day(held.oldest)} to {_day(held.newest)}")
    sys.stdout.write("\n".join(lines) + "\n")


@app.command()
def prune(
    older_than: Annotated[
        float | None, typer.Option("--older-than", metavar="DAYS", min=0, help="Remove answers older than that.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Remove the whole cache.")] = False,
) -> None:
    """Remove answers; the next draft asks the model for them again."""
    from drafter.errors import InputError
    from drafter.llm.cache import Cache, cache_file
    from drafter.settings import home_folder

    if everything == (older_than is not None):
        raise InputError("drafter cache prune: say either --older-than DAYS or --all")
    cache = Cache(cache_file(home_folder()))
    if older_than is None:
        cache.clear()
        sys.stdout.write(f"removed {cache.file}\n")
    else:
        sys.stdout.write(f"removed {_count(cache.prune(older_than))}\n")


def _count(answers: int) -> str:
    return f"{answers} {'answer' if answers == 1 else 'answers'}"


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
