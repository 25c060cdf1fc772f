"""Expressions of the lexicon: shared terms, and parts in any order."""

from __future__ import annotations

import re

import pytest

from drafter.errors import DataError
from drafter.expressions import expanded, read_terms
from drafter.lexicon import pattern


def matches(expression: str, text: str) -> bool:
    return (
        pattern(expanded(expression, read_terms({"care": ["therapy", "rest"], "all": ["{care}", "ice"]}))).search(text)
        is not None
    )


@pytest.mark.parametrize("text", ["therapy failed", "it failed after six weeks of rest"])
def test_two_parts_stand_in_any_order(text: str) -> None:
    assert matches("{care} & failed", text)


@pytest.mark.parametrize(
    "text", ["therapy has not failed", "therapy helped; the brace failed", "therapy, but it failed"]
)
def test_a_denial_or_another_clause_keeps_two_parts_asunder(text: str) -> None:
    assert not matches("{care} & failed", text)


def test_a_term_may_use_those_above_it() -> None:
    assert matches("{all}", "rest") and matches("{all}", "ice")


@pytest.mark.parametrize("expression", ["{unknown}", "a & b & c"])
def test_what_cannot_be_read_is_named(expression: str) -> None:
    with pytest.raises(DataError, match=re.escape(expression)):
        expanded(expression, {})


@pytest.mark.parametrize(("text", "found"), [("60 %", True), ("60%", True), ("60x%", False)])
def test_a_space_that_may_be_missing(text: str, found: bool) -> None:
    assert (pattern("60 ?%").search(text) is not None) is found
