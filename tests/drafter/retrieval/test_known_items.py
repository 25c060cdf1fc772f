"""The questions of the known-item search are usable, and the measure counts what it says."""

from __future__ import annotations

import pytest

from benchmarks.known_items import QUESTIONS, KnownItem, belongs
from benchmarks.ranking import Ranked, estimate
from drafter.lexicon import read_entries
from tests.drafter.retrieval.shelf import added

ITEMS = read_entries(QUESTIONS, KnownItem)
ASKED = KnownItem(document="doc", section="Spine > Massage", question="Is massage advised?")


def test_there_are_a_hundred_questions_each_to_a_section_of_its_own():
    assert len(ITEMS) == 100
    assert len({(item.document, item.section) for item in ITEMS}) == 100
    assert len({item.question for item in ITEMS}) == 100
    assert len({item.document for item in ITEMS}) >= 25


@pytest.mark.parametrize(
    ("document", "section", "expected"),
    [
        ("doc", "Spine > Massage", True),
        ("doc", "Care > Spine > Massage", True),
        ("doc", "Spine > Massage > Dose", True),
        ("doc", "Spine", False),
        ("doc", "Lumbar Spine > Massage", False),
        ("doc", "Spine > Massages", False),
        ("other", "Spine > Massage", False),
    ],
)
def test_a_passage_belongs_by_document_and_whole_headings(document, section, expected):
    assert belongs(added(f"{document}#1", "Text.", section=section), ASKED) is expected


def test_ranks_are_counted_from_one():
    found = Ranked("case", ["a", "b", "c", "d"], frozenset({"c", "x"}))
    assert (found.hit(2), found.hit(3)) == (0.0, 1.0)
    assert found.recall(4) == 0.5
    assert found.reciprocal_rank() == pytest.approx(1 / 3)


def test_items_of_one_case_are_drawn_together():
    values = [1.0, 1.0, 0.0, 0.0]
    together, apart = estimate(["a", "a", "b", "b"], values), estimate(["a", "b", "c", "d"], values)
    assert together.value == apart.value == 0.5
    assert (together.low, together.high) == (0.0, 1.0)
