"""Every bad file gets one clear line, and the good one beside it is read all the same."""

from __future__ import annotations

import pytest
from PIL import Image

from benchmarks.bad_files import BAD_FILES, SENTENCE, image_bomb, text_pdf
from drafter.casefile.pages import Limits, read_pages

REFUSED = {
    "encrypted.pdf": "is encrypted; save it without a password",
    "truncated.pdf": "ask for the file again",
    "empty.pdf": "is empty; ask for the file again",
    "no pages.pdf": "ask for the file again",
    "password.docx": "is protected by a password; save it without one",
    "zip bomb.docx": "unpacks to more than 100 MB",
    "xml bomb.docx": "defines XML entities",
    "long text.txt": "33 MB of text, more than 32 MB",
    "link out.pdf": "leads out of the case's folder and was not followed",
    "pipe.pdf": "is no ordinary file; leave it out",
}
READ = {
    "wrong extension.docx": SENTENCE[:60],
    "xml bomb.html": SENTENCE,
    "heavy.pdf": SENTENCE,
    "many objects.pdf": SENTENCE,
    "nul bytes.txt": SENTENCE,
    "right to left.txt": "פיזיותרפיה",
}


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """One case that holds all of them but the two whose pages must be recognised."""
    folder = tmp_path_factory.mktemp("case")
    for name in (*REFUSED, *READ):
        BAD_FILES[name](folder / name)
    text_pdf(folder / "good.pdf", pages=3)
    return read_pages([folder], folder, None)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_is_one_line_that_says_the_way_out(reading, name):
    (problem,) = [problem for problem in reading.problems if problem.file == name]
    assert REFUSED[name] in problem.message
    assert problem.lost
    assert "\n" not in problem.message
    assert "; " in problem.message
    assert not [page for page in reading.pages if page.source.file == name]


@pytest.mark.parametrize("name", READ)
def test_a_file_that_only_looks_bad_is_read(reading, name):
    (page,) = [page for page in reading.pages if page.source.file == name]
    assert READ[name] in page.text
    assert page.unread is None
    assert len(page.text) < 3000
    assert not [problem for problem in reading.problems if problem.file == name and problem.lost]


def test_the_good_file_is_read_beside_them(reading):
    pages = [page for page in reading.pages if page.source.file == "good.pdf"]
    assert [page.source.page for page in pages] == [1, 2, 3]
    assert all(f"page {page.source.page}. {SENTENCE[:50]}" in page.text for page in pages)


def test_a_wrong_extension_and_another_script_are_said_though_nothing_is_lost(reading):
    said = {problem.file: problem.message for problem in reading.problems if not problem.lost}
    assert said.keys() == {"wrong extension.docx", "right to left.txt"}
    assert "read as PDF" in said["wrong extension.docx"]
    assert "only English is understood" in said["right to left.txt"]


def test_one_broken_page_costs_only_itself(tmp_path):
    BAD_FILES["one broken page.pdf"](tmp_path / "x.pdf")
    reading = read_pages([tmp_path], tmp_path, None)
    assert [bool(page.text) for page in reading.pages] == [True, False, True]
    assert [(problem.message, problem.lost) for problem in reading.problems] == [
        ("page 2: damaged; ask for the file again", True)
    ]


def test_a_page_with_a_picture_larger_than_any_page_is_refused_before_it_is_unpacked(tmp_path):
    image_bomb(tmp_path / "x.pdf", side=12_000)
    reading = read_pages([tmp_path], tmp_path, None)
    (problem,) = reading.problems
    assert problem.message.startswith("page 1: holds a picture of 12000 x 12000 pixels")
    assert problem.message.endswith("; scan it at 200 dpi")


def test_a_file_that_vanishes_during_the_reading(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        text_pdf(tmp_path / name)
    reading = read_pages([tmp_path], tmp_path, None, lambda _: (tmp_path / "b.pdf").unlink(missing_ok=True), workers=1)
    assert [(page.source.file, bool(page.text)) for page in reading.pages] == [("a.pdf", True), ("b.pdf", False)]
    assert [(problem.file, problem.message) for problem in reading.problems] == [
        ("b.pdf", "vanished while the case was read; put it back and run again")
    ]


def test_a_file_that_changes_during_the_reading_is_not_remembered(tmp_path):
    folder, home = tmp_path / "case", tmp_path / "home"
    folder.mkdir()
    text_pdf(folder / "a.pdf")
    reading = read_pages([folder], folder, home, lambda _: (folder / "a.pdf").write_bytes(b"%PDF-1.7 other"))
    assert [problem.message for problem in reading.problems] == [
        "changed while the case was read; run again when it is complete"
    ]
    assert not list((home / "pages").glob("*.json"))


def test_a_file_that_takes_too_long_to_open_does_not_stop_the_others(tmp_path):
    text_pdf(tmp_path / "a.pdf")
    (tmp_path / "b.txt").write_text("Second file.")
    reading = read_pages([tmp_path], tmp_path, None, limits=Limits(open_seconds=0.0001))
    assert [problem.message for problem in reading.problems] == [
        "took longer than 0.0001 s to open; print it to a new PDF"
    ] * 2


def test_a_page_that_exhausts_the_memory_takes_only_itself_with_it(tmp_path):
    pytest.importorskip("resource", reason="the platform does not limit memory")
    Image.new("RGB", (9000, 9000)).save(tmp_path / "a.png")
    text_pdf(tmp_path / "b.pdf")
    reading = read_pages([tmp_path], tmp_path, None, limits=Limits(memory=400 << 20), workers=1)
    assert [(page.source.file, bool(page.unread)) for page in reading.pages] == [("a.png", True), ("b.pdf", False)]
    (problem,) = reading.problems
    assert "memory" in problem.message
