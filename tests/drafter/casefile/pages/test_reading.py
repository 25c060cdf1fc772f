"""Which files are read, in which order, and what is remembered of them."""

from __future__ import annotations

import json
import os
from itertools import pairwise

import pytest

from benchmarks.bad_files import text_pdf
from drafter.casefile.pages import crew, read_pages
from drafter.casefile.pages.listing import list_files, natural


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "case"
    (folder / "sub").mkdir(parents=True)
    for name in ("10 note.txt", "2 note.txt", "sub/a.txt", ".hidden.txt", "~$2 note.txt", "Thumbs.db"):
        (folder / name).write_text(f"Text of {name}")
    text_pdf(folder / "3.pdf", pages=2)
    return folder


def test_pages_come_in_the_order_of_file_names_and_pages(case):
    pages = read_pages([case], case, None, workers=2).pages
    assert [(page.source.file, page.source.page) for page in pages] == [
        ("2 note.txt", 1), ("3.pdf", 1), ("3.pdf", 2), ("10 note.txt", 1), ("sub/a.txt", 1),
    ]  # fmt: skip
    assert pages[0].text == "Text of 2 note.txt"


def test_the_second_reading_opens_nothing(case, tmp_path, monkeypatch):
    first = read_pages([case], case, tmp_path / "home")
    monkeypatch.setattr(crew.Child, "ask", None)
    assert read_pages([case], case, tmp_path / "home") == first
    (case / "2 note.txt").write_text("Other text")
    with pytest.raises(TypeError):
        read_pages([case], case, tmp_path / "home")


def test_a_renamed_file_is_known_and_a_copy_is_read_once(case, tmp_path, monkeypatch):
    read_pages([case], case, tmp_path / "home")
    monkeypatch.setattr(crew.Child, "ask", None)
    (case / "3.pdf").rename(case / "4.pdf")
    (case / "5.pdf").write_bytes((case / "4.pdf").read_bytes())
    files = [page.source.file for page in read_pages([case], case, tmp_path / "home").pages]
    assert files.count("4.pdf") == files.count("5.pdf") == 2


def test_a_damaged_entry_of_the_cache_is_read_again(case, tmp_path):
    first = read_pages([case], case, tmp_path / "home")
    for entry in (tmp_path / "home" / "pages").iterdir():
        entry.write_text(json.dumps({"kind": "pdf", "pages": [1]}))
    assert read_pages([case], case, tmp_path / "home") == first


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_remembered_pages_are_for_their_owner_only(case, tmp_path):
    read_pages([case], case, tmp_path / "home")
    assert (tmp_path / "home" / "pages").stat().st_mode & 0o077 == 0


def test_links_inside_the_folder_are_followed_and_links_out_are_not(case, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (case / "out.txt").symlink_to(tmp_path / "secret.txt")
    (case / "outside").symlink_to(tmp_path)
    (case / "in.txt").symlink_to(case / "2 note.txt")
    (case / "dangling.txt").symlink_to(case / "gone.txt")
    listing = list_files([case], case)
    assert "in.txt" in [file.name for file in listing.files]
    said = {problem.file: problem.message for problem in listing.problems}
    assert said.keys() == {"out.txt", "outside", "dangling.txt"}
    assert "leads out" in said["out.txt"]
    assert "leads out" in said["outside"]


def test_a_name_that_would_break_the_line_is_refused(case):
    (case / "two\nlines.txt").write_text("x")
    (problem,) = list_files([case], case).problems
    assert problem.file == "two\\nlines.txt"
    assert "rename it" in problem.message


def test_a_single_file_is_named_relative_to_its_folder(case):
    (page,) = read_pages([case / "sub" / "a.txt"], case, None, workers=1).pages
    assert page.source.file == "sub/a.txt"


def test_natural_order():
    names = ["b", "a10", "a9", "A1", "10", "9"]
    assert sorted(names, key=natural) == ["9", "10", "A1", "a9", "a10", "b"]


def test_progress_ends_with_all_pages(case):
    told = []
    read_pages([case], case, None, told.append)
    assert told[-1].done == told[-1].total == 5
    assert all(before.done <= after.done for before, after in pairwise(told))
