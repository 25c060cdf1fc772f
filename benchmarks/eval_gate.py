"""Does the gate tell an unchanged engine from a worse one? `python -m benchmarks.eval_gate SUITE [RUNS]`.

Blesses a run, judges unchanged runs (20 by default) against it, then runs of an engine that is worse on purpose, and
prints how many passed and which cases the failed gates name. The suite's own baseline is not touched.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from drafter.pipeline import open_desk
from drafter.settings import load_settings
from evals.blessed import bless
from evals.run import Order, run_suite
from evals.summary import Summary, build_summary
from tests.evals.runs import WorseEngine, with_engine


def main() -> int:
    suite, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    desk = open_desk(load_settings(engine="offline"))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        baseline = bless(run_suite(Order(suite, place / "blessed"), desk), place / "baseline.json")
        passed = sum(
            build_summary(run_suite(Order(suite, place / str(number)), desk), baseline).passed for number in range(runs)
        )
        worse = run_suite(Order(suite, place / "worse"), with_engine(desk, WorseEngine()))
        judged = build_summary(worse, baseline)
    print(f"unchanged runs that pass: {passed} of {runs}")
    _print_failed(judged)
    return 0 if passed == runs and judged.failed_gates else 1


def _print_failed(summary: Summary) -> None:
    print(f"worse engine: {len(summary.failed_gates)} of {len(summary.gates)} gates fail")
    for verdict in summary.failed_gates:
        print(f"  {verdict.metric}: {verdict.message}; names {len(verdict.cases)} items")


if __name__ == "__main__":
    sys.exit(main())
