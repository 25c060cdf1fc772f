"""Marks never change the text that they are put into."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evals.report.highlight import KINDS, Mark, cut

TEXT = "He has pain. He walks. He denies numbness."
marks = st.lists(
    st.builds(Mark, st.integers(-3, 50), st.integers(-3, 50), st.sampled_from(KINDS), st.none(), st.text(max_size=3)),
    max_size=6,
)


@given(marks)
def test_the_pieces_joined_are_the_page(given_marks):
    assert "".join(piece.text for piece in cut(TEXT, given_marks)) == TEXT


@given(marks)
def test_a_character_is_marked_exactly_where_a_mark_covers_it(given_marks):
    inside = [mark for mark in given_marks if 0 <= mark.start < mark.end <= len(TEXT)]
    place = 0
    for piece in cut(TEXT, given_marks):
        for at in range(place, place + len(piece.text)):
            assert (piece.kind is not None) == any(mark.start <= at < mark.end for mark in inside)
        place += len(piece.text)


def test_the_most_telling_kind_wins_and_all_labels_are_kept():
    pieces = cut(TEXT, [Mark(0, 12, "searched", None, "nearest"), Mark(0, 12, "cited", "c1", "[1]")])
    assert (pieces[0].text, pieces[0].kind, pieces[0].anchors) == ("He has pain.", "cited", ("c1",))
    assert pieces[0].labels == ("nearest", "[1]")


def test_an_anchor_stands_once_where_its_mark_begins():
    pieces = cut(TEXT, [Mark(0, 22, "cited", "c1", "[1]"), Mark(13, 22, "evidence", None, "for")])
    assert [piece.anchors for piece in pieces if piece.kind] == [("c1",), ()]
