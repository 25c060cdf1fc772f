"""What a suite is able to see: the smallest change that it would detect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from drafter.case import Frozen
from evals.statistics.arrays import Column


class Detectable(Frozen):
    """What a suite is able to see in a paired comparison of a binary score."""

    items: int
    effective_items: float
    """Items divided by the design effect of the cases."""
    correlation: float
    """Of the items of one case; 0 where it cannot be estimated."""
    effect: float | None
    """Smallest detectable difference when the runs differ on `discordant` of the items."""
    least: float | None
    """The same when every change goes one way: no suite of this size sees less."""
    discordant: float


def detectable(right: Column, cases: Sequence[str], discordant: float = 0.2) -> Detectable:
    """The minimum detectable effect of a suite, from a run's right and wrong items (two-sided 5%, power 80%).

    Until two runs are compared, `discordant` and the correlation of what changes are assumptions: the correlation is
    taken to be that of being right.
    """
    correlation = intraclass_correlation(right, cases) or 0.0
    effective = len(right) / design_effect(cases, correlation)
    return Detectable(
        items=len(right),
        effective_items=effective,
        correlation=max(correlation, 0.0),
        effect=minimum_detectable_effect(effective, discordant),
        least=minimum_detectable_effect(effective),
        discordant=discordant,
    )


def minimum_detectable_effect(
    items: float, discordant: float | None = None, alpha: float = 0.05, power: float = 0.8
) -> float | None:
    """Smallest difference of two paired proportions that a two-sided McNemar test finds with `power`.

    Solves Connor's sample size n = (z_a sqrt(d) + z_b sqrt(d - e^2))^2 / e^2 for the effect e, with d the share of
    items on which the runs differ (Connor, Biometrics 1987;43:207-211; Miettinen, Biometrics 1968;24:339-352).
    Without `discordant` every change goes one way, d = e: the best case, a lower bound of what can be detected.
    `items` is the effective number, see `design_effect`. None when no effect that `discordant` allows is detectable.
    """
    z_a, z_b = NormalDist().inv_cdf(1 - alpha / 2), NormalDist().inv_cdf(power)
    if discordant is None:
        effect = _one_way(items, z_a, z_b)
        return effect if effect <= 1 else None
    quadratic = items + z_b**2
    linear = z_a * np.sqrt(items * discordant)
    constant = (z_a**2 - z_b**2) * discordant
    effect = float((linear + np.sqrt(max(linear**2 - quadratic * constant, 0.0))) / quadratic)
    return effect if effect <= discordant else None


def _one_way(items: float, z_a: float, z_b: float) -> float:
    """d = e turns the equation into sqrt(n e) = z_a + z_b sqrt(1 - e); solved by its quadratic in sqrt(1 - e)."""
    # With u = sqrt(1 - e): (n + z_b^2) u^2 + 2 z_a z_b u + z_a^2 - n = 0.
    root = np.sqrt(max((z_a * z_b) ** 2 - (items + z_b**2) * (z_a**2 - items), 0.0))
    u = (-z_a * z_b + root) / (items + z_b**2)
    return float(1 - u**2) if u >= 0 else float("inf")


def design_effect(cases: Sequence[str], correlation: float) -> float:
    """By how much clustering inflates a variance: 1 + (m - 1) rho, m = sum of squared case sizes / items.

    Source: Kish, Survey Sampling (1965), 5.4 and 8.2, with unequal clusters. Divide the number of items by it.
    """
    sizes = np.array(list(Counter(cases).values()), dtype=float)
    return float(1 + ((sizes**2).sum() / sizes.sum() - 1) * max(correlation, 0.0))


def intraclass_correlation(values: Column, cases: Sequence[str]) -> float | None:
    """How alike the items of one case are: the one-way analysis of variance estimator, at most 1.

    Source: Donner & Koval, Biometrics 1980;36:19-25. None when it is undefined: every case has one item, there is
    one case, or the values never vary.
    """
    groups = [values[np.asarray(cases) == case].astype(float) for case in sorted(set(cases))]
    count, size = len(groups), len(values)
    if count < 2 or size == count:
        return None
    overall = float(np.mean(values.astype(float)))
    between = sum(len(group) * (group.mean() - overall) ** 2 for group in groups) / (count - 1)
    within = sum(((group - group.mean()) ** 2).sum() for group in groups) / (size - count)
    typical = (size - sum(len(group) ** 2 for group in groups) / size) / (count - 1)
    variance = between + (typical - 1) * within
    return float((between - within) / variance) if variance > 0 else None
