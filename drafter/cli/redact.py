"""`drafter redact`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def redact(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Files of one case, or folders of them.", show_default=False),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the copies are written.")] = Path("redacted"),
) -> None:
    """Write copies without names, dates of birth, numbers, addresses, phones, mail and employers.

    The same person gets the same placeholder in all files of one command, so give all files of a case together, and
    a draft with its case file. Case and draft files stay JSON; of a PDF, DOCX or image the text is written, page by
    page, and never the picture. No program finds every identifier: read the copies before you pass them on.
    """
    from drafter.cli.redacting import redact_all

    raise typer.Exit(redact_all(files, out))
