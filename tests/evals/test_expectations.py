"""A sample fails for a broken promise or an outcome that was right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from evals.blessed import Blessed
from evals.expectations import PROMISED, broken
from evals.scorers.base import Unscored
from evals.scorers.outcome import outcome_values
from tests.evals.builders import scored
from tests.evals.runs import CONFIGURATION


def with_values(values):
    return scored("a").model_copy(update={"values": values})


def blessed(values):
    return Blessed(Path("baseline.json"), dt.datetime(2026, 1, 1, tzinfo=dt.UTC), CONFIGURATION, [with_values(values)])


SOUND = {**dict.fromkeys(PROMISED, True), **outcome_values("upheld", "upheld", 0.2)}
WRONG = {**SOUND, **outcome_values("upheld", "overturned", 0.8)}
ABSTAINS = {**SOUND, **outcome_values("upheld", None, 0.5)}


@pytest.mark.parametrize("column", PROMISED)
def test_each_broken_promise_is_told(column):
    assert broken([with_values(SOUND)], None) == []
    assert broken([with_values({**SOUND, column: False})], None) == [f"item 1: {PROMISED[column]} ({column})"]
    assert broken([with_values({**SOUND, column: Unscored(unscored="no rationale")})], None) == []


def test_an_outcome_that_was_right_may_not_get_lost():
    assert "suggests overturned" in broken([with_values(WRONG)], blessed(SOUND))[0]
    assert "abstains" in broken([with_values(ABSTAINS)], blessed(SOUND))[0]


def test_an_outcome_that_was_never_right_is_no_failure():
    assert broken([with_values(WRONG)], None) == []
    assert broken([with_values(WRONG)], blessed(ABSTAINS)) == []
    assert broken([with_values(SOUND)], blessed(WRONG)) == []
