"""`drafter eval`: its commands by name. A command's module is imported when it is asked for."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import typer
from typer.core import TyperGroup

_COMMANDS = {
    "run": "evals.cli.run",
    "compare": "evals.cli.compare",
    "report": "evals.cli.report",
    "bless": "evals.cli.bless",
    "judge": "evals.judge.cli",
    "labels": "evals.judge.labels_cli",
    "defects": "evals.defects.cli",
    "probe": "evals.probes.cli",
}
"""Modules that hold a typer app named `app`; one that is not there is no command."""


class _EvalGroup(TyperGroup):
    """typer versions differ in whose context class this is, hence `Any`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        return [name for name, module in _COMMANDS.items() if _exists(module)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        if cmd_name not in self.list_commands(ctx):
            return None
        return typer.main.get_command(importlib.import_module(_COMMANDS[cmd_name]).app)


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


app = typer.Typer(
    cls=_EvalGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Score drafts against the decisions of physicians.",
)


@app.callback()
def root() -> None:
    """Score drafts against the decisions of physicians."""
