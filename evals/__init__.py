"""The eval harness: drafts scored against the decisions of physicians.

```
load_suite ──▶ Sample: case ──▶ drafter, baselines
                       target ─────────▶ scorers ──▶ ItemScore ──▶ summarise ──▶ Metric with interval
                                                         └───────▶ compare_runs ──▶ Difference
```

`evals.suite.load_suite` finds the letters and reports those it cannot read; `evals.scorers.score_draft` scores one
draft into values by column, which are stored; everything after that (`summarise`, `compare_runs`, the curves) works
on stored values alone. `evals.baselines.score_baseline` yields the outcome columns of predictions without a drafter.
"""
