"""Unscored is counted, never NaN and never zero; groups are apart; intervals go by case."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.scorers import SCORERS, summarise
from evals.scorers.base import ItemScore, Scorer, Unscored, mean_of
from evals.scorers.outcome import SCORER, outcome_values
from evals.scorers.table import columns_of
from evals.statistics.bootstrap import Draws
from tests.evals.builders import scored

SHARE = Scorer("x", ("x.y",), (mean_of("x.y", "share", "higher"),), lambda *_: {})


def judged(case: str, actual, predicted, probability: float, item: int = 1, derived: bool = False) -> ItemScore:
    values = outcome_values(actual, predicted, probability)
    return ItemScore(sample=case, case=case, item=item, derived=derived, values=values)


def by_name(metrics):
    return {metric.key: metric for metric in metrics}


def test_what_is_unscored_is_counted_by_its_reason_and_leaves_the_mean_alone():
    nothing = Unscored(unscored="nothing to look at")
    metric = summarise([scored("a", x__y=True), scored("b", x__y=nothing), scored("c")], [SHARE])[0]
    assert (metric.value, metric.n, metric.cases, metric.unscored) == (1.0, 1, 1, 2)
    assert metric.reasons == {"nothing to look at": 1, "not recorded in this run": 1}


def test_a_metric_without_a_single_value_is_none_and_says_why():
    metric = summarise([scored("a", x__y=Unscored(unscored="no"))], [SHARE])[0]
    assert (metric.value, metric.low, metric.high, metric.n, metric.unscored) == (None, None, None, 0, 1)


def test_an_undefined_metric_is_none_with_all_items_unscored():
    metrics = by_name(summarise([judged(name, "upheld", "upheld", 0.1) for name in "abc"], [SCORER]))
    assert metrics["outcome.mcc"].value is None
    assert metrics["outcome.mcc"].reasons == {"undefined on these items": 3}
    assert metrics["outcome.brier"].value == pytest.approx(0.01)


OUTCOMES = st.sampled_from(["upheld", "overturned"])
ROWS = st.lists(
    st.tuples(st.sampled_from("abcde"), OUTCOMES, st.one_of(st.none(), OUTCOMES), st.floats(0, 1), st.booleans()),
    min_size=1,
    max_size=25,
)


@given(rows=ROWS)
def test_no_metric_is_ever_nan_and_every_item_is_accounted_for(rows):
    scores = [judged(case, *answer, item, derived) for item, (case, *answer, derived) in enumerate(rows)]
    draws = Draws([score.case for score in scores], resamples=20)
    for metric in summarise(scores, [SCORER], draws):
        members = [score for score in scores if score.belongs_to(metric.group)]
        assert metric.n + metric.unscored == len(members)
        for number in (metric.value, metric.low, metric.high):
            assert number is None or not math.isnan(number)
        if metric.value is not None:
            assert metric.low_bound - 1e-9 <= metric.value <= metric.high_bound + 1e-9


def test_derived_items_are_reported_apart():
    scores = [judged("a", "upheld", "upheld", 0.1), judged("a", "overturned", "upheld", 0.2, item=2, derived=True)]
    metrics = by_name(summarise(scores, [SCORER]))
    assert metrics["outcome.abstention"].n == 1
    assert metrics["outcome.abstention@derived"].n == 1
    assert metrics["outcome.brier@derived"].value == pytest.approx(0.64)


def test_the_interval_is_that_of_whole_cases():
    alike = [scored(f"case {row // 6}", item=row, x__y=(row // 6) % 2 == 0) for row in range(60)]
    apart = [scored(f"case {row}", x__y=(row // 6) % 2 == 0) for row in range(60)]
    wide, narrow = summarise(alike, [SHARE])[0], summarise(apart, [SHARE])[0]
    assert wide.value == narrow.value
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def test_the_same_scores_give_the_same_numbers_in_any_order():
    scores = [judged(f"case {row % 7}", "overturned" if row % 3 else "upheld", "upheld", row / 30) for row in range(30)]
    again = [scores[row] for row in np.random.default_rng(0).permutation(30)]
    first, second = by_name(summarise(scores, [SCORER])), by_name(summarise(again, [SCORER]))
    assert first.keys() == second.keys()
    for key, metric in first.items():
        assert metric.value == pytest.approx(second[key].value)
        assert metric.low == pytest.approx(second[key].low)


def test_scores_survive_being_stored():
    score = scored("a", x__flag=True, x__one=1.0, x__word="upheld", x__no=Unscored(unscored="no"))
    again = ItemScore.model_validate_json(score.model_dump_json())
    assert again == score
    assert [type(value) for value in again.values.values()] == [bool, float, str, Unscored]


def test_columns_keep_their_kinds():
    _, columns = columns_of([scored("a", x__y=True, x__z=0.5), scored("b", x__y=False, x__z=1.0)], ("x.y", "x.z"))
    assert columns["x.y"].dtype == bool
    assert columns["x.z"].dtype == np.float64


@pytest.mark.parametrize("scorer", SCORERS, ids=lambda scorer: scorer.name)
def test_every_scorer_states_definition_range_direction_and_source(scorer):
    text = __import__(scorer.score_item.__module__, fromlist=["x"]).__doc__
    for word in ("Definition:", "Range:", "Direction:", "Source:"):
        assert word in text


def test_names_are_unique_and_every_measure_uses_columns_of_its_scorer():
    measures = [measure for scorer in SCORERS for measure in scorer.measures]
    assert len({measure.name for measure in measures}) == len(measures)
    for scorer in SCORERS:
        assert all(set(measure.columns) <= set(scorer.columns) for measure in scorer.measures)
        assert all(column.startswith(f"{scorer.name}.") for column in scorer.columns)
