"""`drafter draft`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import BaseUrl, Engine, Model, Prompts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def draft(
    cases: Annotated[
        list[Path],
        typer.Argument(metavar="CASE", help="Letters, case files, or folders of them.", show_default=False),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where drafts are written.")] = Path("out"),
    formats: Annotated[str, typer.Option("--format", metavar="LIST", help="Of json, md, docx, html.")] = "json,md,docx",
    engine: Engine = None,
    outcome: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM=OUTCOME",
            help="Argue this outcome (upheld, overturned, undetermined, withheld), e.g. 1=overturned; repeatable.",
        ),
    ] = None,
    base_url: BaseUrl = None,
    model: Model = None,
    prompts: Prompts = None,
    max_cost: Annotated[
        float | None,
        typer.Option(metavar="USD", help="Spend no more than this; the rest is drafted offline.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite drafts that were changed since.")] = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Write drafts without names and other identifiers, in DIR/redacted.")
    ] = False,
    show: Annotated[bool, typer.Option("--print/--no-print", help="Print the rationale of a single case.")] = True,
) -> None:
    """Draft a determination for each CASE and write it as <case number>.draft.json, .md and .docx.

    Several cases: bad ones are reported and the others go on. A file that was changed since it was written is not
    overwritten. Where a language model is configured, it drafts; what
    it cannot do, the offline engine does, and the draft says so.
    """
    from drafter.cli.drafting import Order, draft_all

    settings = {"engine": engine, "base_url": base_url, "model": model, "prompts": prompts, "max_cost": max_cost}
    order = Order(tuple(cases), out, formats, settings, tuple(outcome or ()), show, force, redact)
    raise typer.Exit(draft_all(order))
