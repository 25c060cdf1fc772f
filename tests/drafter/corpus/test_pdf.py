"""PDF into blocks: headings by type and bookmarks, tables by columns, pages."""

from __future__ import annotations

import io

import pytest

from drafter.corpus.blocks import Heading, Table, Text
from drafter.corpus.pdf import read_pdf
from drafter.errors import InputError
from tests.drafter.corpus.samples import pdf


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    path = pdf(tmp_path_factory.mktemp("pdf") / "hand.pdf")
    return read_pdf(path.name, path.read_bytes())


def test_headings_follow_size_and_number_with_their_pages(read):
    headings = [block for block in read.blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.page) for heading in headings[:4]] == [
        ("1 Chapter A", 1),
        ("1.1 Splints and rest", 1),
        ("1.2 Injections", 1),
        ("2 Chapter B", 2),
    ]
    assert headings[0].level < headings[1].level == headings[2].level


def test_running_header_and_footer_are_left_out(read):
    assert "Sample Society" not in str(read.blocks)
    assert "Second edition" not in str(read.blocks)


def test_wrapped_lines_are_one_paragraph(read):
    paragraph = next(block for block in read.blocks if isinstance(block, Text))
    assert paragraph.text.count("Splinting of the wrist is tried for six weeks before anything else is.") == 6


def test_a_table_is_one_block_with_its_columns(read):
    table = next(block for block in read.blocks if isinstance(block, Table))
    assert table.rows == (
        ("Procedure", "Rating", "Comment"),
        ("Splint", "9", "At night"),
        ("Heat", "2", "Comfort only"),
    )
    assert (table.headed, table.page) == (1, 1)


def test_the_title_is_that_of_its_properties(read):
    assert read.title == "Hand Guideline"


def drawn(draw) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(canvas, rows, size=11.0, font="Helvetica", left=72, top=700):
    canvas.setFont(font, size)
    for number, row in enumerate(rows):
        canvas.drawString(left, top - number * 14, row)


def test_a_bookmark_names_a_heading_that_its_type_does_not_tell():
    def draw(canvas):
        lines(canvas, ["Massage of the hand"])
        canvas.bookmarkPage("here")
        canvas.addOutlineEntry("Massage of the hand", "here", level=0)
        lines(canvas, ["It is used with exercise, and only", "for a limited number of weeks."], top=670)

    assert read_pdf("a.pdf", drawn(draw)).blocks == [
        Heading(1, "Massage of the hand", 1),
        Text("It is used with exercise, and only for a limited number of weeks.", 1),
    ]


def test_bold_type_makes_a_heading_and_bold_words_in_a_line_do_not():
    def draw(canvas):
        lines(canvas, ["Frequency"], font="Helvetica-Bold")
        lines(canvas, ["Two visits a week are usual in the first month of care."], top=670)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 640, "Note:")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(106, 640, "more visits need a reason that is written down")

    blocks = read_pdf("a.pdf", drawn(draw)).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Frequency"]
    assert "Note: more visits need a reason" in str(blocks)


def test_a_sentence_over_a_page_break_is_one_paragraph_on_two_pages():
    def draw(canvas):
        lines(canvas, ["An operation is considered when therapy has failed and"])
        canvas.showPage()
        lines(canvas, ["imaging agrees with the findings."])

    assert read_pdf("a.pdf", drawn(draw)).blocks == [
        Text("An operation is considered when therapy has failed and imaging agrees with the findings.", 1, 2)
    ]


def test_entries_of_a_table_of_contents_are_left_out():
    def draw(canvas):
        lines(canvas, ["Splints ................ 12", "Splints are worn at night."])

    assert [block.text for block in read_pdf("a.pdf", drawn(draw)).blocks] == ["Splints are worn at night."]


def test_a_page_that_is_a_picture_is_told():
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def draw(canvas):
        lines(canvas, ["Splints are worn at night."])
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "gray")), 72, 72, 200, 200)
        canvas.showPage()
        canvas.showPage()

    assert read_pdf("a.pdf", drawn(draw)).unread == (2,)


def test_bullets_and_their_text_are_no_table():
    def draw(canvas):
        for row, text in enumerate(["first splint the wrist", "then exercise the hand", "then look again"]):
            canvas.drawString(72, 700 - 20 * row, "•")
            canvas.drawString(100, 700 - 20 * row, text)

    assert not any(isinstance(block, Table) for block in read_pdf("a.pdf", drawn(draw)).blocks)


@pytest.mark.parametrize("content", [b"", b"nothing", b"%PDF-1.7\nbroken"])
def test_a_damaged_file_is_one_line(content):
    with pytest.raises(InputError, match=r"^hand\.pdf: cannot be read as PDF"):
        read_pdf("hand.pdf", content)


def test_an_encrypted_file_is_told_as_such():
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "text")
    canvas.save()
    with pytest.raises(InputError, match="encrypted"):
        read_pdf("hand.pdf", buffer.getvalue())
