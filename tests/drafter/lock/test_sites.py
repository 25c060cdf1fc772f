"""Body parts and sides in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lexicon import body_parts
from drafter.lock import find_sites, parse_lock


def sites(text: str) -> list[str]:
    return [f"{site.part}/{site.side}" if site.side else site.part for site in find_sites(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left shoulder, left wrist and right hip", ["shoulder/left", "wrist/left", "hip/right"]),
        ("the left shoulder wrist and hip", ["shoulder/left", "wrist/left", "hip/left"]),
        ("bilateral shoulder, elbow and wrist", ["shoulder/bilateral", "elbow/bilateral", "wrist/bilateral"]),
        ("tenderness of both knees", ["knee/bilateral"]),
        ("pain in the knees", ["knee/bilateral"]),
        ("right and left knee", ["knee/bilateral"]),
        ("knee pain, right greater than left", ["knee/bilateral"]),
        ("MRI knee, left", ["knee/left"]),
        ("hip (R) and L ankle", ["hip/right", "ankle/left"]),
        ("RUE weakness and BLE numbness", ["upper-extremity/right", "lower-extremity/bilateral"]),
        ("b/l wrists", ["wrist/bilateral"]),
        ("lower extremities bilaterally", ["lower-extremity/bilateral"]),
        ("low back pain radiating to the left leg", ["low-back", "lower-extremity/left"]),
        ("neck, left trapezius and low back", ["neck", "upper-back/left", "low-back"]),
        ("right side of the neck", ["neck/right"]),
        ("C-spine and L-spine", ["neck", "low-back"]),
        ("thoracolumbar junction", ["upper-back", "low-back"]),
        ("right carpal tunnel syndrome", ["wrist/right"]),
        ("left lateral epicondylitis", ["elbow/left"]),
        ("S1 joint tenderness on the right", ["si-joint/right"]),
    ],
)
def test_parts_with_sides(text: str, expected: list[str]) -> None:
    assert sites(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He went back to work on modified duty.",
        "She gave back the unit.",
        "On the other hand, the records are silent.",
        "He is right hand dominant.",
        "The right-handed worker fell.",
        "He fell from a height of ten feet.",
        "a 6-foot ladder",
        "a face-to-face visit",
        "Take one tablet by mouth.",
        "Straight leg raising was negative.",
        "Ankle reflexes were absent.",
        "Heel and toe walking was normal.",
        "He left the job right away.",
        "a spinal cord stimulator",
    ],
)
def test_words_that_are_no_body_part(text: str) -> None:
    assert find_sites(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("pain in the back to the leg", "low-back"),
        ("The patient's back in 2014 was fused; his back is stiff.", "low-back"),
        ("a foot fracture", "foot"),
        ("numbness of the hand", "hand"),
        ("upper back spasm", "upper-back"),
    ],
)
def test_the_same_words_as_body_parts(text: str, part: str) -> None:
    assert part in sites(text)


def test_left_as_a_verb_gives_no_side() -> None:
    assert sites("He left the clinic with knee pain.") == ["knee"]


def test_side_does_not_cross_a_sentence() -> None:
    assert sites("Weakness on the right. The knee is stable.") == ["knee"]


def test_place_is_the_place_of_the_part() -> None:
    text = "Pain of the left shoulder and the neck"
    assert [text[site.start : site.end] for site in find_sites(text)] == ["shoulder", "neck"]


@pytest.mark.parametrize(
    ("request_text", "expected"),
    [
        ("Inguinal hernia repair, left", {"groin": "left"}),
        ("Left selective nerve root block at L5", {"low-back": "left"}),
        ("Right shoulder arthroscopy with distal clavicle resection", {"shoulder": "right"}),
        ("MRI of the cervical spine", {"neck": None}),
        ("Spine surgery consultation, lumbar", {"low-back": None}),
        ("T10-L5 posterior fusion", {"upper-back": None, "low-back": None}),
        ("C7-T1 epidural injection", {"neck": None}),
    ],
)
def test_sites_of_a_request(request_text: str, expected: dict[str, str | None]) -> None:
    assert {site.part: site.side for site in parse_lock(request_text).sites} == expected


_SIDED = st.sampled_from(sorted(part.name for part in body_parts().values() if part.sided))


@given(_SIDED, st.sampled_from(["left", "right", "bilateral"]))
def test_every_sided_part_takes_a_side(name: str, side: str) -> None:
    found = find_sites(f"MRI of the {side} {name} without contrast")
    assert found and {site.side for site in found} == {side}


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    for site in find_sites(text):
        assert 0 <= site.start < site.end <= len(text) and site.part in body_parts()
