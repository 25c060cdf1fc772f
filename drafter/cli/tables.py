"""Tables and lines on stdout, for a terminal and for a pipe."""

from __future__ import annotations

from datetime import date, timedelta

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH = 240
"""Columns where nobody looks on: a table in a pipe should not be folded."""


def table(*columns: str, whole: tuple[str, ...]) -> Table:
    """A table whose columns are folded at words where the terminal is narrow, but for those that stay whole."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        made.add_column(column, no_wrap=column in whole, overflow="fold")
    return made


def show(what: Table | str) -> None:
    """Text is printed as it is: brackets in a section's name are no markup."""
    console = Console(highlight=False, soft_wrap=isinstance(what, str))
    if not console.is_terminal:
        console.width = max(console.width, _WIDTH)
    console.print(Text(what) if isinstance(what, str) else what)


def period(begins: date | None, ends: date | None) -> str:
    """The time in which an edition is in force; `ends` is the first day on which it no longer is."""
    last = ends - timedelta(days=1) if ends else None
    if begins and last:
        return f"{begins} to {last}"
    if begins:
        return f"since {begins}"
    return f"until {last}" if last else ""
