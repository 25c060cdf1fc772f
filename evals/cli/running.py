"""What `drafter eval run` and `drafter eval report` do."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from drafter.errors import InputError
from evals.extra import require_extra

DONE, FAILED = 0, 1


class Request(NamedTuple):
    """The options of `drafter eval run`."""

    suite: str | None
    out: Path
    settings: Mapping[str, Any]
    limit: int | None
    only: tuple[str, ...]
    repeat: int
    retry_errors: bool
    rescore: bool
    jobs: int | None
    baseline: Path | None


def run_and_report(request: Request) -> int:
    """Run or score anew, write the reports, print the tables, and return the exit code."""
    require_extra()
    from evals.run import Order, rescore, run_suite

    if request.rescore:
        rescore(request.out, request.jobs)
    elif request.suite is None:
        raise InputError("drafter eval run: --suite is missing; name a suite, a suite file or a folder of letters")
    else:
        run_suite(
            Order(
                suite=request.suite,
                out=request.out,
                settings=request.settings,
                limit=request.limit,
                only=request.only,
                repeat=request.repeat,
                retry_errors=request.retry_errors,
                jobs=request.jobs,
            )
        )
    return report(request.out, request.baseline)


def report(out: Path, baseline: Path | None = None) -> int:
    """Write the reports of a run and print its tables; the exit code says whether its gates hold."""
    require_extra()
    from drafter.cli.progress import step
    from evals.report.files import write_reports
    from evals.report.terminal import print_summary
    from evals.run import load_run
    from evals.summary import build_summary

    run = load_run(out)
    with step("Computing baselines") as tell:
        summary = build_summary(run, baseline, tell)
    paths = [run.folder.results, *write_reports(run, summary)]
    print_summary(summary)
    sys.stdout.write("".join(f"wrote {path}\n" for path in paths))
    sys.stdout.flush()
    return DONE if summary.passed else FAILED
