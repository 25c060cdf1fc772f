"""Other names reach what is written otherwise, and add nothing to words that the lexicon does not know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lexicon import treatments
from drafter.retrieval import expanded
from drafter.retrieval.synonyms import _WRITTEN_OUT, synonyms


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("L4-5 ESI", "epidural steroid injection"),
        ("lumbar epidural steroid injection", "ESI"),
        ("EMG/NCS of both arms", "electromyography"),
        ("EMG/NCS of both arms", "nerve conduction"),
        ("PT 2x6", "physical therapy"),
        ("CBT, 6 visits", "cognitive behavioral therapy"),
        ("TENS unit", "transcutaneous electrical nerve stimulation"),
        ("FCE", "functional capacity evaluation"),
        ("functional capacity evaluation", "FCE"),
        ("Norco 10/325", "hydrocodone acetaminophen"),
        ("Neurontin 300 mg", "gabapentin"),
        ("gabapentin 300 mg", "neurontin"),
    ],
)
def test_a_name_brings_its_others(text, other):
    assert other.lower() in f"{expanded(text)} ".lower().removeprefix(text.lower()) or other in text


@given(st.text(max_size=60))
def test_the_words_that_were_asked_stay_first_and_whole(text):
    assert expanded(text).startswith(text)


@given(st.text(alphabet="qxzj ", max_size=30))
def test_unknown_words_gain_nothing(text):
    assert synonyms(text) == []


def test_a_name_that_is_there_already_is_not_repeated():
    found = [name.lower() for name in synonyms("physical therapy (PT)")]
    assert "physical therapy" not in found
    assert "pt" not in found


def test_what_is_written_out_belongs_to_a_treatment_of_the_lexicon():
    assert set(_WRITTEN_OUT) <= set(treatments())
