"""Misread words of forms are put right; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.records.cues import record_lexicon
from drafter.casefile.records.spelling import respelled

VOCABULARY = sorted(record_lexicon().vocabulary)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("deterrnination", "determination"),
        ("lnjured worker", "injured worker"),
        ("appl1cation for lndependent med1cal rev1ew", "application for independent medical review"),
        ("treatrnent requestcd", "treatment requested"),
        ("utlllzatlon", "utilization"),
    ],
)
def test_slips_of_text_recognition_are_put_right(read: str, meant: str) -> None:
    assert respelled(read) == meant


@pytest.mark.parametrize(
    "line", ["patent foramen", "marcus odell 1014-22", "the clam was shut", "requester", "5/12/2016"]
)
def test_other_words_names_and_numbers_stay(line: str) -> None:
    assert respelled(line) == line


@given(st.sampled_from(VOCABULARY))
def test_the_vocabulary_itself_stays(word: str) -> None:
    assert respelled(word) == word


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_numbers_keep_their_digits_and_a_second_pass_changes_nothing(text: str) -> None:
    once = respelled(text)
    assert respelled(once) == once
    assert [token for token in text.split() if token.isdigit()] == [token for token in once.split() if token.isdigit()]
