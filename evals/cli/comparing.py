"""What `drafter eval compare` and `drafter eval bless` do."""

from __future__ import annotations

import sys
from pathlib import Path

from evals.extra import require_extra


def compare_folders(first: Path, second: Path, out: Path) -> None:
    """Print the comparison of two runs and write it to `out`."""
    require_extra()
    from evals.compare import compare
    from evals.report.files import write_comparison
    from evals.report.terminal import print_comparison
    from evals.run import load_run

    comparison = compare(load_run(first), load_run(second))
    paths = write_comparison(comparison, out)
    print_comparison(comparison)
    sys.stdout.write("".join(f"wrote {path}\n" for path in paths))


def bless_folder(folder: Path, baseline: Path | None) -> None:
    """Make a run the baseline of its suite, and say what it replaces."""
    require_extra()
    from evals.blessed import baseline_path, bless, read_baseline
    from evals.run import load_run

    run = load_run(folder)
    path = baseline or baseline_path(Path(run.info.suite_path))
    before = read_baseline(path) if path.exists() else None
    bless(run, path)
    replaced = f", in place of the one of {before.blessed_at:%Y-%m-%d}" if before else ""
    sys.stdout.write(f"wrote {path}: {len(run.scores)} scored items of {run.info.title}{replaced}\n")
