"""Treatments in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lexicon import treatments
from drafter.lock import find_treatments


def ids(text: str) -> list[str]:
    return list(dict.fromkeys(found.id for found in find_treatments(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He completed 12 sessions of PT.", ["physical-therapy"]),
        ("Electrodiagnostic studies were normal.", ["emg", "ncs"]),
        ("She was treated with Norco and a home exercise program.", ["opioid", "therapeutic-exercise"]),
        ("He had a left knee arthroscopy in 2015.", ["knee-arthroscopy"]),
        ("He underwent arthroscopic surgery of the right shoulder.", ["shoulder-surgery"]),
        ("Surgery of the shoulder is planned.", ["shoulder-surgery"]),
        ("L4-5 laminectomy was done.", ["lumbar-decompression"]),
        ("A cortisone injection of the knee gave relief.", ["joint-injection"]),
        ("An L5-S1 steroid injection was given.", ["epidural-steroid"]),
        ("Voltaren gel was used.", ["topical-nsaid", "topical"]),
        ("Voltaren 75 mg was used.", ["nsaid"]),
        ("Lidocaine 5% patches help.", ["lidocaine-patch", "topical"]),
        ("Labs: PT/PTT", ["lab-tests"]),
        ("transcutaneous electrical nerve stimulation", ["tens"]),
        ("non- steroidal anti-inflammatory drugs", ["nsaid"]),
    ],
)
def test_treatments(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pt is a 45 year old male.",
        "PT states that the pain is worse.",
        "The RFA dated 11/2/2016 was received.",
        "The procedure was done with fluoroscopic guidance.",
        "Tens of thousands of workers.",
        "He works in the driving range.",
        "On observation he walks normally.",
        "Neurologic examination was intact.",
        "difficulty with dressing and diet",
        "History and physical were reviewed.",
    ],
)
def test_words_that_are_no_treatment(text: str) -> None:
    assert ids(text) == []


def test_the_longest_name_wins() -> None:
    assert ids("MR arthrogram") == ["mr-arthrogram"]
    assert ids("chest x-ray") == ["chest-xray"]
    assert ids("manipulation under anesthesia") == ["manipulation-under-anesthesia"]


def test_every_treatment_is_found_by_its_name() -> None:
    missed = [entry.id for entry in treatments().values() if entry.id not in ids(entry.name)]
    assert missed == []


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    for found in find_treatments(text):
        assert 0 <= found.start < found.end <= len(text) and found.id in treatments()
