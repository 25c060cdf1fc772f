"""Sentences keep their offsets; dates are read in every American way of writing them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text import content_words, find_dates, lower_first, split_sentences

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@given(st.text())
def test_sentences_are_pieces_of_the_text_in_order(text):
    last = 0
    for start, end in split_sentences(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        last = end


@given(st.text())
def test_nothing_but_white_space_lies_between_sentences(text):
    bounds = split_sentences(text)
    edges = [0, *(edge for bound in bounds for edge in bound), len(text)]
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not between.strip()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Seen by Dr. Smith on 8/18/14. Pain was 5/10.", 2),
        ("MRI showed a 2.5 mm bulge at L4-5. No stenosis.", 2),
        ("Taken since October 2016.On 1-12-17 she returned.", 2),
        ("Rated 6-8 on a 10-point scale", 1),
        ("", 0),
    ],
)
def test_clinical_prose_is_split_where_a_reader_would(text, count):
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize("form", ["{0.month}/{0.day}/{0.year}", "{0.month}-{0.day}-{0:%y}", "{0:%B} {0.day}, {0.year}"])
@given(day=DAYS)
def test_a_date_is_read_in_every_form(form, day):
    text = f"seen on {form.format(day)}, improved"
    (found,) = find_dates(text)
    assert found.value == day
    assert find_dates(text[found.start : found.end])[0].value == day


@pytest.mark.parametrize("text", ["13/45/2016", "pain 5/10", "L4-5-6", "1/2", "blood pressure 120/80", "10/325/5mg"])
def test_numbers_that_are_no_dates(text):
    assert find_dates(text) == []


@given(st.text())
def test_any_text_can_be_searched_for_dates(text):
    assert all(text[found.start : found.end] for found in find_dates(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Three visits", "three visits"), ("MRI of the knee", "MRI of the knee"), ("A", "A"), ("", "")],
)
def test_abbreviations_keep_their_case_inside_a_sentence(text, expected):
    assert lower_first(text) == expected


def test_content_words_leave_out_function_words_and_plurals():
    assert content_words("The visits of a worker") == {"visit", "worker"}
