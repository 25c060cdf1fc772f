"""Options that several commands take, so that they are spelt and explained alike everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DATES = ["%Y-%m-%d", "%m/%d/%Y"]
"""Ways to write a day."""
Home = Annotated[
    Path | None, typer.Option("--home", metavar="DIR", help="Data folder.", show_default="DRAFTER_HOME or the user's")
]
Engine = Annotated[
    str | None, typer.Option(metavar="auto|offline|llm", help="Which engine drafts.", show_default="auto")
]
BaseUrl = Annotated[
    str | None,
    typer.Option(metavar="URL", help="OpenAI-compatible server, mostly ending in /v1.", show_default=False),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Language model of that server.", show_default=False)]
Prompts = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of prompts that replace shipped ones.", show_default=False),
]
