"""The suites as tests, one a sample, so that a CI shows which case failed.

`DRAFTER_EVAL_SUITE=FOLDER pytest tests/evals/test_suites.py` runs them over other letters: a suite, a suite file or a
folder. What is expected of a sample is in `evals/expectations.py`; an outcome that is to change is accepted with
`drafter eval run` and `drafter eval bless`.
"""

from __future__ import annotations

import os
from functools import cache

import pytest

from drafter.pipeline import draft_case
from evals.blessed import baseline_path, read_baseline
from evals.expectations import broken
from evals.run.leaks import check_case, check_draft
from evals.scorers import score_draft
from evals.suite import load_suite

NAMES = ("massage", "seeds", *filter(None, [os.environ.get("DRAFTER_EVAL_SUITE")]))
SUITES = {name: load_suite(name) for name in NAMES}


@cache
def baseline(name):
    return read_baseline(baseline_path(SUITES[name].path))


@pytest.mark.parametrize(
    ("suite", "sample"),
    [
        pytest.param(name, sample, id=f"{suite.name}-{sample.id}")
        for name, suite in SUITES.items()
        for sample in suite.samples
    ],
)
def test_sample(suite, sample, desk):
    check_case(sample)
    draft = draft_case(sample.case, desk)
    check_draft(sample, draft, desk.index)
    assert broken(score_draft(sample, draft, desk.library), baseline(suite)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_can_be_read(name):
    assert SUITES[name].unreadable == ()
