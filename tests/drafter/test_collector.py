"""What is kept is not looked through again and again; cycles of young objects are still found."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from drafter.collector import collect_rarely

_MANY = 200_000


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Other tests run with the thresholds that they found."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def _collections_of_all() -> int:
    return int(gc.get_stats()[2]["collections"])


def test_what_is_kept_is_not_looked_through() -> None:
    gc.collect()
    collect_rarely()
    before = _collections_of_all()
    kept = [[number] for number in range(_MANY)]
    assert (_collections_of_all(), len(kept)) == (before, _MANY)


def test_young_cycles_are_found() -> None:
    collect_rarely()
    gone = weakref.ref(_Ring())
    kept = [[number] for number in range(_MANY)]
    assert gone() is None and kept
