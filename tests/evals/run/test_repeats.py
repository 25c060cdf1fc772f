"""pass^k: right every time, not right on average."""

from __future__ import annotations

from itertools import combinations

import pytest

from evals.run.repeats import pass_hat, repeats_of
from evals.scorers.base import Unscored
from tests.evals.builders import scored


def repeated(case, *rights, predicted=None):
    said = predicted or ["upheld" if right else "overturned" for right in rights]
    return [
        scored(case, outcome__right=right, outcome__predicted=word, flags__clean=True).model_copy(
            update={"repeat": place}
        )
        for place, (right, word) in enumerate(zip(rights, said, strict=True), start=1)
    ]


@pytest.mark.parametrize(("right", "repeats", "k"), [(3, 5, 2), (5, 5, 3), (1, 4, 2), (0, 3, 1)])
def test_pass_hat_is_the_share_of_draws_that_are_all_right(right, repeats, k):
    draws = list(combinations([True] * right + [False] * (repeats - right), k))
    assert pass_hat(right, repeats, k) == pytest.approx(sum(map(all, draws)) / len(draws))


def test_one_wrong_repeat_lowers_pass_n_and_not_the_others():
    found = repeats_of([*repeated("a", True, True, True), *repeated("b", True, True, False)], 3)
    outcome = found.passes[0]
    assert outcome.items == 2
    assert outcome.passes == pytest.approx((5 / 6, (1 + 1 / 3) / 2, 0.5))
    assert found.same_outcome == 0.5
    assert found.passes[1].passes == (1.0, 1.0, 1.0)


def test_an_item_that_lacks_a_repeat_or_a_score_is_left_out():
    whole = repeated("a", True, True)
    lost = repeated("b", True, False)[:1]
    unscored = [
        entry.model_copy(update={"values": dict.fromkeys(entry.values, Unscored(unscored="error"))})
        for entry in repeated("c", True, True)
    ]
    found = repeats_of([*whole, *lost, *unscored], 2)
    assert found.passes[0].items == 1
    assert found.passes[0].passes == (1.0, 1.0)


def test_a_single_drafting_has_no_repeats():
    assert repeats_of(repeated("a", True), 1) is None
