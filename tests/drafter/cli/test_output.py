"""A reader that stops reading stops nothing else, and nothing is said of it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.drafter.cli.letters import letter


def closed_pipe(*arguments: str, cwd, home) -> subprocess.CompletedProcess[bytes]:
    """Run the program with a standard output that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(
            [sys.executable, "-m", "drafter", *arguments],
            cwd=cwd,
            env={"DRAFTER_HOME": str(home), "PATH": os.environ["PATH"]},
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writer)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["prompts", "list"], ["draft", "--help"]])
def test_a_closed_pipe_is_no_failure(home, tmp_path, arguments):
    done = closed_pipe(*arguments, cwd=tmp_path, home=home)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_drafts_are_written_although_nobody_reads_on(desk, home, tmp_path):
    for number in ("CM99-0000003", "CM99-0000004"):
        (tmp_path / f"{number} letter.md").write_text(letter(number))
    done = closed_pipe("draft", ".", "--format", "json", cwd=tmp_path, home=home)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
    assert len(list((tmp_path / "out").glob("*.draft.json"))) == 2


def test_an_error_keeps_its_code_and_its_line(home, tmp_path):
    done = closed_pipe("draft", "missing.md", cwd=tmp_path, home=home)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_what_is_read_is_what_was_written(home, tmp_path):
    """A pipe of which only the first line is read, as by `head -1`."""
    command = f"{sys.executable} -m drafter prompts show write | head -1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("---\n", "")
