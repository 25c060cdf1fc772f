"""`drafter cache` shows and removes what is kept of case files; what it removed is read anew."""

import os
import time

import pytest

from drafter.casefile.pages import read_pages
from drafter.cli.app import main

NOTE = "PROGRESS NOTE\nPatient: Marisol Quandry\nLow back pain. Six massage sessions are requested.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A data folder with the page texts of two files and the index of a case; one of the files is 20 days old."""
    home, folder = tmp_path / "home", tmp_path / "case"
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    folder.mkdir()
    for name in ("first.txt", "second.txt"):
        (folder / name).write_text(f"{name}\n{NOTE}")
    assert main(["records", str(folder)]) == 0
    read_pages([folder], folder, home)
    oldest = sorted((home / "pages").iterdir())[0]
    long_ago = time.time() - 20 * 86_400
    os.utime(oldest, (long_ago, long_ago))
    return home


def kept(home):
    return [path.name for folder in ("pages", "cases") for path in (home / folder).iterdir()]


def test_stats_count_page_texts_and_cases(home, capsys):
    assert main(["cache", "stats"]) == 0
    out = capsys.readouterr().out
    assert f"{home / 'pages'}: page texts of 2 files, " in out
    assert f"{home / 'cases'}: 1 indexed case, " in out


def test_prune_removes_only_what_is_older(home, capsys):
    oldest = min((home / "pages").iterdir(), key=lambda path: path.stat().st_mtime)
    before = kept(home)
    capsys.readouterr()
    assert main(["cache", "prune", "--older-than", "15"]) == 0
    assert "page texts of 1 file, 0 indexed cases" in capsys.readouterr().out
    assert sorted(kept(home)) == sorted(set(before) - {oldest.name})


def test_prune_all_leaves_no_text_of_a_patient(home, capsys):
    assert "Quandry" in "".join(path.read_text() for path in (home / "pages").iterdir())
    assert main(["cache", "prune", "--all"]) == 0
    assert "page texts of 2 files, 1 indexed case" in capsys.readouterr().out
    assert kept(home) == []
    assert not any("Quandry" in path.read_text(errors="replace") for path in home.rglob("*") if path.is_file())


def test_prune_all_takes_what_an_interrupted_write_left(home):
    (home / "pages" / ".half.json.17").write_text("Quandry")
    assert main(["cache", "prune", "--all"]) == 0
    assert kept(home) == []


def test_folders_with_patient_text_are_closed_to_others(home):
    for name in ("pages", "cases"):
        assert (home / name).stat().st_mode & 0o077 == 0
