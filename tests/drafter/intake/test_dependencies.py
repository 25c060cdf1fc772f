"""Ancillary items point to their surgery."""

from __future__ import annotations

import pytest

from drafter.case import DisputedItem, Lock
from drafter.intake.dependencies import with_dependencies
from drafter.lock.parse import parse_lock


def depends(*requests: str) -> list[int | None]:
    items = [
        DisputedItem(number=number, request=request, lock=parse_lock(request))
        for number, request in enumerate(requests, start=1)
    ]
    return [item.depends_on for item in with_dependencies(items)]


SURGERY = "Right knee arthroscopy with partial medial meniscectomy"


@pytest.mark.parametrize(
    "request_text",
    [
        "Associated surgical service: Cold therapy unit",
        "Assistant surgeon",
        "PA assist",
        "Post-op Norco 10/325mg #60",
        "Post operative physical therapy for the right knee, 12 sessions",
        "Pre-op labs: CBC",
    ],
)
def test_an_ancillary_item_follows_the_surgery(request_text):
    assert depends(SURGERY, request_text) == [None, 1]
    assert depends(request_text, SURGERY) == [2, None]


def test_the_nearest_surgery_before_it_counts():
    assert depends(SURGERY, "Assistant surgeon", "Lumbar fusion L4-L5", "Assistant surgeon") == [None, 1, None, 3]


def test_without_a_surgery_or_with_several_behind_it_there_is_no_dependency():
    assert depends("MRI of the knee", "Post-op physical therapy 12 sessions") == [None, None]
    assert depends("Assistant surgeon", SURGERY, "Lumbar fusion L4-L5") == [None, None, None]


@pytest.mark.parametrize("no_surgery", ["Orthopedic surgery consultation", "Spine surgery evaluation", "TENS unit"])
def test_what_is_no_operation_carries_nothing(no_surgery):
    assert depends(no_surgery, "Assistant surgeon") == [None, None]


def test_an_unknown_surgery_is_told_from_a_visit_about_one():
    def first_of(request: str) -> int | None:
        surgery = DisputedItem(number=1, request=request, lock=Lock())
        ancillary = DisputedItem(number=2, request="Assistant surgeon", lock=Lock())
        return with_dependencies([surgery, ancillary])[1].depends_on

    assert first_of("Pollicization surgery") == 1
    assert first_of("Consultation for pollicization surgery") is None


def test_an_ordinary_item_beside_a_surgery_stands_alone():
    assert depends(SURGERY, "MRI of the lumbar spine", "Naproxen 500mg #60") == [None, None, None]
