"""What a command prints about drafts and flags."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table

from drafter.case import Case
from drafter.draft import Draft, DraftItem, Flag
from drafter.rendering import rationale_markdown
from drafter.rendering.item import relied_on
from drafter.rendering.words import by_severity, in_dispute, plain, severity_word


def console() -> Console:
    """Standard output; text of a record is never read as markup or as a name of a picture."""
    return Console(markup=False, emoji=False, highlight=False)


def print_summary(draft: Draft) -> None:
    """One row for each item: outcome, guideline and flags."""
    grid = Table(title=plain(draft.case.case_number), title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("Item", "Outcome", "Guideline", "Flags"):
        grid.add_column(name, no_wrap=name in ("Outcome", "Flags"))
    for item in draft.items:
        grid.add_row(f"{item.number}. {in_dispute(item)}", item.outcome, _guideline(item), flag_count(item.flags))
    if any(flag.severity != "info" for flag in draft.flags):
        grid.add_row("the case as a whole", "", "", flag_count(draft.flags))
    console().print(grid)


def print_rationale(draft: Draft, case: Case) -> None:
    """The items with their rationale: set as text on a terminal, as Markdown in a file or pipe."""
    text = rationale_markdown(draft, case)
    terminal = console()
    if terminal.is_terminal:
        from rich.markdown import Markdown

        terminal.print(Markdown(text), "")
    else:
        sys.stdout.write(text + "\n")


def print_flags(flags: Iterable[Flag]) -> None:
    """All flags, blocking ones first."""
    grid = Table("Severity", "Where", "Message", box=box.SIMPLE_HEAD)
    for flag in by_severity(tuple(flags)):
        grid.add_row(severity_word(flag), plain(flag.where), f"{plain(flag.message)} ({plain(flag.code)})")
    console().print(grid)


def flag_count(flags: tuple[Flag, ...]) -> str:
    """ "1 blocking, 2 to check"; notes are not counted, they ask for nothing."""
    blocks = sum(flag.severity == "block" for flag in flags)
    checks = sum(flag.severity == "warn" for flag in flags)
    parts = [f"{blocks} blocking" if blocks else "", f"{checks} to check" if checks else ""]
    return ", ".join(part for part in parts if part) or "none"


def engine_line(draft: Draft) -> str:
    """Which engine drafted, by name."""
    engine = draft.engine
    if engine.name == "offline":
        return "drafted with engine offline (no language model)"
    steps = sum(flag.code == "engine-fallback" for item in draft.items for flag in item.flags)
    instead = f"; the offline engine did {steps} {'step' if steps == 1 else 'steps'} instead" if steps else ""
    return f"drafted with engine {engine.name} (model {engine.model or 'unknown'}){instead}"


def _guideline(item: DraftItem) -> str:
    relied = relied_on(item)
    if not relied:
        return "none in force"
    best = relied[0]
    pages = f" p. {best.pages}" if best.pages else ""
    return plain(f"{best.section}{pages} ({best.edition})")
