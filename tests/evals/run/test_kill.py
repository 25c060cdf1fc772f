"""kill -9 in the middle of a run: nothing is lost, nothing is done twice, nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.evals.runs import comparable, write_letters


@pytest.fixture
def command(tmp_path, home, desk):
    """Starts a run of eight letters in a process of its own; the open desk has built the index."""
    letters = write_letters(tmp_path / "letters", 8)
    environment = {**os.environ, "DRAFTER_HOME": str(home), "SOURCE_DATE_EPOCH": "1700000000"}

    def start(out: Path, jobs: int) -> subprocess.Popen[str]:
        words = ["eval", "run", "--suite", str(letters), "--out", str(out), "--jobs", str(jobs)]
        return subprocess.Popen(
            [sys.executable, "-m", "drafter", *words],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def finish(process: subprocess.Popen[str]) -> None:
    _, errors = process.communicate()
    assert process.returncode == 0, errors


def kill_after(process: subprocess.Popen[str], results: Path, lines: int) -> None:
    """Kill when that many results are on the disk."""
    while process.poll() is None and (not results.exists() or results.read_bytes().count(b"\n") < lines):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def children(process: subprocess.Popen[str]) -> list[int]:
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(number) for number in listed.read_text().split()] if listed.exists() else []


def alive(number: int) -> bool:
    status = Path(f"/proc/{number}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_a_killed_run_ends_like_an_unbroken_one(command, tmp_path):
    finish(command(tmp_path / "whole", 1))
    for lines in (1, 4):
        kill_after(command(tmp_path / "broken", 1), tmp_path / "broken" / "results.jsonl", lines)
    finish(command(tmp_path / "broken", 1))
    assert comparable(tmp_path / "broken") == comparable(tmp_path / "whole")


@pytest.mark.skipif(sys.platform != "linux", reason="reads the processes of Linux")
def test_workers_end_with_the_run_and_the_rest_is_done(command, tmp_path):
    results = tmp_path / "out" / "results.jsonl"
    process = command(tmp_path / "out", 2)
    while not results.exists() or not results.read_bytes():
        assert process.poll() is None
        time.sleep(0.005)
    workers = children(process)
    assert len(workers) >= 2
    kill_after(process, results, 1)
    give_up = time.monotonic() + 30
    while any(map(alive, workers)):
        assert time.monotonic() < give_up, "workers outlive the run"
        time.sleep(0.05)
    finish(command(tmp_path / "out", 2))
    assert len(comparable(tmp_path / "out")["records"]) == 8
