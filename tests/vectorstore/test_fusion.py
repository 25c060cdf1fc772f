from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.fusion import reciprocal_rank_fusion

keys = st.integers(0, 30)
rankings = st.lists(st.lists(keys, unique=True, max_size=12), max_size=5)


def order(fused):
    return [key for key, _ in fused]


def test_scores_are_the_published_sum():
    fused = reciprocal_rank_fusion([["a", "b"], ["b", "c"]])
    assert fused == [("b", 1 / 62 + 1 / 61), ("a", 1 / 61), ("c", 1 / 62)]


def test_weights_scale_a_ranking():
    fused = dict(reciprocal_rank_fusion([["a"], ["b"]], weights=[0.5, 2.0], k=9))
    assert fused == {"a": 0.05, "b": 0.2}


def test_a_repeated_key_counts_once_at_its_best_place():
    assert reciprocal_rank_fusion([["a", "a", "b"]]) == reciprocal_rank_fusion([["a", "b"]])


def test_negative_and_missing_weights_are_refused():
    with pytest.raises(ValueError, match="negative"):
        reciprocal_rank_fusion([["a"]], weights=[-1.0])
    with pytest.raises(ValueError, match="shorter"):
        reciprocal_rank_fusion([["a"], ["b"]], weights=[1.0])


@given(rankings)
def test_holds_every_key_once_best_first(lists):
    fused = reciprocal_rank_fusion(lists)
    assert sorted(order(fused)) == sorted({key for ranking in lists for key in ranking})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)


@given(st.lists(keys, unique=True))
def test_one_ranking_stays_as_it_is(ranking):
    assert order(reciprocal_rank_fusion([ranking])) == ranking


@given(rankings, st.randoms())
def test_the_order_of_the_rankings_does_not_matter(lists, random):
    weighted = [(ranking, random.choice([0.25, 1.0, 3.0])) for ranking in lists]
    shuffled = random.sample(weighted, len(weighted))
    fused = [
        reciprocal_rank_fusion([ranking for ranking, _ in pairs], [weight for _, weight in pairs])
        for pairs in (weighted, shuffled)
    ]
    assert fused[0] == fused[1]


@given(rankings)
def test_equal_scores_are_ordered_by_key(lists):
    fused = reciprocal_rank_fusion(lists)
    for (key, score), (following, next_score) in pairwise(fused):
        assert score > next_score or key < following


@given(rankings, keys, keys)
def test_a_key_ahead_in_every_ranking_is_ahead(lists, first, second):
    if first == second:
        return
    ahead = [[first, second, *(key for key in ranking if key not in (first, second))] for ranking in lists]
    fused = order(reciprocal_rank_fusion(ahead))
    assert not lists or fused.index(first) < fused.index(second)


@given(rankings, st.lists(keys, unique=True, max_size=12))
def test_a_ranking_of_weight_zero_takes_no_part(lists, ignored):
    weights = [1.0] * len(lists)
    assert reciprocal_rank_fusion([*lists, ignored], [*weights, 0.0]) == reciprocal_rank_fusion(lists, weights)
