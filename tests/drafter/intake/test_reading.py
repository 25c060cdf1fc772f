"""Reading files into lines: formats, characters, wrapping, page furniture, and files that cannot be used."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.intake.lines import join_lines, paragraphs
from drafter.intake.reading import plain, read_lines, text_lines
from tests.drafter.intake import letters
from tests.drafter.intake.letters import pdf, write


def grouped(lines):
    return [join_lines(group) for group in paragraphs(lines, gaps=True)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("### CLINICAL CASE SUMMARY", "CLINICAL CASE SUMMARY"),
        ("## Rationale ##", "Rationale"),
        ("**6 visits: Upheld**", "6 visits: Upheld"),
        ("__Priority:__ Standard", "Priority: Standard"),
        ("<b>Case Number:</b>\tCM15-9000001", "Case Number:\tCM15-9000001"),
        ("*Norco* 10/325mg, 3 * 4 and 5*6", "Norco 10/325mg, 3 * 4 and 5*6"),
        (r"Norco 10/325mg \#60", "Norco 10/325mg #60"),
        ("NSAIDs, GI symptoms &amp; cardiovascular risk", "NSAIDs, GI symptoms & cardiovascular risk"),
        ("pain < 3 weeks and <5 visits", "pain < 3 weeks and <5 visits"),
        ("| Priority | Standard |", "Priority: Standard"),
        ("|---|:---:|", ""),
        ("one<br/>two", "one\ntwo"),
        ("<!-- note -->kept", "kept"),
    ],
)
def test_markdown_marks_go_and_text_stays(marked, expected):
    assert plain(marked) == expected


def test_wrapped_lines_become_paragraphs(tmp_path):
    lines = read_lines(write(tmp_path, "The worker reports\npain.\n\nExercise was\nprescribed.\n", "a.md"))
    assert grouped(lines) == ["The worker reports pain.", "Exercise was prescribed."]


def test_characters_of_pdf_readers_become_plain():
    lines = text_lines(
        "The \ufb01rst \ufb02are\u00a0up\x02 of neuro\u00adpathy:\u200b 90\u00b0\n\uf0b7 electro\ufffe\nmyography"
    )
    assert [line.text for line in lines] == ["The first flare up of neuropathy: 90°", "• electro-", "myography"]


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("was non-\ncertified", "was non-certified"),
        ("documen\u00ad\ntation", "documentation"),
        ("L4 -\nL5", "L4 - L5"),
        ("a 15-\npound limit", "a 15-pound limit"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_joins_without_a_space(wrapped, joined):
    assert join_lines(text_lines(wrapped)) == joined


def test_form_feeds_start_pages(tmp_path):
    lines = read_lines(write(tmp_path, "first\n\fsecond\n\f\fthird"))
    assert [(line.page, line.text) for line in lines] == [(1, "first"), (2, "second"), (4, "third")]


def test_utf16_and_windows_text_are_read(tmp_path):
    for name, content in (("a.txt", "pain at 40°".encode("utf-16")), ("b.txt", "pain at 40°".encode("cp1252"))):
        assert read_lines(write(tmp_path, content, name))[0].text == "pain at 40°"


def test_page_headers_and_footers_are_left_out():
    top = "Final Determination Letter for IMR Case Number CM15-9000001"
    pages = [f"{top}\n\nbody {word} here\nand there\n\nPage {n} of 3" for n, word in enumerate("abc", start=1)]
    texts = [line.text for line in text_lines("\f".join(pages))]
    assert texts == [top, "body a here", "and there", "body b here", "and there", "body c here", "and there"]


def test_a_page_header_that_names_the_case_goes_even_without_a_gap():
    top = "IMR Case Number CM15-9000001"
    texts = [line.text for line in text_lines(f"Letter\nfirst\f{top}, page 2\nsecond\f{top}, page 3\nthird")]
    assert texts == ["Letter", "first", "second", "third"]


def test_a_page_number_alone_is_left_out_and_other_numbers_stay():
    lines = text_lines("Norco\n1\f60\ntablets on page 82\n2")
    assert [line.text for line in lines] == ["Norco", "60", "tablets on page 82"]


def test_labels_that_stand_first_on_every_page_are_no_page_header():
    page = "Claims Administrator guideline: none\n\nMAXIMUS guideline: none"
    assert len(text_lines("\f".join([page] * 3))) == 6


def test_pdf_lines_know_their_gaps_and_pages(tmp_path):
    content = pdf(
        ["The worker reports pain in the lower back\nand the left leg.\n\nExercise was prescribed.", "Second."]
    )
    lines = read_lines(write(tmp_path, content, "a.pdf"))
    assert grouped(lines) == [
        "The worker reports pain in the lower back and the left leg.",
        "Exercise was prescribed.",
        "Second.",
    ]
    assert [line.page for line in lines] == [1, 1, 1, 2]


def test_a_paragraph_of_a_pdf_goes_on_over_a_page_break(tmp_path):
    wide = "The worker reports pain in the lower back and both of the legs as well as"
    lines = read_lines(write(tmp_path, pdf([f"{wide}\n{wide}\n{wide}", "in the neck.\n\nNext."]), "a.pdf"))
    assert grouped(lines) == [f"{wide} {wide} {wide} in the neck.", "Next."]


def test_an_empty_page_between_others_is_no_trouble(tmp_path):
    lines = read_lines(write(tmp_path, pdf(["One.", "", "Three."]), "a.pdf"))
    assert [(line.page, line.text) for line in lines] == [(1, "One."), (3, "Three.")]


def encrypted_pdf() -> bytes:
    key = b"<" + b"00" * 32 + b">"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key),
    ]
    return letters.assemble(objects, b"/Encrypt 3 0 R /ID [<00> <00>] ")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("letter.docx", b"PK", ".docx cannot be read"),
        ("letter", b"text", "without an ending cannot be read"),
        ("empty.txt", b"", "no text"),
        ("blank.md", b" \n\n\t\n", "no text"),
        ("scan.pdf", pdf([""]), "no text"),
        ("broken.pdf", b"%PDF-1.4 broken", "damaged or no PDF"),
        ("secret.pdf", encrypted_pdf(), "encrypted"),
        ("zeros.txt", b"\x00" * 64, "is not text"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_line(tmp_path, name, content, problem):
    with pytest.raises(InputError, match=problem) as caught:
        read_lines(write(tmp_path, content, name))
    assert str(caught.value).startswith(f"{tmp_path / name}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.pdf: no such file"):
        read_lines(tmp_path / "gone.pdf")
    with pytest.raises(InputError, match="is a folder"):
        read_lines(tmp_path)
