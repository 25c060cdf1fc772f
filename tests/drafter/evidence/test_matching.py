"""Alternatives that are tried one by one match where the whole expression does."""

from __future__ import annotations

from itertools import chain

import pytest

from drafter.evidence.alternatives import alternatives, beginning
from drafter.evidence.matching import MatchingRows
from drafter.evidence.wording import Expression, wording
from drafter.evidence.words import WordRows
from drafter.expressions import together
from drafter.lexicon import concepts
from tests.drafter.evidence.test_prefilter import ROWS, WORDINGS

TEXTS = WORDINGS[::4]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a|b", ("a", "b")),
        ("(?:a|(?:b|c))|d", ("a", "b", "c", "d")),
        ("(?:a|b) c", ("(?:a|b) c",)),
        (r"[|)]x|\|y", ("[|)]x", r"\|y")),
        ("(?:a)(?:b|c)", ("(?:a)(?:b|c)",)),
        (r"(?P<n>\d)(?P=n)|b", (r"(?P<n>\d)(?P=n)|b",)),
        ("a||b", ("a", "", "b")),
    ],
)
def test_alternatives(expression: str, expected: tuple[str, ...]) -> None:
    assert alternatives(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"(?<!\d)(?=\d to \d)(?:1 to [2-9]|2 to [3-9]|3 to [4-9])", r"(?<!\d)(?=\d to \d)"),
        (r"(?:(a)?(?=\d to \d)(?:1 to [2-9]|2 to [3-9]|3 to [4-9]))", None),
        (r"(?:(?:a )?(?=\d to \d)(?:1 to [2-9]|2 to [3-9]|3 to [4-9]))", r"(?:a )?(?=\d to \d)"),
        (r"(?=\d to \d)1 to 2", None),
        (r"(?=\d to \d)(?:1 to [2-9]|2 to [3-9])|from one side", None),
        (r"(?:(?=\d to \d)(?:1 to [2-9]|2 to [3-9]|3 to [4-9]))+ times", None),
    ],
)
def test_what_has_to_follow_is_a_beginning(expression: str, expected: str | None) -> None:
    assert beginning(expression) == expected


@pytest.mark.parametrize("concept", list(concepts())[::3])
def test_rows_are_those_that_the_expression_matches(concept: str) -> None:
    matching = MatchingRows(ROWS, TEXTS)
    every = ROWS.mask(range(len(TEXTS)))
    for expression in chain(*wording(concepts()[concept])):
        found = ROWS.numbers(matching.of(expression, every))
        assert found == [row for row in ROWS.rows(expression.need) if expression.search(TEXTS[row])]


def test_parts_of_many_rows_have_to_stand_together() -> None:
    texts = ["Ice and then heat.", "Ice; later heat.", "Heat, no ice.", "Heat and rest."] * 100
    words = WordRows(texts)
    expression = Expression(together("ice|snow", "heat|rest"), ("ice|snow", "heat|rest"))
    found = words.numbers(MatchingRows(words, texts).of(expression, words.mask(range(len(texts)))))
    assert found == [row for row, text in enumerate(texts) if text == "Ice and then heat."]


def test_what_was_tried_is_tried_for_other_rows_too() -> None:
    texts = ["He rose from 3 of 9 steps.", "He took 3 of 9 pills."]
    words = WordRows(texts)
    matching = MatchingRows(words, texts)
    expression = Expression(r"\d of \d")
    assert [words.numbers(matching.of(expression, words.mask([row]))) for row in (0, 1, 0)] == [[0], [1], [0]]
