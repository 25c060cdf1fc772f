"""Misread labels are read as what they were; everything keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.redaction import Redactor
from drafter.redaction.mending import mended


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Employcr: Blue Heron Transit Authority", "Heron"),
        ("my paralega1, Sunil, will write", "Sunil"),
        ("Scribc: Jessamy Korr", "Jessamy"),
        ("C1aim number: 15-BEF-0441", "0441"),
        ("Phone: (555) 5S5-0140", "0140"),
        ("Card ID; 99X00172345", "0017"),
        ("Adjuster: Otis Pruett\nSeen with Oti5 Pruett.", "Oti5"),
    ],
)
def test_a_misread_label_still_says_what_stands_beside_it(text, gone):
    assert gone not in Redactor([text]).redact(text, scanned=True).text


@pytest.mark.parametrize(
    "text", ["at ease", "M54.16 and L5-S1", "BL23, BL40", "Norco 10/325mg", "HgbA1c 6.1", "97110x2", "B12 shots", "T12"]
)
def test_usual_words_and_codes_are_not_mended(text):
    assert mended(text) == text


@given(st.text("Empl0oyecr 15:;aAtsicnS", max_size=40))
def test_every_offset_stays(text):
    assert [len(word) for word in mended(text).split(" ")] == [len(word) for word in text.split(" ")]
