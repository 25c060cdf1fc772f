"""`drafter index` over the shipped corpus."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from drafter.cli.app import main
from drafter.corpus import index_folder
from vectorstore.files import current_build
from vectorstore.lock import writer_lock

CP09 = "MTUS Chronic Pain Medical Treatment Guidelines 2009"
CP16 = "MTUS Chronic Pain Medical Treatment Guidelines 2016"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    assert main(["index", "build", "--home", str(folder)]) == 0
    return folder


@pytest.fixture
def run(built, capsys):
    def call(*arguments):
        code = main(["index", *arguments, "--home", str(built)])
        return code, capsys.readouterr().out

    return call


def test_build_says_what_it_indexed(tmp_path, capsys):
    assert main(["index", "build", "--home", str(tmp_path)]) == 0
    assert re.match(rf"indexed \d+ card passages, 1 decision passages in {tmp_path}", capsys.readouterr().out)


def test_search_shows_score_edition_section_and_id(run):
    code, out = run("search", "massage therapy", "--kind", "card", "-k", "4")
    assert code == 0
    header, *rows = out.splitlines()
    assert header.split() == ["score", "source", "section", "or", "request", "id"]
    assert len(rows) == 4
    assert re.search(r"^0\.0\d{3}  MTUS .*Massage.*massage-therapy", rows[0])
    assert "Passed over" not in out


@pytest.mark.parametrize(
    ("day", "shown", "passed_over"),
    [("2014-08-25", CP09, CP16), ("08/25/2014", CP09, CP16), ("2017-03-01", CP16, CP09)],
)
def test_only_editions_in_force_are_shown_and_the_others_named(run, day, shown, passed_over):
    code, out = run("search", "massage therapy", "--as-of", day, "--kind", "card")
    table, _, note = out.partition("Passed over, not valid on ")
    assert code == 0
    assert shown in table
    assert passed_over not in table
    assert passed_over in note


def test_the_day_on_which_an_edition_ends_is_told(run):
    _, out = run("search", "massage therapy", "--as-of", "2017-03-01")
    assert f"{CP09} (2009-07-18 to 2016-07-28)" in out


def test_a_decision_is_shown_from_the_day_it_was_made(run):
    assert "CM14-0140682#1" not in run("search", "massage", "--as-of", "2014-09-24", "--kind", "decision")[1]
    assert "CM14-0140682#1" in run("search", "massage", "--as-of", "2014-09-25", "--kind", "decision")[1]


def test_no_outcome_is_printed(run):
    out = run("search", "massage", "--kind", "decision")[1]
    assert "CM14-0140682" in out
    assert not re.search("upheld|overturned|necessary", out, re.IGNORECASE)


def test_a_day_before_every_guideline_finds_nothing(run):
    code, out = run("search", "massage", "--as-of", "1990-01-01")
    assert code == 0
    assert out.startswith("No passage is valid on that day.")


@pytest.mark.parametrize(
    "arguments", [["search"], ["search", " "], ["search", "x", "--kind", "cards"], ["search", "x", "--as-of", "soon"]]
)
def test_bad_usage_is_one_line_and_exit_code_2(built, capsys, arguments):
    assert main(["index", *arguments, "--home", str(built)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert error.count("\n") == 1


def test_list_names_each_edition_with_its_dates_and_number_of_sections(run):
    code, out = run("list")
    assert code == 0
    assert re.search(r"Chronic Pain Medical Treatment Guidelines +2009 +2009-07-18 to 2016-07-28 +\d+ +mtus-", out)
    assert re.search(r"\d+ passages, 1 of them decisions; embedder wordllama \(256\), built 20", out)


def test_doctor_is_content_with_a_fresh_index(run):
    code, out = run("doctor")
    assert code == 0
    assert all(line.startswith("ok ") for line in out.splitlines())
    assert re.search(r"counts: manifest (\d+), file \1, bm25 \1, chroma \1\n", out)


def test_doctor_finds_damage_and_ends_with_exit_code_3(tmp_path, capsys):
    main(["index", "build", "--home", str(tmp_path)])
    (current_build(index_folder(tmp_path)) / "manifest.json").write_text("{")
    assert main(["index", "doctor", "--home", str(tmp_path)]) == 3
    assert re.search(r"fail  readable: .*manifest\.json.*`drafter index build`", capsys.readouterr().out)


@pytest.mark.parametrize("command", ["list", "doctor"])
def test_a_missing_index_is_told_with_the_command_that_builds_it(tmp_path, capsys, command):
    assert main(["index", command, "--home", str(tmp_path)]) == 3
    told = capsys.readouterr()
    assert "`drafter index build`" in told.out + told.err


def test_search_builds_a_missing_index(tmp_path, capsys):
    assert main(["index", "search", "massage", "--home", str(tmp_path)]) == 0
    assert "massage-therapy" in capsys.readouterr().out
    assert current_build(index_folder(tmp_path))


def test_a_second_builder_is_told_who_is_building(tmp_path, capsys):
    with writer_lock(index_folder(tmp_path)):
        assert main(["index", "build", "--home", str(tmp_path)]) == 3
    assert re.search(r"^error: .* process \d+ on .* is writing the index", capsys.readouterr().err)


def test_the_data_folder_comes_from_the_environment(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "here"))
    assert main(["index", "build"]) == 0
    assert current_build(index_folder(tmp_path / "here"))


def test_its_help_imports_nothing_heavy():
    program = (
        "import sys; from drafter.cli.app import main; main(['index', 'search', '--help']);"
        "print([name for name in ('chromadb', 'wordllama', 'bm25s', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
