"""Seeded, clustered, paired: the statistics that every number of a report goes through."""

from __future__ import annotations

from evals.statistics.agreement import cohen_kappa, gwet_ac1
from evals.statistics.bootstrap import Draws, Interval, percentile_interval
from evals.statistics.paired import Difference, McNemar, mcnemar_exact, paired_difference
from evals.statistics.power import (
    Detectable,
    design_effect,
    detectable,
    intraclass_correlation,
    minimum_detectable_effect,
)

__all__ = [
    "Detectable",
    "Difference",
    "Draws",
    "Interval",
    "McNemar",
    "cohen_kappa",
    "design_effect",
    "detectable",
    "gwet_ac1",
    "intraclass_correlation",
    "mcnemar_exact",
    "minimum_detectable_effect",
    "paired_difference",
    "percentile_interval",
]
