"""kill -9 at random points of a run: `python -m benchmarks.eval_resume SUITE [KILLS]`.

The suite is run twice: once unbroken, once killed at random points (10 by default) and gone on with each time. Prints
whether both hold the same results and drafts, times aside, and exits with 1 if they do not.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.evals.runs import comparable

_SEED = 20140925


def main() -> int:
    suite, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        _start(suite, whole).wait()
        samples = len(comparable(whole)["records"])
        points = _kill_at_random(suite, broken, kills, samples)
        _start(suite, broken).wait()
        same = comparable(broken) == comparable(whole)
    print(f"{samples} samples, killed when {', '.join(map(str, points))} were done: {'equal' if same else 'DIFFERENT'}")
    return 0 if same else 1


def _kill_at_random(suite: str, out: Path, kills: int, samples: int) -> list[int]:
    """Kill the run again and again; how many results were on the disk each time."""
    generator = random.Random(_SEED)
    points = []
    for wanted in sorted(generator.sample(range(samples), kills)):
        process = _start(suite, out)
        while process.poll() is None and _done(out) < wanted:
            time.sleep(0.002)
        time.sleep(generator.random() * 0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
        points.append(_done(out))
    return points


def _start(suite: str, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "drafter", "eval", "run", "--suite", suite, "--out", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)


def _done(out: Path) -> int:
    results = out / "results.jsonl"
    return results.read_bytes().count(b"\n") if results.exists() else 0


if __name__ == "__main__":
    sys.exit(main())
