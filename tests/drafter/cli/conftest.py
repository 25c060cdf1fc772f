"""A command run in a folder of its own."""

from __future__ import annotations

import pytest

from drafter.cli.app import main
from tests.drafter.cli.letters import letter


@pytest.fixture
def run(desk, home, monkeypatch, tmp_path, capsys):
    """Runs a command in an empty folder, with the shared index; gives code, stdout and stderr."""
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    (tmp_path / "letter.md").write_text(letter())
    return command
