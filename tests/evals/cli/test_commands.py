"""`drafter eval` from the command line: what it prints, writes and returns."""

from __future__ import annotations

import json
import sys

import pytest

from drafter.cli.app import main
from drafter.cli.commands import COMMANDS
from evals.cli.app import app
from tests.drafter.builders import MASSAGE, SUMMARY
from tests.evals.builders import letter
from tests.evals.runs import write_letters

REPORTS = {"results.jsonl", "summary.json", "summary.md", "report.html", "junit.xml"}


@pytest.fixture(autouse=True)
def _home(home, desk, monkeypatch):
    """The data folder in which the open desk has built the index."""
    monkeypatch.setenv("DRAFTER_HOME", str(home))


@pytest.fixture
def letters(tmp_path):
    return write_letters(tmp_path / "letters", 3)


def drafter(*words):
    return main(["eval", *map(str, words)])


def test_a_run_writes_everything_and_prints_the_tables(letters, tmp_path, capsys):
    assert drafter("run", "--suite", letters, "--out", tmp_path / "out") == 0
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} >= REPORTS | {"drafts"}
    printed = capsys.readouterr().out
    for words in ("outcome.mcc", "always_upheld", "nearest_precedent", "tfidf_logistic", "Minimum detectable effect"):
        assert words in printed
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["samples"], summary["items"], len(summary["references"])) == (3, 3, 3)
    assert "NaN" not in (out / "summary.json").read_text()


def test_a_broken_gate_is_exit_code_1_and_names_metric_and_case(letters, tmp_path, capsys):
    suite = tmp_path / "mine.yaml"
    suite.write_text("title: Mine\nletters: ['letters/*.md']\ngates: {contradiction.outcome: {floor: 2}}\n")
    assert drafter("run", "--suite", suite, "--out", tmp_path / "out") == 1
    printed = capsys.readouterr().out
    assert "FAILED" in printed
    assert "contradiction.outcome" in printed
    suite.write_text(suite.read_text().replace("floor: 2", "floor: 0"))
    assert drafter("report", tmp_path / "out") == 0


def test_a_leak_is_exit_code_1_and_names_the_sample(letters, tmp_path, capsys):
    (letters / "leaking.md").write_text(letter("CM99-0000009", summary=f"{SUMMARY} {MASSAGE}: Upheld"))
    assert drafter("run", "--suite", letters, "--out", tmp_path / "out") == 1
    assert capsys.readouterr().err.startswith("error: CM99-0000009-")


def test_blessing_and_the_gates_after_it(letters, tmp_path, capsys):
    assert drafter("run", "--suite", letters, "--out", tmp_path / "out") == 0
    assert drafter("bless", tmp_path / "out") == 0
    assert "letters.baseline.json: 3 scored items of letters" in capsys.readouterr().out
    assert drafter("run", "--suite", letters, "--out", tmp_path / "again") == 0
    assert "no significant regression" in capsys.readouterr().out
    assert drafter("bless", tmp_path / "again") == 0
    assert "in place of the one of " in capsys.readouterr().out


def test_scoring_anew_needs_no_suite(letters, tmp_path, capsys):
    assert drafter("run", "--suite", letters, "--out", tmp_path / "out") == 0
    (tmp_path / "out" / "report.html").unlink()
    assert drafter("run", "--out", tmp_path / "out", "--rescore") == 0
    assert (tmp_path / "out" / "report.html").exists()


def test_comparing_prints_and_writes(letters, tmp_path, capsys):
    for name in ("a", "b"):
        drafter("run", "--suite", letters, "--out", tmp_path / name)
    capsys.readouterr()
    assert drafter("compare", tmp_path / "a", tmp_path / "b") == 0
    printed = capsys.readouterr().out
    assert "No flips. Outcomes: 0 gained, 0 lost; exact McNemar p = 1.000." in printed
    assert (tmp_path / "b" / "compare.html").exists()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("run", "--out", "x"), "--suite is missing"),
        (("run", "--suite", "absent", "--out", "x"), "is neither a suite"),
        (("run", "--suite", "massage"), "Missing option '--out'"),
        (("run", "--suite", "massage", "--out", "x", "--engine", "magic"), "--engine"),
        (("run", "--suite", "massage", "--out", "x", "--only", "CM00"), "--only CM00"),
        (("report", "absent"), "is not the folder of a run"),
        (("compare", "absent", "absent"), "is not the folder of a run"),
        (("bless", "absent"), "is not the folder of a run"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(words, problem, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert drafter(*words) == 2
    error = capsys.readouterr().err
    assert problem in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("words", [("run", "--suite", "massage", "--out", "x"), ("compare", "a", "b")])
def test_without_the_extra_one_line_says_what_to_install(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    found = __import__("importlib.util", fromlist=["find_spec"]).find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "sklearn" else found(name))
    assert drafter(*words) == 3
    assert capsys.readouterr().err == (
        "error: sklearn: is not installed; install the extra with: pip install 'determination-drafter[eval]'\n"
    )


def test_help_lists_the_commands_and_imports_nothing_heavy(capsys, monkeypatch):
    heavy = ("evals.run", "evals.cli.running", "sklearn", "scipy", "chromadb")
    for name in heavy:
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert main(["eval", "--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in ("run", "compare", "report", "bless"))
    assert not any(name in sys.modules for name in heavy)


def test_a_command_whose_module_is_not_there_is_no_command(monkeypatch, capsys):
    monkeypatch.setattr("evals.cli.app._COMMANDS", {"run": "evals.cli.run", "later": "evals.absent.cli"})
    assert main(["eval", "--help"]) == 0
    assert "later" not in capsys.readouterr().out
    assert main(["eval", "later"]) == 2


def test_eval_is_named_by_string_so_that_imports_point_one_way():
    assert COMMANDS["eval"].module == "evals.cli.app"
    assert app.info.help


@pytest.mark.parametrize("command", ["defects", "probe"])
def test_a_bad_setting_is_named_before_anything_is_drafted(command, monkeypatch, capsys):
    monkeypatch.setenv("DRAFTER_TIMEOUT", "soon")
    assert drafter(command) == 2
    assert capsys.readouterr().err.startswith("error: DRAFTER_TIMEOUT: ")
