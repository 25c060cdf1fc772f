from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.agreement import cohen_kappa, gwet_ac1

inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")


def test_published_example_of_the_paradox():
    """Gwet 2008: 125 subjects, two raters who nearly always say the same; kappa is below zero, AC1 is 0.94."""
    table = np.array([[118.0, 5.0], [2.0, 0.0]])
    assert cohen_kappa(table) == pytest.approx(-0.0234, abs=1e-4)
    assert gwet_ac1(table) == pytest.approx(0.9408, abs=1e-4)


@given(counts=st.lists(st.integers(1, 30), min_size=9, max_size=9))
def test_kappa_of_three_categories_is_that_of_statsmodels(counts):
    table = np.array(counts, dtype=float).reshape(3, 3)
    assert cohen_kappa(table) == pytest.approx(inter_rater.cohens_kappa(table).kappa)


@given(counts=st.lists(st.integers(0, 30), min_size=4, max_size=4).filter(lambda counts: sum(counts) > 0))
def test_both_stay_in_their_range_and_know_full_agreement(counts):
    table = np.array(counts, dtype=float).reshape(2, 2)
    ac1 = float(gwet_ac1(table))
    assert -1 - 1e-9 <= ac1 <= 1 + 1e-9
    assert (ac1 == pytest.approx(1)) == (table[0, 1] + table[1, 0] == 0)
    kappa = float(cohen_kappa(table))
    assert np.isnan(kappa) or -1 - 1e-9 <= kappa <= 1 + 1e-9


def test_tables_of_many_resamples_are_taken_one_by_one():
    tables = np.array([[[4.0, 1.0], [2.0, 3.0]], [[9.0, 0.0], [1.0, 0.0]]])
    assert cohen_kappa(tables).tolist() == [cohen_kappa(table) for table in tables]
    assert gwet_ac1(tables).tolist() == [gwet_ac1(table) for table in tables]
