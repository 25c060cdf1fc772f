"""Pages of PDF, DOCX, HTML and text, without text recognition."""

from __future__ import annotations

import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from drafter.casefile.pages import read_pages
from drafter.casefile.pages.docx import docx_pages
from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.html import html_pages
from drafter.casefile.pages.plain import text_pages
from drafter.casefile.pages.textual import cut, is_garbage, tidy


def texts(path):
    return [page.text for page in read_pages([path], path.parent, None, workers=1).pages]


def test_a_pdf_gives_lines_with_a_blank_one_between_paragraphs(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for y, line in ((740, "PROGRESS NOTE"), (712, "The patient has"), (698, "low back pain."), (684, "She walks.")):
        canvas.drawString(72, y, line)
    canvas.drawString(300, 684, "VAS 6/10")
    canvas.drawString(72, 640, "PLAN: therapy")
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.drawString(72, 700, "Rotated page of the chart.")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    assert texts(tmp_path / "a.pdf") == [
        "PROGRESS NOTE\n\nThe patient has\nlow back pain.\nShe walks. VAS 6/10\n\nPLAN: therapy",
        "Rotated page of the chart.",
        "",
    ]


def test_a_blank_page_is_read_and_not_called_unread(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.showPage()
    canvas.save()
    reading = read_pages([tmp_path], tmp_path, None, workers=1)
    assert [(page.text, page.unread) for page in reading.pages] == [("", None)]
    assert reading.problems == ()


@pytest.fixture
def note(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Doe, Jane  DOB 01/02/1960"
    document.add_paragraph("Seen for low back pain.")
    table = document.add_table(2, 2)
    for place, text in zip(((0, 0), (0, 1), (1, 0), (1, 1)), ("Date", "Visit", "3/4/2014", "PT 1"), strict=True):
        table.cell(*place).text = text
    document.add_paragraph("After the table.")
    document.add_page_break()
    document.add_paragraph("Second page.").paragraph_format.page_break_before = False
    document.add_paragraph("Third page.").paragraph_format.page_break_before = True
    path = tmp_path / "note.docx"
    document.save(path)
    return path


def test_a_docx_keeps_the_order_of_paragraphs_and_tables_and_its_page_breaks(note):
    head = "Doe, Jane DOB 01/02/1960\n\n"
    assert [page.text for page in docx_pages(note)] == [
        head + "Seen for low back pain.\n\nDate | Visit\n3/4/2014 | PT 1\n\nAfter the table.",
        head + "Second page.",
        head + "Third page.",
    ]


def rewritten(path, *changes):
    """A copy of a DOCX with its document part changed."""
    copy = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            for old, new in changes if name == "word/document.xml" else ():
                content = content.replace(old, new)
            target.writestr(name, content)
    return copy


def test_deleted_text_is_left_out_and_inserted_text_kept(note):
    run = b"<w:t>Second page.</w:t>"
    marked = (
        b"<w:t>Kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r>"
        b"</w:ins><w:r><w:t>.</w:t>"
    )
    assert docx_pages(rewritten(note, (run, marked)))[1].text.endswith("\n\nKept new.")


def test_a_docx_with_prefixes_of_its_own_reads_the_same(note):
    other = rewritten(note, (b"w:", b"word:"), (b"xmlns:w=", b"xmlns:word="))
    with zipfile.ZipFile(other) as archive:
        assert b"<word:p>" in archive.read("word/document.xml")
    assert docx_pages(other) == docx_pages(note)


def test_html_gives_what_a_browser_shows(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>no</title><style>no</style></head><body><h1>MRI</h1><p>No <b>disc</b>\n herniation.<br>Next"
        "<script>no</script></p><ul><li>One</li><li>Two</li></ul><table><tr><th>Side</th><th>Level</th></tr><tr>"
        "<td>left</td><td>L4-L5</td></tr></table>&eacute;</body></html>"
    )
    assert html_pages(path) == ["MRI\n\nNo disc herniation.\nNext\n\nOne\n\nTwo\n\nSide | Level\nleft | L4-L5\n\né"]


def test_html_nested_too_deep_is_refused_instead_of_cut_short(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after</p></body></html>")
    assert html_pages(path) == ["deep\n\nafter"]
    path.write_text("<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p></body></html>")
    with pytest.raises(Unreadable, match="print it to PDF"):
        html_pages(path)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("utf-8", "café 5 µg"), ("utf-8-sig", "café"), ("utf-16", "café"), ("utf-16-le", "plain"), ("cp1252", "café “x”")],
)
def test_text_is_read_in_the_usual_encodings(tmp_path, encoding, text):
    path = tmp_path / "a.txt"
    path.write_bytes((text + "\nsecond line").encode(encoding))
    assert text_pages(path) == [f"{text}\nsecond line"]


def test_form_feeds_part_pages_and_long_texts_are_cut_at_paragraphs():
    assert cut("one\ftwo\f") == ["one", "two"]
    long = "\n\n".join(f"Paragraph {number}. " + "The patient has pain. " * 20 for number in range(40))
    pages = cut(long)
    assert len(pages) > 2
    assert all(page.startswith("Paragraph") and len(page) <= 6000 for page in pages)
    assert "\n\n".join(pages) == tidy(long)


@given(st.text(max_size=500))
def test_tidy_leaves_no_character_that_hides_or_reorders_text(text):
    clean = tidy(text)
    assert tidy(clean) == clean
    assert not set(clean) & set("\0\x08\x1b\u200b\u200e\u202e\u2066\ufeff\u00ad\r\t")
    assert "\n\n\n" not in clean


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf")), min_size=1, max_size=40), max_size=400))
def test_cutting_loses_no_word(lines):
    text = "\n".join(lines)
    assert "".join("".join(cut(text)).split()) == "".join(tidy(text.replace("\f", "\n")).split())


def test_a_word_parted_by_a_line_end_is_one_word():
    assert tidy("follow-\nup of docu\u00ad\nmentation\n- item\nL4-\n5") == "follow-up of documentation\n- item\nL4-5"


@pytest.mark.parametrize(
    "text",
    [
        "\ue001\ue002\ue003 \ue004",
        "\ufffd\ufffd\ufffda",
        "3DWLHQWFRPSOHWHG\x14\x15RI\x15\x17VHVVLRQV" * 8,
        "\x01\x02\x03",
    ],
)
def test_characters_of_a_font_without_a_unicode_map_are_garbage(text):
    assert is_garbage(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "12/03/2014", "PT 3/12 RTC PRN", "The patient has 5/10 pain; µ-opioid “use” – 10 mg • daily",
        "ROM: FLX 45, EXT 20. SLR neg B/L. DTR 2+ UE/LE, MMT 5/5 UE, 4/5 LLE, EHL 4/5. Dx: LBP, HNP L4-5. Rx: PT 2x6,"
        " TENS, LSO, MRI LS spine, EMG/NCV BLE. TTD x 4 wks, RTC 30 d.",
    ],
)  # fmt: skip
def test_terse_clinical_text_is_no_garbage(text):
    assert not is_garbage(text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old Office version"),
        (b"{\\rtf1 text}", "RTF"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (bytes(range(32)) * 90, "of a kind that is not read (PDF, DOCX, text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged picture"),
        (b"PK\x03\x04" + bytes(50), "damaged or cut off"),
    ],
)
def test_what_is_no_document_is_one_line(tmp_path, content, said):
    (tmp_path / "a.dat").write_bytes(content)
    reading = read_pages([tmp_path], tmp_path, None, workers=1)
    assert reading.pages == ()
    (problem,) = reading.problems
    assert said in problem.message
