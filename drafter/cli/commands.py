"""The commands by name. Importing this costs nothing: `drafter --help` is answered from here."""

from __future__ import annotations

from typing import NamedTuple

from drafter import __doc__ as _purpose
from drafter import __version__


class Command(NamedTuple):
    """Where a command lives and what it does; its module is imported when it is run."""

    module: str
    """Holds a typer app named `app`."""
    help: str


COMMANDS: dict[str, Command] = {
    "draft": Command("drafter.cli.draft", "Draft determinations from case files or letters."),
    "intake": Command("drafter.cli.intake", "Read letters into case files."),
    "records": Command("drafter.cli.records", "Print the documents of a case file."),
    "verify": Command("drafter.cli.verify", "Check a draft against its case file."),
    "redact": Command("drafter.cli.redact", "Write copies without names and other identifiers."),
    "index": Command("drafter.cli.index", "Build, search and check the guideline index."),
    "model": Command("drafter.cli.model", "Fetch and serve the local language model."),
    "cache": Command("drafter.cli.cache", "Show and empty the cache of model answers and of the texts of case files."),
    "eval": Command("evals.cli.app", "Score drafts against the decisions of physicians."),
    "prompts": Command("drafter.cli.prompts", "List, show, render and compare prompts."),
    "criteria": Command("drafter.cli.criteria", "Propose a card from a guideline text."),
    "doctor": Command("drafter.cli.doctor", "Check that this installation can draft."),
}


def overview() -> str:
    """The text of `drafter --help`."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(
        (
            "Usage: drafter COMMAND [OPTIONS] [ARGUMENTS]",
            "",
            f"{_purpose}",
            "",
            "Commands:",
            *lines,
            "",
            "Options:",
            "  --version  Show the version and exit.",
            "  --help     Show this message and exit.",
            "",
            "Exit codes: 0 done; 1 done, but a gate or flag blocks; 2 bad usage or input; 3 a backend is unavailable.",
            "`drafter COMMAND --help` says more about a command.",
            "",
        )
    )


def version_line() -> str:
    return f"drafter {__version__}\n"
