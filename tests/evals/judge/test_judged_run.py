"""A run that is judged: from the command to the reports."""

from __future__ import annotations

import json

import pytest
import yaml

from drafter.cli.app import main
from evals.judge.material import judged_text, materials
from evals.run import load_run
from evals.run.folder import only_writer
from tests.drafter.engines.llm.model import ModelServer
from tests.evals.judge.judges import PROMPT, all_of
from tests.evals.runs import run, write_letters


def drafter(*words):
    return main(["eval", *map(str, words)])


@pytest.fixture(autouse=True)
def _home(home, desk, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(home))


@pytest.fixture
def server():
    running = ModelServer(lambda asked: all_of("partly"))
    yield running
    running.close()


@pytest.fixture
def out(tmp_path, desk):
    """A run of a suite that pins the scripted judge and names a file of labels."""
    write_letters(tmp_path / "letters", 4)
    suite = tmp_path / "mine.yaml"
    judge = {"model": "scripted", "prompt_sha256": PROMPT.sha256, "cases": 2, "floors": {"plain": 0.9}}
    suite.write_text(yaml.safe_dump({"title": "Mine", "letters": ["letters/*.md"], "judge": judge}))
    run(suite, tmp_path / "out", desk)
    return tmp_path / "out"


def label_all(path, grade):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for number, entry in enumerate(content["entries"]):
        entry["rater"], entry["grades"] = "AB", dict.fromkeys(entry["grades"], grade(number))
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def name_labels(out, path):
    suite = out.parent / "mine.yaml"
    content = yaml.safe_load(suite.read_text())
    content["judge"]["labels"] = path.name
    suite.write_text(yaml.safe_dump(content))


def test_what_is_judged_holds_every_quote_and_nothing_of_the_physician(out):
    found = load_run(out)
    first = next(materials(found))
    draft = found.folder.draft(found.records[0].sample, 1)
    for sentence in draft.items[0].rationale:
        assert " ".join(sentence.text.split()) in first.text
    for citation in draft.items[0].citations.values():
        assert " ".join(citation.quote.split()) in first.text
    target = found.samples[0].target.items[0]
    assert target.rationale not in judged_text(draft.items[0], draft)
    assert len(list(materials(found))) == 4


def test_without_labels_the_grades_are_shown_and_gate_nothing(out, server, capsys):
    assert drafter("judge", out, "--base-url", server.url) == 0
    printed = capsys.readouterr().out
    assert "Model judge" in printed
    summary = json.loads((out / "summary.json").read_text())
    assert summary["judge"]["judge"] == {
        "model": "scripted",
        "prompt_version": PROMPT.front.version,
        "prompt_sha256": PROMPT.sha256,
    }
    assert {question["why_not"] for question in summary["judge"]["questions"]} == {
        "no label of a person stands beside it"
    }
    assert PROMPT.sha256 in (out / "summary.md").read_text()
    assert "Model judge" in (out / "report.html").read_text()


def test_labels_that_bear_it_out_make_it_a_gate(out, server, capsys):
    labels = out.parent / "labels.yaml"
    assert drafter("labels", "new", out, labels) == 0
    assert drafter("labels", "check", labels) == 0
    assert "0 of 4 texts are graded" in capsys.readouterr().out
    label_all(labels, lambda number: "partly")
    name_labels(out, labels)
    assert drafter("judge", out, "--base-url", server.url) == 1
    assert "judge.plain" in capsys.readouterr().out
    assert "judge.plain" in (out / "junit.xml").read_text()
    assert drafter("report", out) == 1


def test_labels_that_contradict_it_take_the_gate_away_again(out, server, capsys):
    labels = out.parent / "labels.yaml"
    drafter("labels", "new", out, labels)
    label_all(labels, lambda number: "partly")
    name_labels(out, labels)
    assert drafter("judge", out, "--base-url", server.url) == 1
    label_all(labels, lambda number: "holds")
    assert drafter("report", out) == 0
    assert "does not agree with people" in (out / "summary.md").read_text()


def test_a_run_that_is_being_written_is_not_judged(out, server, capsys):
    """Else the grades might be of drafts that are scored or drafted anew meanwhile."""
    with only_writer(out):
        assert drafter("judge", out, "--base-url", server.url) == 2
    assert "another command writes to it" in capsys.readouterr().err
    assert server.asked == []


def test_a_suite_with_a_broken_pin_is_one_line(out, server, capsys):
    suite = out.parent / "mine.yaml"
    suite.write_text(suite.read_text().replace(PROMPT.sha256, "abc"))
    assert drafter("judge", out, "--base-url", server.url) == 2
    assert "judge.prompt_sha256" in capsys.readouterr().err


def test_without_a_model_the_way_out_is_named(out, capsys):
    assert drafter("judge", out) == 2
    assert "no language model is configured" in capsys.readouterr().err
