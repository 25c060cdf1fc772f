"""How long an evaluation takes: `python -m benchmarks.eval_speed SUITE`. Whole processes, index built before."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

_RUNS = 3


def main() -> None:
    suite = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        outs = [str(Path(folder) / str(number)) for number in range(_RUNS)]
        runs = [_seconds("--suite", suite, "--out", out) for out in outs]
        rescored = [_seconds("--out", outs[0], "--rescore") for _ in range(_RUNS)]
    print(f"drafted, scored, reported     {min(runs):6.1f} s, best of {_RUNS} (goal 60 s)")
    print(f"scored again and reported     {min(rescored):6.1f} s, best of {_RUNS} (goal 5 s)")


def _seconds(*options: str) -> float:
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "drafter", "eval", "run", *options], stdout=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
