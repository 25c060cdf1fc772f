"""Options that several commands of `drafter eval` take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Baseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Blessed baseline.", show_default="the suite's own")
]
MaxCost = Annotated[float | None, typer.Option(metavar="USD", help="Stop when this is spent.", show_default=False)]
