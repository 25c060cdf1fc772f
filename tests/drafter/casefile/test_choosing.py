"""A case file is told from a letter by what it holds."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from drafter.casefile import holds_letters, is_case_file
from tests.drafter.casefile.synthetic import RFA

LETTER = "# Independent Medical Review Final Determination\n\nHow the IMR Final Determination was made\n"


def test_a_folder_of_letters_is_no_case_file(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(LETTER)
    assert holds_letters(tmp_path) and not is_case_file(tmp_path)


def test_one_letter_among_records_leaves_a_case_file(tmp_path: Path) -> None:
    (tmp_path / "prior.md").write_text(LETTER)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(RFA)
    assert is_case_file(tmp_path)


def test_a_written_case_makes_a_folder_of_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RFA)
    (tmp_path / "b.case.json").write_text("{}")
    assert holds_letters(tmp_path)


def test_hidden_letters_do_not_count(tmp_path: Path) -> None:
    (tmp_path / ".old").mkdir()
    for number in range(3):
        (tmp_path / ".old" / f"{number}.md").write_text(LETTER)
    (tmp_path / "a.txt").write_text(RFA)
    assert is_case_file(tmp_path)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_text_is_left_open(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RFA)
    assert not is_case_file(tmp_path / name)


def test_a_document_that_no_letter_is_belongs_to_a_case_file(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    assert is_case_file(tmp_path / "a.docx")


def test_a_pdf_that_cannot_be_opened_is_left_to_the_reader_that_explains_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 cut off")
    assert not is_case_file(tmp_path / "a.pdf")
