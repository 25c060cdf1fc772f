"""The typer application. A command's module is imported when the command is asked for, not before."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from drafter.cli.commands import COMMANDS, overview, version_line


class LazyGroup(TyperGroup):
    """Finds commands in the table; typer versions differ in whose context class this is, hence `Any`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name].module)
        return typer.main.get_command(module.app)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """The same words as without typer; asking each command would import it."""
        formatter.write(overview())


app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})


def _show_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(version_line())
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_show_version)] = False,
) -> None:
    """Options that stand before a command."""
