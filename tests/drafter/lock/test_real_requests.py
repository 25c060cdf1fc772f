"""Measured on real letters, which are not part of the project: set DRAFTER_DETERMINATIONS to their folder."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from drafter.lock import parse_lock


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    folder = os.environ.get("DRAFTER_DETERMINATIONS")
    if not folder:
        pytest.skip("DRAFTER_DETERMINATIONS is not set")
    lines = (Path(folder) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [item for line in lines for item in json.loads(line)["items"]]


def test_a_treatment_is_recognised_in_nearly_every_item(items: list[dict[str, Any]]) -> None:
    missed = [item["item"] for item in items if parse_lock(item["item"]).treatment is None]
    assert len(missed) <= 0.02 * len(items), missed


def test_modifications_are_recognised(items: list[dict[str, Any]]) -> None:
    for item in items:
        lock = parse_lock(item["item"])
        assert (lock.ur_action == "modified") == item["modified_ur"], item["item"]
        assert (lock.remainder is not None) == item["modified_ur"], item["item"]
