"""Plain text into blocks."""

from __future__ import annotations

from drafter.corpus.blocks import Heading, Text
from drafter.corpus.plain import read_text


def test_capitals_numbers_and_underlines_make_headings_of_lines_that_stand_alone():
    text = "HAND GUIDELINE\n\nIntro.\n\n2.1 Splinting\n\nWorn at\nnight.\n\nRest\n----\n\nTwo weeks."
    assert read_text(text).blocks == [
        Heading(1, "HAND GUIDELINE"),
        Text("Intro."),
        Heading(2, "2.1 Splinting"),
        Text("Worn at night."),
        Heading(2, "Rest"),
        Text("Two weeks."),
    ]


def test_a_sentence_with_a_number_is_no_heading():
    assert read_text("2.1 Splints are worn at night.").blocks == [Text("2.1 Splints are worn at night.")]


def test_items_of_a_list_start_anew_and_wrapped_lines_do_not():
    assert read_text("Choose:\n- rest and\n  a splint\n- therapy").blocks == [
        Text("Choose:"),
        Text("- rest and a splint"),
        Text("- therapy"),
    ]


def test_a_form_feed_starts_a_page():
    assert read_text("One.\fTwo.").blocks == [Text("One.", 1), Text("Two.", 2)]
    assert read_text("One.").blocks == [Text("One.", None)]
