"""How long a reviewer waits: cold starts as ratios to a bare interpreter, warm drafts per second."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.intake import read_letter
from drafter.pipeline import draft_case, open_desk
from drafter.resources import data_folder
from drafter.settings import Settings

_RUNS = 5


def print_cold_starts() -> None:
    """Medians of whole processes; the index exists before the cold draft is timed."""
    seed = data_folder("seeds") / "determinations" / "CM14-0140682.md"
    with tempfile.TemporaryDirectory() as home:
        draft = ["-m", "drafter", "draft", str(seed), "--out", home]
        bare = _median([sys.executable, "-c", "pass"], home)
        help_ = _median([sys.executable, "-m", "drafter", "--help"], home)
        first = _seconds([sys.executable, *draft], home)
        cold = _median([sys.executable, *draft], home)
    print(f"cold `drafter --help`         {help_ / bare:6.1f} × a bare interpreter ({help_:.2f} s; goal 5 ×)")
    print(f"first draft, index is built   {first:6.1f} s")
    print(f"cold draft of the seed        {cold:6.1f} s (goal 5 s)")


def print_warm_rates(letters: list[Path]) -> None:
    """Intake and drafting of many letters in one process."""
    desk = open_desk(Settings())
    started = time.perf_counter()
    cases = [read_letter(path).case for path in letters]
    read = time.perf_counter()
    items = sum(len(draft_case(case, desk).items) for case in cases)
    done = time.perf_counter()
    print(f"intake                        {len(letters) / (read - started):6.1f} letters/s")
    print(f"warm drafts                   {len(letters) / (done - read):6.1f} drafts/s (goal 5/s), {items} items")


def _median(command: list[str], home: str) -> float:
    return statistics.median(_seconds(command, home) for _ in range(_RUNS))


def _seconds(command: list[str], home: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={"DRAFTER_HOME": home, "PATH": "/usr/bin:/bin"})
    return time.perf_counter() - started
