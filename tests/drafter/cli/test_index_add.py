"""`drafter index add`, `remove` and `list`, as a user sees them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.cli.app import main
from drafter.resources import data_folder
from tests.drafter.intake.letters import Spec, text, write
from vectorstore.lock import writer_lock

SAMPLES = data_folder("seeds") / "library"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    assert main(["index", "add", str(SAMPLES), "--home", str(folder)]) == 0
    return folder


@pytest.fixture
def run(home, capsys):
    def call(*arguments):
        code = main(["index", *map(str, arguments), "--home", str(home)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_each_document_is_told_and_then_only_counted(run, tmp_path, capsys):
    fresh = tmp_path / "fresh"
    main(["index", "add", str(SAMPLES), "--home", str(fresh)])
    *lines, last = capsys.readouterr().out.splitlines()
    assert lines == [
        f"{SAMPLES / 'sample-hand-2019.md'}: added as sample-hand-2019, 3 passages",
        f"{SAMPLES / 'sample-hand-2024.html'}: added as sample-hand-2024, 3 passages",
    ]
    assert re.fullmatch(r"documents: 2 added; the index holds \d+ card, 1 decision, 6 guideline passages", last)
    code, out, _ = run("add", SAMPLES)
    assert code == 0
    assert re.fullmatch(r"documents: 2 unchanged; the index holds .*\n", out)


def test_the_edition_of_the_day_is_found_and_the_other_named(run):
    code, out, _ = run("search", "night splint", "--kind", "guideline", "--as-of", "2020-05-01")
    table, _, note = out.partition("Passed over, not valid on ")
    assert code == 0
    assert "Sample Society Hand Guideline 2019" in table
    assert "Sample Society Hand Guideline 2024" not in table
    assert "Sample Society Hand Guideline 2024 (since 2024-01-01)" in note


def test_an_edition_in_force_that_is_marked_as_superseded_is_passed_over_as_such(tmp_path, capsys):
    """The mark, not the timeline, is the reason."""
    document, home = tmp_path / "old.md", tmp_path / "home"
    document.write_text("# Splints\n\nA night splint is worn.")
    current = ("--guideline", "mtus-initial-approaches-2017", "--source", "Old Print", "--edition", "1")
    main(["index", "add", str(document), *current, "--status", "superseded", "--home", str(home)])
    capsys.readouterr()
    main(["index", "search", "night splint", "--kind", "guideline", "--as-of", "2020-05-01", "--home", str(home)])
    table, _, note = capsys.readouterr().out.partition("Passed over, not valid on ")
    assert "Old Print" not in table
    assert "Old Print 1 (superseded)" in note


def test_list_shows_documents_with_what_is_known_of_them(run):
    code, out, _ = run("list")
    assert code == 0
    assert re.search(r"^document +kind +source +edition +passages +path", out, re.MULTILINE)
    assert re.search(r"^sample-hand-2019 +guideline +Sample Society Hand Guideline +2019 +3 +/.*2019\.md", out, re.M)


def test_list_tells_a_file_that_has_changed_and_one_that_is_gone(tmp_path, capsys):
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    for path in (one, two):
        path.write_text("# Splints\n\nWorn at night.")
    main(["index", "add", str(one), str(two), "--home", str(tmp_path / "home")])
    one.write_text("# Splints\n\nWorn by day.")
    two.unlink()
    capsys.readouterr()
    main(["index", "list", "--home", str(tmp_path / "home")])
    out = capsys.readouterr().out
    assert re.search(r"one\.md \(changed since; add it again\)", out)
    assert re.search(r"two\.md \(gone; still searched until it is removed\)", out)


def test_bad_files_are_a_line_each_and_exit_code_2_and_the_others_go_on(tmp_path, capsys):
    (tmp_path / "bad.pdf").write_text("no PDF")
    (tmp_path / "odd.yaml").write_text("editon: 3")
    (tmp_path / "odd.txt").write_text("Some text.")
    (tmp_path / "good.md").write_text("# Splints\n\nWorn at night.")
    assert main(["index", "add", str(tmp_path), str(tmp_path / "none"), "--home", str(tmp_path / "home")]) == 2
    told = capsys.readouterr()
    assert sorted(Path(line.split(": ", 2)[1]).name for line in told.err.splitlines()) == ["bad.pdf", "none", "odd.txt"]
    assert "unknown key `editon`; did you mean `edition`?" in told.err
    assert "documents: 2 failed, 1 added" in told.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["add", "x", "--kind", "card"],
        ["add", "x", "--effective", "soon"],
        ["add", "x", "--guideline", "mtus-low-bak-2004"],
        ["add", "x", "--effective", "2019-01-01", "--superseded", "2018-01-01"],
        ["add", "x", "--kind", "decision", "--edition", "2019"],
        ["remove"],
        ["remove", "nothing"],
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(run, arguments):
    code, _, error = run(*arguments)
    assert code == 2
    assert error.startswith("error: ")
    assert error.count("\n") == 1


def test_a_folder_without_a_document_is_told(run, tmp_path):
    code, _, error = run("add", tmp_path)
    assert code == 2
    assert "the folder holds no document (.md, .markdown, .html" in error


def test_a_removed_document_is_not_found_any_more(tmp_path, capsys):
    home = str(tmp_path / "home")
    main(["index", "add", str(SAMPLES), "--home", home])
    assert main(["index", "remove", "sample-hand-2024", "nothing", "--home", home]) == 2
    told = capsys.readouterr()
    assert f"removed sample-hand-2024: {SAMPLES / 'sample-hand-2024.html'}\n" in told.out
    assert told.err == "error: nothing: no such document; `drafter index list` shows them\n"
    main(["index", "search", "ultrasound guidance of an injection", "--kind", "guideline", "--home", home])
    assert "sample-hand-2024" not in capsys.readouterr().out


def test_letters_are_added_as_decisions_and_shown_without_their_outcome(tmp_path, capsys):
    home = str(tmp_path / "home")
    letter = write(tmp_path, text(Spec()))
    copy = write(tmp_path, text(Spec()), "copy.txt")
    assert main(["index", "add", str(letter), str(copy), "--kind", "decision", "--home", home]) == 0
    out = capsys.readouterr().out
    assert f"{letter}: added as cm15-9000001, 1 passage\n" in out
    assert f"{copy}: the same decision is there already, from {letter}\n" in out
    assert "documents: 1 added, 1 known already; the index holds" in out
    main(["index", "search", "MRI of the lumbar spine", "--kind", "decision", "--home", home])
    shown = capsys.readouterr().out
    assert "CM15-9000001#1" in shown
    assert not re.search("upheld|overturned|necessary", shown, re.IGNORECASE)


def test_a_second_writer_is_told_who_is_adding(run, home):
    with writer_lock(home / "documents"):
        code, _, error = run("add", SAMPLES)
    assert code == 3
    assert re.search(r"^error: .* process \d+ on .* is writing", error)


def test_what_was_read_is_kept_when_the_index_cannot_be_written(tmp_path, capsys, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setattr("drafter.corpus.indexing._PATIENCE", 0.0)
    with writer_lock(home / "index"):
        assert main(["index", "add", str(SAMPLES), "--home", str(home)]) == 3
    assert "documents: 2 added; the index is not up to date yet: " in capsys.readouterr().err
    assert main(["index", "search", "splint", "--kind", "guideline", "--home", str(home)]) == 0
    assert "sample-hand-2019" in capsys.readouterr().out
