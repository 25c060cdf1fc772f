from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.paired import mcnemar_exact
from evals.statistics.power import design_effect, detectable, intraclass_correlation, minimum_detectable_effect

pytest.importorskip("scipy")


@given(items=st.floats(20, 5000), discordant=st.one_of(st.none(), st.floats(0.02, 1)))
def test_effect_solves_the_sample_size_formula(items, discordant):
    effect = minimum_detectable_effect(items, discordant)
    if effect is None:
        return
    z_a, z_b = NormalDist().inv_cdf(0.975), NormalDist().inv_cdf(0.8)
    share = effect if discordant is None else discordant
    needed = (z_a * math.sqrt(share) + z_b * math.sqrt(share - effect**2)) ** 2 / effect**2
    assert needed == pytest.approx(items, rel=1e-6)


def test_more_items_see_smaller_effects_and_more_noise_hides_them():
    assert minimum_detectable_effect(400, 0.2) < minimum_detectable_effect(200, 0.2)
    assert minimum_detectable_effect(200, 0.1) < minimum_detectable_effect(200, 0.3)


def test_too_few_items_see_nothing():
    assert minimum_detectable_effect(5, 0.1) is None
    assert minimum_detectable_effect(1) is None


def test_the_power_is_what_a_simulation_finds():
    items, discordant = 200, 0.2
    effect = minimum_detectable_effect(items, discordant)
    generator = np.random.default_rng(8)
    better, worse = (discordant + effect) / 2, (discordant - effect) / 2
    found = 0
    for _ in range(300):
        draw = generator.random(items)
        gained, lost = draw < better, (draw >= better) & (draw < better + worse)
        found += mcnemar_exact(lost, gained).p_value < 0.05
    assert 0.68 <= found / 300 <= 0.88


def test_design_effect_of_equal_cases_is_the_textbook_one():
    cases = [str(place // 4) for place in range(40)]
    assert design_effect(cases, 0.5) == pytest.approx(1 + 3 * 0.5)
    assert design_effect([str(place) for place in range(40)], 0.5) == pytest.approx(1)
    assert design_effect(cases, -0.2) == 1


def test_correlation_of_items_within_cases():
    cases = [str(place // 4) for place in range(40)]
    alike = np.repeat(np.random.default_rng(0).integers(0, 2, 10), 4)
    assert intraclass_correlation(alike, cases) == pytest.approx(1)
    mixed = np.random.default_rng(0).integers(0, 2, 4000)
    assert abs(intraclass_correlation(mixed, [str(place // 4) for place in range(4000)])) < 0.05


def test_a_suite_of_alike_items_sees_less_than_one_of_independent_items():
    generator = np.random.default_rng(0)
    cases = [str(place // 4) for place in range(200)]
    alike, mixed = np.repeat(generator.random(50) < 0.8, 4), generator.random(200) < 0.8
    assert detectable(alike, cases).effective_items == pytest.approx(50)
    assert detectable(mixed, cases).effective_items > 150
    assert detectable(alike, cases).effect > detectable(mixed, cases).effect
    assert detectable(mixed, cases).least < detectable(mixed, cases).effect


@pytest.mark.parametrize("cases", [["a", "b", "c"], ["a", "a", "a"]])
def test_correlation_needs_several_items_in_several_cases(cases):
    assert intraclass_correlation(np.array([1.0, 0.0, 1.0]), cases) is None
    assert intraclass_correlation(np.ones(4), ["a", "a", "b", "b"]) is None
