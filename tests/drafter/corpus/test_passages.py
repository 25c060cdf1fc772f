"""Blocks into passages: sections, tables, sizes; nothing is lost and nothing is told twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.corpus.blocks import Block, Heading, Table, Text
from drafter.corpus.passages import Sizes, pieces

LONG = "Exercise is tried for six weeks before an injection is given to anybody. " * 3
SIZES = Sizes(aim=500, longest=700, table=900, short=60)


def cut(*blocks: Block, sizes: Sizes = SIZES):
    return list(pieces(blocks, sizes))


def test_each_section_has_its_path():
    found = cut(Text(LONG), Heading(1, "Therapy"), Heading(3, "Exercise"), Text(LONG), Heading(2, "Heat"), Text(LONG))
    assert [piece.section for piece in found] == [(), ("Therapy", "Exercise"), ("Therapy", "Heat")]


def test_a_heading_that_repeats_the_one_above_is_told_once():
    (piece,) = cut(Heading(1, "Therapy"), Heading(2, "Therapy"), Text(LONG))
    assert piece.section == ("Therapy",)


def test_paragraphs_are_gathered_up_to_the_size():
    assert [len(piece.text) for piece in cut(*[Text("a" * 200)] * 5)] == [401, 401, 200]


def test_a_line_that_announces_a_list_stays_with_it():
    found = cut(Text("a" * 400), Text("The criteria are all of these:"), Text("- " + "b" * 300))
    assert found[-1].text.startswith("The criteria")


def test_the_note_below_a_table_stays_with_it():
    table = Table((("Test", "Rating"), *[(f"test {n} " + "x" * 40, "2") for n in range(14)]), 1)
    assert len(cut(Heading(1, "Imaging"), table, Text("Note: ratings of one to nine."))) == 1


def test_a_list_of_short_items_does_not_grow_without_end():
    assert max(len(piece.text) for piece in cut(*[Text("- an item of a list")] * 200)) <= SIZES.longest


def test_a_long_paragraph_is_split_between_sentences():
    found = cut(Text(LONG * 8))
    assert all(piece.text.endswith("anybody.") and len(piece.text) <= 500 for piece in found)


def test_a_table_is_kept_whole_up_to_its_size_and_then_split_between_rows_below_its_header():
    rows = tuple((f"row {number:02d} {'x' * 60}", "9") for number in range(20))
    (whole,) = cut(Table((("Test", "Rating"), *rows[:8]), 1, "Imaging of the wrist"))
    assert whole.text.splitlines()[:3] == ["Imaging of the wrist", "Test | Rating", f"{rows[0][0]} | 9"]
    parts = cut(Table((("Test", "Rating"), *rows), 1))
    assert len(parts) > 1
    assert all(part.text.startswith("Test | Rating\n") and len(part.text) <= 900 for part in parts)
    assert [line for part in parts for line in part.text.splitlines()[1:]] == [" | ".join(row) for row in rows]


def test_pages_are_those_of_what_is_in_the_passage():
    (piece,) = cut(Heading(1, "A", 3), Text("a" * 100, 3), Text("b" * 100, 4, 5))
    assert (piece.first, piece.last) == (3, 5)


def test_a_short_section_is_a_passage_of_its_own():
    found = cut(Heading(1, "Scope"), Heading(2, "A"), Text("short"), Heading(2, "B"), Text("too"), Heading(2, "C"))
    assert [piece.section for piece in found] == [("Scope", "A"), ("Scope", "B")]


WORDS = st.text("abc.:", min_size=1, max_size=12)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 4), st.sampled_from("PQRS")),
        st.builds(Text, PARAGRAPHS),
        st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=30).map(lambda rows: Table(tuple(rows))),
    ),
    max_size=12,
)


@settings(max_examples=50, deadline=None)
@given(BLOCKS)
def test_every_word_is_in_one_passage_in_its_order(blocks):
    told = []
    for block in blocks:
        if isinstance(block, Text):
            told += block.text.split()
        elif isinstance(block, Table):
            told += [word for row in block.rows for word in row]
    found = pieces(blocks, Sizes(aim=120, longest=180, table=200, short=40))
    words = " ".join(piece.text for piece in found).replace(" | ", " ").split()
    assert "".join(words) == "".join(told)


@settings(max_examples=50, deadline=None)
@given(st.lists(PARAGRAPHS, max_size=6))
def test_no_passage_is_longer_than_it_may_be(paragraphs):
    sizes = Sizes(aim=120, longest=180, short=40)
    assert all(len(piece.text) <= 180 + 40 for piece in pieces(map(Text, paragraphs), sizes))
