"""Agreement of two raters beyond chance: Cohen's kappa, and Gwet's AC1 beside it.

Kappa falls towards zero when nearly all items have one label, however well two raters agree (Feinstein & Cicchetti,
J Clin Epidemiol 1990;43:543-549); about nine in ten determinations are Upheld, so that kappa is never shown alone.
Both take a table of counts, shape (..., categories, categories): first rater by row, second by column.

Range of both: -1 to 1, 1 is full agreement, 0 is agreement by chance. Higher is better.
"""

from __future__ import annotations

import numpy as np

from evals.statistics.arrays import Array, divide


def cohen_kappa(table: Array) -> Array:
    """(observed - expected) / (1 - expected), expected from both raters' own margins.

    Source: Cohen, Educ Psychol Meas 1960;20:37-46. Undefined (NaN) when both raters always use one same label.
    """
    size = table.sum(axis=(-2, -1))
    observed = divide(np.trace(table, axis1=-2, axis2=-1), size)
    expected = divide((table.sum(axis=-1) * table.sum(axis=-2)).sum(axis=-1), size**2)
    return divide(observed - expected, 1 - expected)


def gwet_ac1(table: Array) -> Array:
    """(observed - expected) / (1 - expected), expected = sum of p(1 - p) over the categories, / (categories - 1).

    `p` is a category's share over both raters. Source: Gwet, Br J Math Stat Psychol 2008;61:29-48.
    """
    size = table.sum(axis=(-2, -1))
    observed = divide(np.trace(table, axis1=-2, axis2=-1), size)
    share = divide((table.sum(axis=-1) + table.sum(axis=-2)) / 2, size[..., None])
    expected = (share * (1 - share)).sum(axis=-1) / (table.shape[-1] - 1)
    return divide(observed - expected, 1 - expected)
