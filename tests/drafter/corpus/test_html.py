"""HTML and Markdown into blocks: the document's own headings, lists and tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.corpus.blocks import Heading, Table, Text
from drafter.corpus.html import read_html
from drafter.corpus.markdown import read_markdown
from drafter.errors import InputError
from tests.drafter.corpus.samples import MARKDOWN


def test_headings_paragraphs_lists_and_tables_in_their_order():
    blocks = read_markdown("a.md", MARKDOWN.split("---\n", 2)[2]).blocks
    assert blocks == [
        Heading(1, "Therapy"),
        Text("Splinting comes first."),
        Heading(2, "Exercise"),
        Text("Supervised exercise is recommended:"),
        Text("- six visits at first"),
        Text("- six more after a gain in function"),
        Table((("Measure", "Rating"), ("Splint", "strong"), ("Heat", "weak")), 1),
        Heading(1, "Injections"),
        Text("A single injection is an option."),
    ]


def test_what_is_no_text_is_left_out():
    page = (
        "<html><head><title>Hand</title><style>p{}</style></head><body><nav>Home</nav><script>x()</script>"
        "<!-- note --><p>Splint &amp; rest.</p></body></html>"
    )
    assert read_html("a.html", page).blocks == [Text("Splint & rest.")]
    assert read_html("a.html", page).title == "Hand"


def test_text_beside_blocks_is_kept():
    assert read_html("a.html", "<div>Before <p>inside</p> after</div>").blocks == [
        Text("Before"),
        Text("inside"),
        Text("after"),
    ]


def test_numbered_lists_keep_their_numbers_and_nested_ones_their_depth():
    page = "<ol start='3'><li>three</li><li>four<ul><li>deep</li></ul></li></ol>"
    assert [block.text for block in read_html("a.html", page).blocks] == ["3. three", "4. four", "  - deep"]


@pytest.mark.parametrize(("text", "heading"), [("Frequency and duration", True), ("This is a sentence.", False)])
def test_a_bold_line_is_a_heading_unless_it_is_a_sentence(text, heading):
    (block,) = read_html("a.html", f"<p><strong>{text}</strong></p>").blocks
    assert isinstance(block, Heading) == heading


def test_a_label_in_bold_is_no_heading():
    assert read_html("a.html", "<p><b>Level A:</b> strong evidence</p>").blocks == [Text("Level A: strong evidence")]


def test_a_heading_as_long_as_a_paragraph_is_one():
    assert isinstance(read_html("a.html", f"<h2>{'long ' * 60}</h2>").blocks[0], Text)


def test_an_exponent_does_not_become_part_of_its_number():
    assert read_html("a.html", "<p>10<sup>3</sup> and 1<sup>st</sup></p>").blocks == [Text("10^3 and 1st")]


def test_a_table_of_html_with_blank_lines_stays_whole_in_markdown():
    page = (
        "# Ratings\n<table>\n <thead>\n\n  <tr>\n\n   <th>Test</th><th>Rating</th>\n  </tr></thead>\n\n"
        "    <tr>\n     <td>MRI\n\n    spine</td>\n\n <td>2</td></tr>\n</table>\n\nAfter it."
    )
    assert read_markdown("a.md", page).blocks == [
        Heading(1, "Ratings"),
        Table((("Test", "Rating"), ("MRI spine", "2")), 1),
        Text("After it."),
    ]


def test_a_table_that_is_never_closed_swallows_nothing():
    assert "the end" in str(read_markdown("a.md", "<table><tr><td>a</td><td>b</td></tr>\n\n# Next\n\nthe end").blocks)


def test_cells_that_span_rows_are_repeated():
    page = (
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td rowspan='2'>Ibuprofen</td><td>200</td></tr>"
        "<tr><td>400</td></tr><tr><td colspan='2'>Both by mouth</td></tr></table>"
    )
    (table,) = read_html("a.html", page).blocks
    assert table == Table((("Drug", "Dose"), ("Ibuprofen", "200"), ("Ibuprofen", "400"), ("Both by mouth",)), 1)


def test_a_table_that_only_lays_out_the_page_is_read_as_text():
    page = "<table><tr><td><h2>Surgery</h2><p>After a trial of therapy.</p></td><td>menu</td></tr></table>"
    assert read_html("a.html", page).blocks == [Heading(2, "Surgery"), Text("After a trial of therapy."), Text("menu")]


def test_very_deep_nesting_is_read():
    assert "core" in str(read_html("a.html", "<div>" * 1500 + "core" + "</div>" * 1500).blocks)


@pytest.mark.parametrize("read", [read_html, read_markdown])
def test_a_page_that_is_nested_too_deep_is_refused_instead_of_read_in_part(read):
    with pytest.raises(InputError, match=r"^hand\.html: is nested deeper"):
        read("hand.html", "<p>first</p>" + "<div>" * 5000 + "core" + "</div>" * 5000 + "<p>last</p>")


def test_an_empty_page_has_no_blocks():
    assert (
        read_html("a.html", "").blocks
        == read_html("a.html", "<html></html>").blocks
        == read_markdown("a.md", "").blocks
        == []
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdefghij <>&\"'|*_#\n-`[]()", max_size=40), max_size=6))
def test_any_text_can_be_read_and_no_word_is_lost(paragraphs):
    escaped = [re.sub(r"([<>&|*_#`\[\]()\-\"'])", " ", text) for text in paragraphs]
    blocks = read_markdown("a.md", "\n\n".join(f"x {text}" for text in escaped)).blocks
    assert " ".join(str(block.text) for block in blocks).split() == " ".join(f"x {text}" for text in escaped).split()
    read_markdown("a.md", "\n\n".join(paragraphs))
