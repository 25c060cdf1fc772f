"""A general word makes a treatment only where nothing says that it is another one."""

from __future__ import annotations

import pytest

from drafter.lock import parse_lock


@pytest.mark.parametrize("words", ["Equine therapy 6 visits", "Reiki 4 sessions", "Ozone therapy x 3", "8 sessions"])
def test_an_unknown_treatment_stays_unknown(words):
    assert parse_lock(words).treatment is None


@pytest.mark.parametrize("words", ["Additional therapy 2x4", "Therapy 2x6 right knee", "Outpatient therapy"])
def test_plain_therapy_is_physical_therapy(words):
    assert parse_lock(words).treatment == "physical-therapy"
