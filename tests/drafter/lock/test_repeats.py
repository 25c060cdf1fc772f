"""Whether a request says of itself that the treatment is a further one."""

from __future__ import annotations

import pytest

from drafter.lock import parse_lock


@pytest.mark.parametrize(
    "request_",
    [
        "second right C6-C7 epidural steroid injection",
        "2nd L4/L5 ESI",
        "third series of Orthovisc injections, left knee",
    ],
)
def test_a_numbered_repeat_is_continuing_care(request_):
    assert parse_lock(request_).care == "continuing"


def test_a_second_opinion_repeats_nothing():
    assert parse_lock("Second opinion with an orthopedic surgeon").care is None
