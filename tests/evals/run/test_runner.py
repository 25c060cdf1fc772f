"""A run does each sample once, says what it depends on, and goes on where it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from drafter.engines.base import Identity
from drafter.engines.offline import OfflineEngine
from drafter.errors import InputError
from drafter.settings import Settings
from evals.run import load_run
from evals.run.folder import only_writer
from evals.summary import build_summary
from tests.evals.builders import letter
from tests.evals.runs import FailingEngine, comparable, run, with_engine, write_letters


@pytest.fixture
def letters(tmp_path):
    return write_letters(tmp_path / "letters", 4)


def lines(out):
    return (out / "results.jsonl").read_text().splitlines()


def test_a_run_holds_a_result_and_a_draft_for_every_sample(letters, tmp_path, desk):
    found = run(letters, tmp_path / "out", desk)
    assert [record.status for record in found.records] == ["scored"] * 4
    assert [record.sample for record in found.records] == [sample.id for sample in found.samples]
    assert len(list((tmp_path / "out" / "drafts").iterdir())) == 4
    assert found.missing == []


def test_every_record_says_what_it_depends_on(letters, tmp_path, desk):
    run(letters, tmp_path / "out", desk)
    for line in lines(tmp_path / "out"):
        said = json.loads(line)["configuration"]
        assert said["settings_sha256"] == desk.settings.settings_sha256
        assert said["corpus_sha256"] == desk.index.manifest.corpus_hash
        assert said["drafter_version"]
        assert said["prompts"] == {}
        assert {"suite_sha256", "drafter_sha256", "scorers_sha256"} <= set(said)


def test_a_finished_run_is_not_done_again(letters, tmp_path, desk):
    run(letters, tmp_path / "out", desk)
    before = (tmp_path / "out" / "results.jsonl").read_bytes()
    run(letters, tmp_path / "out", with_engine(desk, FailingEngine("CM99-0000001")))
    assert (tmp_path / "out" / "results.jsonl").read_bytes() == before


@pytest.mark.parametrize("done", [0, 1, 3])
def test_an_interrupted_run_ends_like_an_unbroken_one(letters, tmp_path, desk, done):
    """Interrupted after some results, in the middle of the next line."""
    run(letters, tmp_path / "whole", desk)
    run(letters, tmp_path / "broken", desk)
    results = tmp_path / "broken" / "results.jsonl"
    kept = results.read_bytes().splitlines(keepends=True)
    results.write_bytes(b"".join(kept[:done]) + kept[done][:40])
    run(letters, tmp_path / "broken", desk)
    assert comparable(tmp_path / "broken") == comparable(tmp_path / "whole")


def test_limit_and_only_leave_the_rest_for_later(letters, tmp_path, desk):
    first = run(letters, tmp_path / "out", desk, limit=1)
    assert len(first.records) == 1
    assert len(first.missing) == 3
    by_number = run(letters, tmp_path / "out", desk, only=("CM99-0000003",))
    by_file = run(letters, tmp_path / "out", desk, only=("letter4.md", first.samples[0].id))
    assert (len(by_number.records), len(by_file.records)) == (2, 3)
    assert len(run(letters, tmp_path / "out", desk).records) == 4
    assert len(lines(tmp_path / "out")) == 4


def test_only_names_what_the_suite_has(letters, tmp_path, desk):
    with pytest.raises(InputError, match="--only CM99-0000009: the suite has no such sample"):
        run(letters, tmp_path / "out", desk, only=("CM99-0000009",))


def test_errors_are_counted_named_and_only_retried_when_asked(letters, tmp_path, desk):
    failing = with_engine(desk, FailingEngine("CM99-0000002"))
    broken = run(letters, tmp_path / "out", failing)
    assert [record.sample[:12] for record in broken.errors] == ["CM99-0000002"]
    assert broken.errors[0].error.startswith("ZeroDivisionError at runs.py:")
    assert "sentence of the record" not in (tmp_path / "out" / "results.jsonl").read_text()
    summary = build_summary(broken)
    assert not summary.passed
    assert {metric.key: metric.unscored for metric in summary.metrics}["items.present"] == 1
    assert len(run(letters, tmp_path / "out", desk).errors) == 1
    healed = run(letters, tmp_path / "out", desk, retry_errors=True)
    assert healed.errors == []
    assert len(lines(tmp_path / "out")) == 5
    assert build_summary(healed).passed


def test_repeats_are_drafted_and_counted(letters, tmp_path, desk):
    once = run(letters, tmp_path / "out", desk, limit=2)
    twice = run(letters, tmp_path / "out", desk, limit=2, repeat=3)
    assert (len(once.records), len(twice.records), twice.repeats) == (2, 6, 3)
    assert {score.repeat for score in twice.scores} == {1, 2, 3}
    repeats = build_summary(twice).repeats
    assert repeats.same_outcome == 1.0
    assert all(len(entry.passes) == 3 for entry in repeats.passes)


class OtherEngine(OfflineEngine):
    identity = Identity("other", "a-model", None, {"assess": {"version": "1", "sha256": "f"}})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda desk: with_engine(desk, OtherEngine()), "engine, model, prompts"),
        (lambda desk: replace(desk, settings=ChangedSettings(home=desk.settings.home)), "settings"),
    ],
)
def test_a_run_is_not_mixed_with_another_configuration(letters, tmp_path, desk, change, what):
    run(letters, tmp_path / "out", desk, limit=1)
    with pytest.raises(InputError, match=rf"out: holds a run of another configuration \({what}\); choose another"):
        run(letters, tmp_path / "out", change(desk))
    assert len(lines(tmp_path / "out")) == 1


class ChangedSettings(Settings):
    @property
    def settings_sha256(self) -> str:
        return "0" * 64


def test_another_letter_is_another_configuration(letters, tmp_path, desk):
    run(letters, tmp_path / "out", desk)
    (letters / "letter5.md").write_text(letter("CM99-0000005"))
    with pytest.raises(InputError, match=r"another configuration \(letters\)"):
        run(letters, tmp_path / "out", desk)


def test_other_scorers_ask_for_scoring_anew(letters, tmp_path, desk, monkeypatch):
    run(letters, tmp_path / "out", desk)
    monkeypatch.setattr("evals.run.configuration.hash_scorers", lambda: "changed")
    with pytest.raises(InputError, match="--rescore"):
        run(letters, tmp_path / "out", desk)


def test_two_runs_do_not_write_to_one_folder(letters, tmp_path, desk):
    with only_writer(tmp_path / "out"), pytest.raises(InputError, match="another command writes to it"):
        run(letters, tmp_path / "out", desk)


def test_results_do_not_go_among_the_letters(letters, desk):
    with pytest.raises(InputError, match="lies in the folder of letters"):
        run(letters, letters / "out", desk)


def test_a_folder_that_is_no_run_is_named(tmp_path):
    with pytest.raises(InputError, match="is not the folder of a run"):
        load_run(tmp_path)
