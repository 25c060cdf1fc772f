"""Running a suite: every sample drafted and scored once, whatever interrupts it.

```
run_suite ──▶ RunFolder (run.json, samples.jsonl, results.jsonl, drafts/) ──▶ load_run ──▶ summary, reports, compare
```
"""

from __future__ import annotations

from evals.run.configuration import Configuration
from evals.run.folder import Run, RunInfo, load_run
from evals.run.records import Record
from evals.run.rescoring import rescore
from evals.run.runner import Order, run_suite

__all__ = ["Configuration", "Order", "Record", "Run", "RunInfo", "load_run", "rescore", "run_suite"]
