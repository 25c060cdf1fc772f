"""`drafter records`: the documents of a case file, as a table and as JSON, from a folder of texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli.app import main
from tests.drafter.casefile.synthetic import STRANGER, case_texts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    place = tmp_path / "case"
    place.mkdir()
    for number, text in enumerate(case_texts(mention="The MRI of 1/5/2013 showed a tear."), start=1):
        (place / f"{number}.txt").write_text(text)
    return place


def test_every_document_is_in_the_json_with_its_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["records", str(folder), "--json"]) == 0
    printed = capsys.readouterr().out
    found = json.loads(printed)
    kinds = [record["kind"] for record in found["records"]]
    assert kinds == ["application", "rfa", "ur_decision", "progress_note", "imaging"]
    assert "2013-01-05" in printed


def test_the_table_names_documents_and_what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["records", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "ur_decision" in shown and "2015-03-20" in shown and "2013-01-05" in shown


def test_a_page_of_another_patient_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "6.txt").write_text(STRANGER)
    assert main(["records", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "6.txt" in shown and "another patient" in " ".join(shown.split())


def test_where_the_items_come_from_is_said_when_the_application_is_absent(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "1.txt").unlink()
    assert main(["records", str(folder)]) == 0
    assert "3.txt page 1" in capsys.readouterr().err


def test_a_folder_without_pages_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert main(["records", str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1 and "no page could be read" in said
