"""The entry point: answers at once where it can, and turns every error into one line and an exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from drafter.cli.commands import overview, version_line
from drafter.cli.output import survive_the_reader
from drafter.collector import collect_rarely

USAGE_ERROR = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _print_whatever_the_terminal_can()
    if arguments is None:
        survive_the_reader()
        collect_rarely()
    if given in (["--help"], ["-h"]):
        sys.stdout.write(overview())
        return 0
    if given == ["--version"]:
        sys.stdout.write(version_line())
        return 0
    if not given:
        sys.stderr.write(overview())
        return USAGE_ERROR
    return _run(given)


def _run(given: list[str]) -> int:
    """Typer is imported here: it alone takes several times as long as the interpreter."""
    try:
        from drafter.cli.group import app

        result = app(given, prog_name="drafter", standalone_mode=False)
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:
        from drafter.cli.problems import explain, tell

        problem = explain(error, given[0])
        tell(problem.message)
        return problem.exit_code
    return _interrupted() if result == INTERRUPTED else int(result or 0)


def _interrupted() -> int:
    sys.stderr.write("stopped\n")
    return INTERRUPTED


def _print_whatever_the_terminal_can() -> None:
    """A quotation mark that an old terminal does not know becomes a question mark, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
