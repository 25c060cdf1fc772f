"""Pages that are read from their image: scans of every kind in one case, each read once."""

from __future__ import annotations

import io

import docx
import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.bad_files import no_unicode_map
from drafter.casefile.pages import ocr, read_pages
from drafter.casefile.pages.deskew import skew
from drafter.casefile.pages.ocr_lines import Piece, page_text
from drafter.casefile.pages.textual import without_accents

pytest.importorskip("rapidocr", reason="needs the extra `ocr`")

LINES = [
    "PROGRESS NOTE 03/04/2014",
    "The patient completed 12 of 24 sessions of physical therapy.",
    "Norco 10/325 mg, L4-L5 disc protrusion, pain 7.5 of 10.",
]
TEXT = " ".join(LINES)


def scan(angle=0.0, dpi=150):
    """A page with LINES on it as a scanner gives it."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet)
    canvas.setFont("Times-Roman", 13)
    for row, line in enumerate(LINES):
        canvas.drawString(60, 700 - 30 * row, line)
    canvas.save()
    page = pypdfium2.PdfDocument(sheet.getvalue())[0].render(scale=dpi / 72).to_pil().convert("L")
    return page.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def scan_pdf(path, *images, stamp=None):
    canvas = Canvas(str(path))
    for image in images:
        canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
        if stamp:
            canvas.drawString(400, 820, stamp)
        canvas.showPage()
    canvas.save()


def ruled_table():
    """A scanned form whose middle column is wrapped."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet)
    canvas.drawString(60, 700, "REQUESTED TREATMENT")
    canvas.grid((60, 180, 360, 480), (600, 640, 680))
    for row, cells in enumerate((("Lumbago", "Massage therapy of the", "6 visits"), ("Sprain", "Acupuncture", "once"))):
        for left, text in zip((70, 190, 370), cells, strict=True):
            canvas.drawString(left, 666 - 40 * row, text)
    canvas.drawString(190, 648, "thoracic spine")
    canvas.save()
    return pypdfium2.PdfDocument(sheet.getvalue())[0].render(scale=200 / 72).to_pil().convert("L")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Page by file and number."""
    folder = tmp_path_factory.mktemp("case")
    scan(3).save(folder / "skewed.png")
    scan(0).save(folder / "two.tiff", save_all=True, append_images=[Image.new("L", (1240, 1754), 250)])
    scan(180).convert("RGB").save(folder / "upside down.jpg")
    scan(90).save(folder / "left.png")
    scan(270).save(folder / "right.png")
    scan_pdf(folder / "stamped.pdf", scan(), stamp="MAX 000123")
    no_unicode_map(folder / "no map.pdf")
    ruled_table().save(folder / "table.png")
    document = docx.Document()
    document.add_paragraph("Attached:")
    picture = io.BytesIO()
    scan().save(picture, "PNG")
    document.add_picture(picture, width=5_000_000)
    document.save(folder / "pasted.docx")
    reading = read_pages([folder], folder, None)
    assert reading.problems == ()
    return {(page.source.file, page.source.page): page for page in reading.pages}


@pytest.mark.parametrize(
    ("file", "turned"),
    [("skewed.png", 0), ("two.tiff", 0), ("upside down.jpg", 180), ("left.png", 90), ("right.png", 270)],
)
def test_a_scan_is_read_however_it_lies(pages, file, turned):
    page = pages[file, 1]
    assert " ".join(page.text.split()) == TEXT
    assert page.ocr_confidence > 0.9
    assert page.rotated == turned


def test_a_blank_scan_is_no_unread_page(pages):
    page = pages["two.tiff", 2]
    assert (page.text, page.unread, page.ocr_confidence) == ("", None, None)


def test_a_stamp_does_not_pass_for_the_text_of_a_scan(pages):
    page = pages["stamped.pdf", 1]
    assert "sessions of physical therapy" in page.text
    assert "000123" in page.text
    assert page.ocr_confidence


def test_a_font_without_a_unicode_map_is_read_from_the_image(pages):
    page = pages["no map.pdf", 1]
    assert page.text.count("The patient completed 12 of 24 sessions") >= 10
    assert page.ocr_confidence


def test_a_row_of_a_ruled_table_is_one_line_with_its_wrapped_cells_whole(pages):
    lines = pages["table.png", 1].text.splitlines()
    assert "Lumbago | Massage therapy of the thoracic spine | 6 visits" in lines
    assert "Sprain | Acupuncture | once" in lines


def test_accents_of_a_fax_are_specks():
    assert without_accents("Plazà, ADMÍNISTRATOR, Datę, Núñez, 5 µg") == "Plaza, ADMINISTRATOR, Date, Nuñez, 5 µg"


def test_a_picture_in_a_document_stands_beside_its_text(pages):
    page = pages["pasted.docx", 1]
    assert page.text.startswith("Attached:")
    assert "12 of 24 sessions" in page.text


def test_without_the_extra_a_scan_is_listed_as_unread_with_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    page = ocr.recognise(np.asarray(scan()))
    assert page.text == ""
    assert "pip install 'determination-drafter[ocr]'" in page.unread
    assert ocr.recognise(np.full((400, 300), 250, dtype=np.uint8)).unread is None


def test_a_picture_larger_than_any_page_is_refused_before_it_is_unpacked(tmp_path):
    Image.new("1", (30_000, 30_000)).save(tmp_path / "a.png")
    reading = read_pages([tmp_path], tmp_path, None, workers=1)
    (page,) = reading.pages
    assert "30000 x 30000 pixels" in page.unread
    assert [problem.message for problem in reading.problems] == [f"page 1: {page.unread}"]


@pytest.mark.parametrize("angle", [-6.0, -1.5, 0.0, 2.5, 7.0])
def test_skew_is_measured(angle):
    assert skew(np.asarray(scan(angle, dpi=72))) == pytest.approx(-angle, abs=0.3)


def column(left, rows, what, width=400):
    return [Piece(left, 40 * row, left + width, 40 * row + 30, f"{what}{row}", 1.0) for row in rows]


def test_columns_of_running_text_are_read_one_after_the_other():
    head = Piece(300, 0, 700, 30, "Title", 1.0)
    text = page_text([head, *column(500, range(2, 10), "right "), *column(0, range(2, 10), "left ")])
    assert text.split("\n\n") == [
        "Title",
        "\n".join(f"left {row}" for row in range(2, 10)),
        "\n".join(f"right {row}" for row in range(2, 10)),
    ]


def test_labels_and_their_values_stay_on_one_line():
    text = page_text([*column(300, range(8), "value ", width=150), *column(0, range(8), "label ", width=100)])
    assert text.splitlines() == [f"label {row} value {row}" for row in range(8)]
